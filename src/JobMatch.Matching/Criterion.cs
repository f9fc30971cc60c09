namespace JobMatch.Matching;

/// <summary>The criteria; <see cref="CriterionList.SideOf"/> says whether one tells how the person suits the post (胜任) or how the post suits the person (合意). Stored.</summary>
public enum Criterion : byte
{
    SkillCover = 0,
    OccupationHistory = 1,
    TrainingDone = 2,
    Education = 3,
    Mandarin = 4,
    Travel = 5,
    Wage = 6,
    ShiftAndHours = 7,
    WishedKind = 8,
    WishedOccupation = 9,
    WishedPlace = 10,
    TextCloseness = 11,
}

/// <summary>The two sides of a fit.</summary>
public enum Side : byte
{
    /// <summary>胜任: the person suits the post.</summary>
    SuitsPost = 0,

    /// <summary>合意: the post suits the person.</summary>
    SuitsPerson = 1,
}

/// <summary>What staff make of one criterion of a posting or a search. Stored.</summary>
public enum Importance : byte
{
    /// <summary>Counts with its weight (the default).</summary>
    Matters = 0,

    /// <summary>At or over its threshold, or not eligible; unknown fails. Counts with its weight too.</summary>
    Must = 1,

    /// <summary>Leaves the mean.</summary>
    Ignore = 2,
}

/// <summary>Where criteria belong.</summary>
public static class CriterionList
{
    /// <summary>Number of criteria; their values run from 0 to one less.</summary>
    public const int Count = 12;

    /// <summary>The side that a criterion is part of.</summary>
    public static Side SideOf(Criterion criterion) => criterion is <= Criterion.Mandarin or Criterion.TextCloseness ? Side.SuitsPost : Side.SuitsPerson;
}
