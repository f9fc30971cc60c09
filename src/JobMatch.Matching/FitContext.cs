namespace JobMatch.Matching;

/// <summary>What a fit depends on beside the two profiles.</summary>
public sealed record FitContext
{
    /// <summary>The day that is asked about.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Priors, thresholds, default weights.</summary>
    public FitOptions Options { get; init; } = new();

    /// <summary>Null: those of <see cref="Options"/>.</summary>
    public FitWeights? Weights { get; init; }

    /// <summary>Rarity and closeness of skills.</summary>
    public SkillTable Skills { get; init; } = SkillTable.Plain;

    /// <summary>Closeness of texts.</summary>
    public TextTable Texts { get; init; } = TextTable.None;

    /// <summary>The clerk asks for need first; a posting whose type says so has it anyway.</summary>
    public bool NeedFirst { get; init; }
    public Seekers Seekers { get; init; }
}
