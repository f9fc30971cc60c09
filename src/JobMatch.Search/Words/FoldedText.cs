using System.Globalization;
using System.Text;
using JobMatch.Words;

namespace JobMatch.Search.Words;

/// <summary>
/// A text made comparable: compatibility forms (full width, half width) and case are folded, rune by rune, so that every folded character
/// still knows where it came from and a match can be shown in the original.
/// </summary>
public sealed class FoldedText
{
    private readonly int[] _sources;

    private FoldedText(string source, string text, int[] sources) => (Source, Text, _sources) = (source, text, sources);

    public string Source { get; }

    public string Text { get; }

    public static FoldedText Of(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var text = new StringBuilder(source.Length);
        var sources = new List<int>(source.Length + 1);
        var at = 0;
        foreach (var rune in source.EnumerateRunes())
        {
            Append(text, rune);
            while (sources.Count < text.Length) sources.Add(at);
            at += rune.Utf16SequenceLength;
        }

        sources.Add(source.Length);
        return new FoldedText(source, text.ToString(), [.. sources]);
    }

    public static string Fold(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var text = new StringBuilder(source.Length);
        foreach (var rune in source.EnumerateRunes()) Append(text, rune);
        return text.ToString();
    }

    /// <summary>Where a folded position stands in the source.</summary>
    public int SourceAt(int folded) => _sources[folded];

    /// <summary>Marks of Chinese punctuation that stand in every text and are their own folded form.</summary>
    private static bool IsPlainSign(int value) => value is 0x3001 or 0x3002 or (>= 0x3008 and <= 0x3011) or 0x2014 or 0x2018 or 0x2019 or 0x201C or 0x201D or 0x00B7;

    private static void Append(StringBuilder text, Rune rune)
    {
        if (rune.IsAscii)
        {
            text.Append(char.ToLowerInvariant((char)rune.Value));
            return;
        }

        if ((Scripts.IsUnspaced(rune) && rune.Value < 0xF900) || IsPlainSign(rune.Value))
        {
            text.Append(Traditional.Simplify((char)rune.Value));
            return;
        }

        // Full-width forms of ASCII lie in its order.
        if (rune.Value is >= 0xFF01 and <= 0xFF5E)
        {
            text.Append(char.ToLowerInvariant((char)(rune.Value - 0xFEE0)));
            return;
        }

        var one = rune.ToString();
        // A lone surrogate becomes U+FFFD in the enumeration, which normalises to itself.
        text.Append((one.IsNormalized(NormalizationForm.FormKC) ? one : one.Normalize(NormalizationForm.FormKC)).ToLower(CultureInfo.InvariantCulture));
    }
}

/// <summary>Which characters make words, and which scripts write them without spaces.</summary>
internal static class Scripts
{
    public static bool IsUnspaced(Rune rune) => rune.Value is
        0x3005 or 0x3007 or (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF)
        or (>= 0xA000 and <= 0xA48C) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);

    public static bool IsWord(Rune rune) => Rune.IsLetterOrDigit(rune) || IsUnspaced(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
