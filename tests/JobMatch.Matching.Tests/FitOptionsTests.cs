namespace JobMatch.Matching.Tests;

public sealed class FitOptionsTests
{
    [Fact]
    public void Defaults_are_valid() => new FitOptions().Validate().ShouldBeEmpty();

    [Fact]
    public void Errors_name_the_setting_and_what_is_allowed()
    {
        var options = new FitOptions { ClaimedSkillPercent = 0, NearMetres = 500, FarMetres = 500 };
        options.Wage.Prior = 51;
        options.Travel.Weight = -1;
        options.WishedKind.Threshold = 0;
        options.Validate().ShouldBe(
        [
            "Travel:Weight is -1; allowed: 0 to 100.",
            "Wage:Prior is 51; allowed: 0 to 50.",
            "WishedKind:Threshold is 0; allowed: 1 to 100.",
            "ClaimedSkillPercent is 0; allowed: 1 to 100.",
            "FarMetres is 500; allowed: 501 to 1000000.",
        ]);
        Should.Throw<ArgumentException>(() => new FitPool(options)).Message.ShouldContain("Wage:Prior is 51");
    }

    [Fact]
    public void A_side_without_any_weight_is_an_error()
    {
        var options = new FitOptions();
        foreach (var criterion in Enum.GetValues<Criterion>().Where(c => CriterionList.SideOf(c) == Side.SuitsPost)) options.Of(criterion).Weight = 0;
        options.Validate().ShouldHaveSingleItem().ShouldContain("SuitsPost");
    }

    [Fact]
    public void Weights_keep_each_criterion_apart()
    {
        var weights = new FitOptions().ToWeights();
        foreach (var criterion in Enum.GetValues<Criterion>())
        {
            var changed = weights.With(criterion, 91).With(criterion, Importance.Must);
            changed.AnyMust.ShouldBeTrue();
            foreach (var other in Enum.GetValues<Criterion>())
            {
                changed[other].ShouldBe(other == criterion ? 91 : new FitOptions().Of(other).Weight);
                changed.ImportanceOf(other).ShouldBe(other == criterion ? Importance.Must : Importance.Matters);
            }
            changed.With(criterion, Importance.Ignore)[criterion].ShouldBe(0);
            changed.With(criterion, Importance.Ignore).AnyMust.ShouldBeFalse();
            (changed == weights).ShouldBeFalse();
            changed.With(criterion, Importance.Matters).With(criterion, weights[criterion]).ShouldBe(weights);
        }
    }
}
