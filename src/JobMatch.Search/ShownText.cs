namespace JobMatch.Search;

/// <summary>What an index keeps of a text to show: its beginning, which says so when it is not the whole.</summary>
internal static class ShownText
{
    public const string Ellipsis = "…";
    private const int Longest = 300;

    public static string Of(string text)
    {
        if (text.Length <= Longest) return text;
        return text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)] + Ellipsis;
    }
}
