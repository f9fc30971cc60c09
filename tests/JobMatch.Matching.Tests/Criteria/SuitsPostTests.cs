namespace JobMatch.Matching.Tests.Criteria;

/// <summary>胜任: one criterion at a time, the others ignored, so that the side is its value in percent.</summary>
public sealed class SuitsPostTests
{
    private const int Prior = 20;

    [Fact]
    public void Skill_EvidencedOverClaimedOverUnknown()
    {
        Skill(new SkillHeld(A.Sewing, 3, true)).ShouldBe(100);
        Skill(new SkillHeld(A.Sewing, 3, false)).ShouldBe(70);
        Skill().ShouldBe(Prior);
        Skill(new SkillHeld(99, 5, true)).ShouldBe(Prior);
    }

    [Fact]
    public void Skill_NobodyIsSaidToHaveNoneRecordedWhoHasAnother()
    {
        Missing(new SkillHeld(99, 5, true)).ShouldNotContain(gap => gap.Code == GapCode.Record);
        Missing().ShouldContain(gap => gap.Code == GapCode.Record && gap.Values[0] == (long)WorkerFact.Skills);

        static IReadOnlyList<Gap> Missing(params SkillHeld[] held) => Alone(Criterion.SkillCover, A.Worker with { Skills = held }, A.Posting).Gaps;
    }

    [Fact]
    public void Skill_LevelTooLowCountsInPart()
    {
        Skill(new SkillHeld(A.Sewing, 1, true)).ShouldBe(75);
        Skill(new SkillHeld(A.Sewing, 0, true)).ShouldBe(75);
        Skill(new SkillHeld(A.Sewing, 1, true), new SkillHeld(A.Sewing, 2, true)).ShouldBe(100);
    }

    [Fact]
    public void Skill_CloseCountsInPart()
    {
        var context = A.Context with { Skills = new(new Dictionary<int, int>(), [new(A.Sewing, A.Ironing, 60), new(A.Sewing, 98, 10)]) };
        Skill(context, new SkillHeld(A.Ironing, 5, true)).ShouldBe(60);
        Skill(context, new SkillHeld(98, 5, true)).ShouldBe(Prior);
        var fit = Alone(Criterion.SkillCover, A.Worker with { Skills = [new(A.Ironing, 5, true)] }, A.Posting, context);
        fit.Reasons.Single(reason => reason.Code == ReasonCode.SkillClose).Values.ShouldBe([A.Sewing, A.Ironing, 60]);
    }

    [Fact]
    public void Skill_RareWeighsMore()
    {
        var posting = A.Posting with { Skills = [new(A.Sewing, 0, false), new(A.Ironing, 0, false)] };
        var worker = A.Worker with { Skills = [new(A.Sewing, 1, true)] };
        var rare = A.Context with { Skills = new(new Dictionary<int, int> { [A.Sewing] = 300 }, []) };
        Alone(Criterion.SkillCover, worker, posting).SuitsPost.ShouldBe(60);
        Alone(Criterion.SkillCover, worker, posting, rare).SuitsPost.ShouldBe(80);
    }

    [Fact]
    public void Skill_MustWeighsDouble()
    {
        var worker = A.Worker with { Skills = [new(A.Sewing, 1, true)] };
        Alone(Criterion.SkillCover, worker, A.Posting with { Skills = [new(A.Sewing, 0, true), new(A.Ironing, 0, false)] }).SuitsPost.ShouldBe(73);
    }

    [Theory]
    [InlineData(6_05_02_01, 2026, 40, 100, ReasonCode.OccupationSame)]
    [InlineData(6_05_02_01, 2024, 12, 95, ReasonCode.OccupationSame)]
    [InlineData(6_05_02_01, 2022, 36, 85, ReasonCode.OccupationSame)]
    [InlineData(6_05_02_01, 2010, 36, 55, ReasonCode.OccupationSame)]
    [InlineData(6_05_02_01, 0, 0, 47, ReasonCode.OccupationSame)]
    [InlineData(6_05_02_99, 2026, 36, 70, ReasonCode.OccupationSibling)]
    [InlineData(6_05_09_01, 2026, 36, 40, ReasonCode.OccupationBranch)]
    [InlineData(4_01_02_01, 2026, 36, Prior, ReasonCode.OccupationOther)]
    public void Occupation_ByNearnessRecencyAndLength(int code, int year, int months, int percent, ReasonCode reason)
    {
        var fit = Alone(Criterion.OccupationHistory, A.Worker with { Occupations = [new(code, year, months)] }, A.Posting);
        fit.SuitsPost.ShouldBe(percent);
        fit.CodesOf(Criterion.OccupationHistory).ShouldBe([reason]);
    }

    [Fact]
    public void Occupation_UnknownOnEitherSideIsThePrior()
    {
        Alone(Criterion.OccupationHistory, A.Worker with { Occupations = [] }, A.Posting).ShouldBeUnknown(GapCode.Record, (long)WorkerFact.Occupations);
        Alone(Criterion.OccupationHistory, A.Worker, A.Posting with { Occupations = [] }).ShouldBeUnknown(GapCode.AskOccupation);
    }

    [Fact]
    public void Training_DoneOrNot()
    {
        Alone(Criterion.TrainingDone, A.Worker, A.Posting).SuitsPost.ShouldBe(100);
        Alone(Criterion.TrainingDone, A.Worker with { TrainingsDone = [], Skills = [] }, A.Posting).ShouldBeUnknown(GapCode.TrainingHelps, A.SewingClass);
        Alone(Criterion.TrainingDone, A.Worker with { TrainingsDone = [], TrainingsWanted = [A.SewingClass] }, A.Posting)
            .ShouldBeUnknown(GapCode.TrainingWanted, A.SewingClass);
    }

    /// <summary>A proven seamstress is not told to take the sewing class; one who only says so is.</summary>
    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Training_HelpsWhoHasNotProvedTheSkills(bool evidenced, bool helps)
    {
        var worker = A.Worker with { TrainingsDone = [], Skills = [.. A.Posting.Skills.Select(asked => new SkillHeld(asked.Skill, 3, evidenced))] };
        Alone(Criterion.TrainingDone, worker, A.Posting).Gaps.Any(gap => gap.Code == GapCode.TrainingHelps).ShouldBe(helps);
    }

    [Fact]
    public void Education_ThatIsAskedFor_IsFelt()
    {
        var asked = A.Posting with { Education = Education.JuniorCollege };
        int Suits(Education held) => A.Fit(A.Worker with { Education = held }, asked).SuitsPost;
        (Suits(Education.JuniorCollege) - Suits(Education.Primary)).ShouldBeGreaterThanOrEqualTo(12);
        (Suits(Education.JuniorCollege) - Suits(Education.SeniorMiddle)).ShouldBeGreaterThanOrEqualTo(6);
        Suits(Education.Unknown).ShouldBeLessThan(Suits(Education.SeniorMiddle));
    }

    [Theory]
    [InlineData(Education.Bachelor, 100)]
    [InlineData(Education.SeniorMiddle, 100)]
    [InlineData(Education.JuniorMiddle, 50)]
    [InlineData(Education.Primary, 0)]
    [InlineData(Education.Unknown, Prior)]
    public void Education_WhereAsked(Education held, int percent) =>
        Alone(Criterion.Education, A.Worker with { Education = held }, A.Posting with { Education = Education.SeniorMiddle }).SuitsPost.ShouldBe(percent);

    [Theory]
    [InlineData(Mandarin.Fluent, 100)]
    [InlineData(Mandarin.Conversational, 100)]
    [InlineData(Mandarin.Simple, 40)]
    [InlineData(Mandarin.None, 0)]
    [InlineData(Mandarin.Unknown, Prior)]
    public void Mandarin_WhereAsked(Mandarin held, int percent) =>
        Alone(Criterion.Mandarin, A.Worker with { Mandarin = held }, A.Posting with { Mandarin = Mandarin.Conversational }).SuitsPost.ShouldBe(percent);

    [Fact]
    public void What_is_not_asked_leaves_the_mean()
    {
        var asked = A.Posting with { Skills = [], Trainings = [], Education = Education.Unknown, Mandarin = Mandarin.Unknown };
        var fit = A.Fit(posting: asked);
        fit.Reasons.Where(reason => reason.Side == Side.SuitsPost).Select(reason => reason.Criterion).ShouldBe([Criterion.OccupationHistory]);
        fit.SuitsPost.ShouldBe(100);
    }

    [Fact]
    public void A_side_with_nothing_known_is_its_prior()
    {
        var fit = A.Fit(new() { Id = 1, Version = 1, BirthDate = new(1990, 1, 1), LabourCapacity = LabourCapacity.Ordinary });
        fit.SuitsPost.ShouldBe(Prior);
        fit.Eligible.ShouldBeTrue();
    }

    private static int Skill(params SkillHeld[] held) => Skill(A.Context, held);

    private static int Skill(FitContext context, params SkillHeld[] held) =>
        Alone(Criterion.SkillCover, A.Worker with { Skills = held }, A.Posting, context).SuitsPost;

    private static Fit Alone(Criterion criterion, WorkerProfile worker, PostingProfile posting, FitContext? context = null) =>
        criterion.Alone(worker, posting, context);
}
