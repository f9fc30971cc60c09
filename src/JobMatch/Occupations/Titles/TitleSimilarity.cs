namespace JobMatch.Occupations.Titles;

/// <summary>
/// How close two titles are in meaning, 0..1: the cosine of their directions in the <see cref="TitleTable"/>, never under 0. Symmetric; 1 for the same text
/// (but for case, width and punctuation) and for nothing else. A title of which nothing is known is close to itself only.
/// </summary>
public static class TitleSimilarity
{
    /// <summary>The most that two different texts can have.</summary>
    public const float MostOfOthers = 0.999f;

    public static float Of(string left, string right) =>
        IsSame(left, right) ? 1 : Math.Clamp(TitleTable.Instance.Of(left).Cosine(TitleTable.Instance.Of(right)), 0, MostOfOthers);

    /// <summary>Whether the two are one title, written in the same words.</summary>
    public static bool IsSame(string left, string right) => TitleGrams.Tokens(left).SequenceEqual(TitleGrams.Tokens(right));
}
