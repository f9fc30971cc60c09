namespace JobMatch.Matching;

/// <summary>One criterion's numbers, each in percent or points.</summary>
public sealed class CriterionOptions
{
    /// <summary>Share in its side's mean, 0–100. 0 takes the criterion out.</summary>
    public int Weight { get; set; }

    /// <summary>What unknown contributes, percent, 0–50: low, because unknown never earns.</summary>
    public int Prior { get; set; } = 20;

    /// <summary>Least value where staff say "must", percent, 1–100.</summary>
    public int Threshold { get; set; } = 60;
}

/// <summary>How fits are weighed. Bound from the section <c>Matching</c>; call <see cref="Validate"/> at start.</summary>
public sealed class FitOptions
{
    /// <summary>Skill cover: rare skills weigh more, evidenced over claimed.</summary>
    public CriterionOptions SkillCover { get; set; } = new() { Weight = 40 };

    /// <summary>Occupations worked in, by nearness and recency.</summary>
    public CriterionOptions OccupationHistory { get; set; } = new() { Weight = 30 };

    /// <summary>Training done for this work.</summary>
    public CriterionOptions TrainingDone { get; set; } = new() { Weight = 15 };

    /// <summary>Education where asked: an employer who asks for a level means it, so it weighs more than what everybody is asked.</summary>
    public CriterionOptions Education { get; set; } = new() { Weight = 20 };

    /// <summary>Mandarin where asked.</summary>
    public CriterionOptions Mandarin { get; set; } = new() { Weight = 10 };

    /// <summary>How close the person's texts come to the posting's.</summary>
    public CriterionOptions TextCloseness { get; set; } = new() { Weight = 15 };

    /// <summary>Way to work, or willingness to go away.</summary>
    public CriterionOptions Travel { get; set; } = new() { Weight = 30, Threshold = 50 };

    /// <summary>Wage against the person's floor and last wage.</summary>
    public CriterionOptions Wage { get; set; } = new() { Weight = 30 };

    /// <summary>Shift and hours.</summary>
    public CriterionOptions ShiftAndHours { get; set; } = new() { Weight = 15 };

    /// <summary>Stated wish for a kind of posting.</summary>
    public CriterionOptions WishedKind { get; set; } = new() { Weight = 10 };

    /// <summary>Stated wish for an occupation.</summary>
    public CriterionOptions WishedOccupation { get; set; } = new() { Weight = 15 };

    /// <summary>Stated wish for a place.</summary>
    public CriterionOptions WishedPlace { get; set; } = new() { Weight = 10 };

    /// <summary>What a skill that is only claimed counts of one that is evidenced, percent, 1–100.</summary>
    public int ClaimedSkillPercent { get; set; } = 70;

    /// <summary>At or under this distance the way to work is perfect, metres, 0–100,000.</summary>
    public int NearMetres { get; set; } = 1_000;

    /// <summary>At this distance a daily way to work has become a burden, metres, over <see cref="NearMetres"/>, at most 1,000,000.</summary>
    public int FarMetres { get; set; } = 30_000;

    /// <summary>From this age on the station is told to ask first where a post works at night, years, 40–80.</summary>
    public int NightCautionAge { get; set; } = 50;

    /// <summary>The numbers of one criterion.</summary>
    public CriterionOptions Of(Criterion criterion) => criterion switch
    {
        Criterion.SkillCover => SkillCover,
        Criterion.OccupationHistory => OccupationHistory,
        Criterion.TrainingDone => TrainingDone,
        Criterion.Education => Education,
        Criterion.Mandarin => Mandarin,
        Criterion.Travel => Travel,
        Criterion.Wage => Wage,
        Criterion.ShiftAndHours => ShiftAndHours,
        Criterion.WishedKind => WishedKind,
        Criterion.WishedOccupation => WishedOccupation,
        Criterion.WishedPlace => WishedPlace,
        Criterion.TextCloseness => TextCloseness,
        _ => throw new ArgumentOutOfRangeException(nameof(criterion), criterion, null),
    };

    /// <summary>The weights that a ranking starts from.</summary>
    public FitWeights ToWeights()
    {
        var weights = default(FitWeights);
        foreach (var criterion in Enum.GetValues<Criterion>()) weights = weights.With(criterion, Of(criterion).Weight);
        return weights;
    }

    /// <summary>Every error, one sentence each, naming the setting and what is allowed; empty when all is well.</summary>
    public IReadOnlyList<string> Validate()
    {
        var errors = new List<string>();
        void Check(string name, int value, int least, int most)
        {
            if (value < least || value > most) errors.Add(FormattableString.Invariant($"{name} is {value}; allowed: {least} to {most}."));
        }

        foreach (var criterion in Enum.GetValues<Criterion>())
        {
            var options = Of(criterion);
            Check($"{criterion}:{nameof(options.Weight)}", options.Weight, 0, 100);
            Check($"{criterion}:{nameof(options.Prior)}", options.Prior, 0, 50);
            Check($"{criterion}:{nameof(options.Threshold)}", options.Threshold, 1, 100);
        }
        foreach (var side in Enum.GetValues<Side>())
        {
            if (Enum.GetValues<Criterion>().Where(c => CriterionList.SideOf(c) == side).All(c => Of(c).Weight == 0))
                errors.Add($"Every weight of {side} is 0; allowed: at least one criterion of each side from 1 to 100.");
        }
        Check(nameof(ClaimedSkillPercent), ClaimedSkillPercent, 1, 100);
        Check(nameof(NearMetres), NearMetres, 0, 100_000);
        Check(nameof(FarMetres), FarMetres, NearMetres + 1, 1_000_000);
        Check(nameof(NightCautionAge), NightCautionAge, 40, 80);
        return errors;
    }
}
