using System.Collections.Concurrent;

namespace JobMatch.Search.Words;

/// <summary>
/// Names of occupations as one term each, marked U+E002. A name is found only whole: cut into pairs, 水电工 of a pipe fitter would answer who asks for
/// 电工, and 船舶电焊工 of a ship builder who asks for 焊工.
/// </summary>
internal static class WholeNames
{
    private const char Mark = '\uE002';

    private const char CalledMark = '\uE004';

    /// <summary>Names come from the catalogue: each is folded once, not for everybody who bears it.</summary>
    private static readonly ConcurrentDictionary<string, string> JoinedNames = new(StringComparer.Ordinal);

    /// <summary>The terms of names, and of those that somebody is called exactly, which have a mark of their own (U+E004).</summary>
    public static string Index(IEnumerable<string> names, IEnumerable<string> called) => string.Join(' ', called.Select(name => CalledMark + JoinedOf(name)).Distinct(StringComparer.Ordinal).Prepend(Index(names)));

    /// <summary>The terms of names, parted by spaces.</summary>
    public static string Index(IEnumerable<string> names) => string.Join(' ', names.Select(name => Mark + JoinedOf(name)).Distinct(StringComparer.Ordinal));

    /// <summary>The term of a folded name, without blanks and signs.</summary>
    public static string TermOf(string folded) => Mark + Joined(folded);

    /// <summary>The same of what somebody is called exactly.</summary>
    public static string CalledTermOf(string folded) => CalledMark + Joined(folded);

    private static string JoinedOf(string name) => JoinedNames.GetOrAdd(name, static n => Joined(FoldedText.Fold(n)));

    private static string Joined(string folded) => string.Concat(Bigrams.Runs(folded).Select(run => run.Text));
}
