using JobMatch.Occupations;

namespace JobMatch.Asking;

/// <summary>
/// Work as titles call it, of words that say it in another form: 做保洁 and 打小工 without their verb, 木工师傅 without the master, 扛水泥 as carrying. In the catalogue some of these stand
/// too, but a title seldom does.
/// </summary>
internal static class PlainWork
{
    /// <summary>What 扛水泥 and 卸煤 are, whatever is carried.</summary>
    private const string Carrying = "搬运";

    /// <summary>The plain word, and the occupations that it names; null when the words are in no such form.</summary>
    public static (string Name, IReadOnlyList<ResolvedOccupation> Named)? Of(string words)
    {
        if (FormsOf(words) is not { } plain || Named(plain) is not { Count: > 0 } named) return null;
        return (plain, named);
    }

    /// <summary>Occupations of which a word is the whole name.</summary>
    public static IReadOnlyList<ResolvedOccupation> Named(string name) => name.Length < 2 ? [] : [.. OccupationResolver.Instance.Resolve(name).Where(found => found.Words == name)];

    private static string? FormsOf(string words) => words switch
    {
        // The verb goes with it: 当 by itself stands in every other text.
        ['做' or '干' or '当' or '学', .. var work] => work,
        ['打', .. var work] when work.EndsWith('工') => work,
        [.. { Length: > 1 } trade, '师', '傅'] => trade,
        ['扛' or '搬' or '卸' or '抬', _, .. { Length: <= 2 }] and not [.., '工' or '员' or '家'] when Named(words).Count == 0 => Carrying,
        _ => null,
    };
}
