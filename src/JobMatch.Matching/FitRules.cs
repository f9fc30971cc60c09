using System.Runtime.CompilerServices;

namespace JobMatch.Matching;

/// <summary>Everything of a query that a scan reads for each pair, in one small struct passed by reference.</summary>
internal readonly struct FitRules
{
    [InlineArray(CriterionList.Count)]
    private struct Percents
    {
        private byte first;
    }

    public readonly FitWeights Weights;
    public readonly int Day;
    public readonly int Year;
    public readonly int ClaimedPercent;
    public readonly int NearMetres;
    public readonly int FarMetres;
    public readonly int NightCautionAge;
    public readonly bool NeedFirst;
    public readonly Seekers Seekers;
    private readonly Percents priors;
    private readonly Percents thresholds;

    private FitRules(FitContext context)
    {
        var options = context.Options;
        Weights = context.Weights ?? options.ToWeights();
        (Day, Year) = (context.On.DayNumber, context.On.Year);
        (ClaimedPercent, NearMetres, FarMetres) = (options.ClaimedSkillPercent, options.NearMetres, options.FarMetres);
        NightCautionAge = options.NightCautionAge;
        (NeedFirst, Seekers) = (context.NeedFirst, context.Seekers);
        foreach (var criterion in Enum.GetValues<Criterion>())
        {
            priors[(int)criterion] = (byte)options.Of(criterion).Prior;
            thresholds[(int)criterion] = (byte)options.Of(criterion).Threshold;
        }
    }

    public static FitRules Of(FitContext context) => new(context);

    /// <summary>Prior as a mark's value, 0–10,000.</summary>
    public int PriorOf(Criterion criterion) => priors[(int)criterion] * 100;

    /// <summary>Least value for a must, percent.</summary>
    public int ThresholdOf(Criterion criterion) => thresholds[(int)criterion];
}
