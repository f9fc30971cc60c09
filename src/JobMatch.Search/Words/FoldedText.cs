using System.Globalization;
using System.Text;

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

    private static void Append(StringBuilder text, Rune rune)
    {
        if (rune.IsAscii)
        {
            text.Append(char.ToLowerInvariant((char)rune.Value));
            return;
        }

        if (Scripts.IsUnspaced(rune) && rune.Value < 0xF900)
        {
            text.Append(rune.ToString());
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
