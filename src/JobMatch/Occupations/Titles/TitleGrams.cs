using System.Text;

namespace JobMatch.Occupations.Titles;

/// <summary>One gram of a title: the hash of one to three neighbouring tokens, and where it stands.</summary>
/// <param name="Hash">FNV-1a (32 bits) over the tokens' UTF-16 units, parted by U+0001.</param>
/// <param name="Place">1 + 8 × (tokens − 1) + distance of its end from the title's end, at most 7: what a Chinese title is stands last.</param>
internal readonly record struct TitleGram(uint Hash, int Place);

/// <summary>
/// Cuts a title as the trainer did (tools/Titles/grams.py, kept alike by a test): compatibility forms and case folded, one token for each
/// Chinese character and for each run of Latin letters and digits (java, c++, 5g), then all grams of one to three tokens with a mark at both ends.
/// </summary>
internal static class TitleGrams
{
    /// <summary>Grams looked at; a longer title is cut.</summary>
    public const int MostTokens = 24;

    private const uint Offset = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>The title as it is compared: equal texts are equal titles.</summary>
    public static string Fold(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        var text = title.IsNormalized(NormalizationForm.FormKC) ? title : Normalised(title);
        var folded = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            var lower = char.ToLowerInvariant(character);
            folded.Append(char.IsLetter(lower) || char.IsNumber(lower) || lower is '+' or '#' ? lower : ' ');
        }

        return folded.ToString();
    }

    public static IReadOnlyList<string> Tokens(string title)
    {
        var text = Fold(title);
        var tokens = new List<string>(text.Length);
        for (var at = 0; at < text.Length && tokens.Count < MostTokens;)
        {
            var start = at++;
            if (text[start] == ' ') continue;
            if (IsLatin(text[start])) while (at < text.Length && IsLatin(text[at])) at++;
            tokens.Add(text[start..at]);
        }

        return tokens;
    }

    public static List<TitleGram> Of(string title)
    {
        var tokens = Tokens(title);
        var grams = new List<TitleGram>((3 * tokens.Count) + 1);
        if (tokens.Count == 0) return grams;
        string[] marked = ["^", .. tokens, "$"];
        for (var length = 1; length <= 3; length++)
            for (var start = 0; start + length <= marked.Length; start++)
            {
                if (length == 1 && (start == 0 || start == marked.Length - 1)) continue;
                var fromEnd = Math.Min(marked.Length - (start + length), 7);
                grams.Add(new TitleGram(Hash(marked.AsSpan(start, length)), 1 + (8 * (length - 1)) + fromEnd));
            }

        return grams;
    }

    private static uint Hash(ReadOnlySpan<string> tokens)
    {
        var hash = Offset;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (i > 0) hash = (hash ^ 1) * Prime;
            foreach (var unit in tokens[i]) hash = (hash ^ unit) * Prime;
        }

        return hash;
    }

    private static bool IsLatin(char character) => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character is '+' or '#';

    private static string Normalised(string title)
    {
        // A lone surrogate cannot be normalised; as U+FFFD it is no letter and falls out.
        var whole = new StringBuilder(title.Length);
        foreach (var rune in title.EnumerateRunes()) whole.Append(rune.ToString());
        return whole.ToString().Normalize(NormalizationForm.FormKC);
    }
}
