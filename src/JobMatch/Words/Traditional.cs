using System.Collections.Frozen;
using System.Reflection;
using System.Text;

namespace JobMatch.Words;

/// <summary>
/// Traditional characters as simplified ones, one for one (服務員 → 服务员): a table made by <c>tools/Traditional</c>. What simplified writing uses
/// too stays as it is, so that a simplified text never changes.
/// </summary>
public static class Traditional
{
    private static readonly FrozenDictionary<char, char> Simplified = Load();

    public static char Simplify(char character) => character < '\u4E00' ? character : Simplified.GetValueOrDefault(character, character);

    private static FrozenDictionary<char, char> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("JobMatch.Words.traditional.txt")
            ?? throw new InvalidOperationException("The table of traditional characters is not embedded.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var (traditional, simplified) = (reader.ReadLine() ?? "", reader.ReadLine() ?? "");
        return traditional.Zip(simplified).ToFrozenDictionary(pair => pair.First, pair => pair.Second);
    }
}
