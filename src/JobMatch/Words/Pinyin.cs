using System.Reflection;
using System.Text;

namespace JobMatch.Words;

/// <summary>
/// How Chinese is read, without tones (ü is v): a table of our own, made by <c>tools/Pinyin</c>. Each character has its usual reading; where a
/// word reads one of them otherwise (银行 is yin hang), the word says so.
/// </summary>
public sealed class Pinyin
{
    private const int LongestWord = 4;
    private static readonly Lazy<Pinyin> Loaded = new(Load);
    private readonly Dictionary<int, string> _usual = [];
    private readonly Dictionary<string, string[]> _words = new(StringComparer.Ordinal);
    private readonly HashSet<string> _syllables = new(StringComparer.Ordinal);
    private readonly HashSet<string> _beginnings = new(StringComparer.Ordinal);

    private Pinyin()
    {
    }

    public static Pinyin Instance => Loaded.Value;

    /// <summary>The reading of each character of a run; characters that the table does not know are null.</summary>
    public IReadOnlyList<string?> Read(IReadOnlyList<string> runes)
    {
        ArgumentNullException.ThrowIfNull(runes);
        var read = new string?[runes.Count];
        for (var at = 0; at < runes.Count; at++)
        {
            if (read[at] is not null) continue;
            if (Word(runes, at) is { } word) word.CopyTo(read, at);
            else read[at] = _usual.GetValueOrDefault(char.ConvertToUtf32(runes[at], 0));
        }

        return read;
    }

    /// <summary>The whole of a text that is all Chinese, read in one: 保安 → baoan; null when some of it has no reading.</summary>
    public string? Whole(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var read = Read([.. text.EnumerateRunes().Select(r => r.ToString())]);
        return read.Count > 0 && read.All(syllable => syllable is not null) ? string.Concat(read) : null;
    }

    public bool IsSyllable(string letters) => _syllables.Contains(letters);

    /// <summary>True when letters can be whole syllables, the last of which may be half typed: baoan, baoa, but not excel.</summary>
    public bool CanBe(string letters)
    {
        ArgumentNullException.ThrowIfNull(letters);
        var reachable = new bool[letters.Length + 1];
        reachable[0] = true;
        for (var from = 0; from < letters.Length; from++)
        {
            if (!reachable[from]) continue;
            if (from > 0 && _beginnings.Contains(letters[from..])) return true;
            for (var length = 1; length <= 6 && from + length <= letters.Length; length++)
                if (_syllables.Contains(letters.Substring(from, length))) reachable[from + length] = true;
        }

        return reachable[^1];
    }

    private string[]? Word(IReadOnlyList<string> runes, int at)
    {
        for (var length = Math.Min(LongestWord, runes.Count - at); length >= 2; length--)
            if (_words.TryGetValue(string.Concat(runes.Skip(at).Take(length)), out var readings)) return readings;
        return null;
    }

    private static Pinyin Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("JobMatch.Words.pinyin.txt")
            ?? throw new InvalidOperationException("The table of readings is not embedded.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var table = new Pinyin();
        var words = false;
        while (reader.ReadLine() is { } line)
        {
            if (line == "*") words = true;
            else if (words) table.AddWord(line.Split(' '));
            else table.AddSyllable(line.Split(' '));
        }

        return table;
    }

    private void AddSyllable(string[] line)
    {
        _syllables.Add(line[0]);
        for (var length = 1; length <= line[0].Length; length++) _beginnings.Add(line[0][..length]);
        foreach (var rune in line[1].EnumerateRunes()) _usual[rune.Value] = line[0];
    }

    private void AddWord(string[] line) => _words[line[0]] = line[1..];
}
