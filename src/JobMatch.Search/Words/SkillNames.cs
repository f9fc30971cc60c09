using System.Collections.Concurrent;
using JobMatch.Occupations;

namespace JobMatch.Search.Words;

/// <summary>
/// Names of an occupation that are those of one of its skills. Whoever keeps house (家政服务员) is a 月嫂 only if she can nurse newborns, and of those who work in a kitchen
/// (中式烹调师) a skill tells the 帮厨 from the 厨师. What an occupation is first of all, somebody of whom no skill is recorded may be called too.
/// </summary>
internal static class SkillNames
{
    /// <summary>A skill of more occupations (流水线操作) tells none of them apart.</summary>
    private const int MostOccupations = 3;

    private static readonly ILookup<string, Skill> ByName = Catalogue.Instance.Skills.Values.OrderBy(s => s.Id)
        .SelectMany(s => s.Words.Prepend(s.Name).Select(FoldedText.Fold).Distinct(StringComparer.Ordinal), (skill, name) => (skill, name)).ToLookup(s => s.name, s => s.skill, StringComparer.Ordinal);

    private static readonly Dictionary<int, Skill> First = Catalogue.Instance.Skills.Values.SelectMany(s => s.Occupations, (skill, occupation) => (skill, occupation))
        .GroupBy(s => s.occupation, s => s.skill).ToDictionary(g => g.Key, g => g.OrderBy(s => s.Occupations.Count).ThenBy(s => s.Id).First());

    private static readonly ILookup<string, Occupation> Called = Catalogue.Instance.Occupations.Values
        .SelectMany(o => OccupationNames.Names(o).Select(FoldedText.Fold).Distinct(StringComparer.Ordinal), (occupation, name) => (occupation, name)).ToLookup(o => o.name, o => o.occupation, StringComparer.Ordinal);

    /// <summary>Of each occupation its names, with the skills that each tells; worked out when the first of its people is read.</summary>
    private static readonly ConcurrentDictionary<int, IReadOnlyList<(string Name, List<int> Tells)>> Told = new();

    /// <summary>What somebody of an occupation may be called who has these skills.</summary>
    public static IEnumerable<string> Of(Occupation occupation, IReadOnlyCollection<int> skills) => ToldOf(occupation).Where(told => told.Tells.Count == 0 || told.Tells.Any(skills.Contains) || told.Tells.Contains(First[occupation.Id].Id)).Select(told => told.Name);

    /// <summary>Those of them that her skills do not leave open.</summary>
    public static IEnumerable<string> SurelyOf(Occupation occupation, IReadOnlyCollection<int> skills) => ToldOf(occupation).Where(told => told.Tells.Count == 0 || told.Tells.Any(skills.Contains)).Select(told => told.Name);

    private static IReadOnlyList<(string Name, List<int> Tells)> ToldOf(Occupation occupation) => Told.GetOrAdd(occupation.Id, static (_, of) => [.. OccupationNames.Names(of).Select(name => (name, Tells(of, FoldedText.Fold(name))))], occupation);

    /// <summary>Of the other names of a folded word those that do not tell another skill; of one that says less than the whole occupation, only those of its own skill.</summary>
    public static IReadOnlyList<string> Others(string word, IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        var skills = ByName[word].Select(s => s.Id).ToHashSet();
        if (skills.Count == 0) return names;
        var isPart = Called[word].Any() && Called[word].All(o => Tells(o, word) is { Count: > 0 } own && !own.Contains(First[o.Id].Id));
        return [.. names.Where(name => ByName[name].Any() ? ByName[name].Any(s => skills.Contains(s.Id)) : !isPart)];
    }

    /// <summary>Longer names of occupations in which the name of another stands without being what they do: 缝纫 in 缝纫品整型工. What only adds who does it (养殖技术人员) is the same work.</summary>
    public static IReadOnlyList<string> Around(string word) => !Called.Contains(word) ? [] : Misleading.GetOrAdd(word, static asked => [.. Official
        .Where(name => name.IndexOf(asked, StringComparison.Ordinal) is >= 0 and var at && !IsWho(name[(at + asked.Length)..]) && !Called[asked].Any(o => FoldedText.Fold(o.Name) == name))]);

    private static readonly ConcurrentDictionary<string, IReadOnlyList<string>> Misleading = new(StringComparer.Ordinal);

    private static readonly IReadOnlyList<string> Official = [.. Catalogue.Instance.Occupations.Values.Select(o => FoldedText.Fold(o.Name))];

    private static bool IsWho(string rest) => rest is "" or "员" or "工" or "师" or "家" or "人员" or "技术人员" or "工程技术人员";

    private static List<int> Tells(Occupation occupation, string name) => [.. ByName[name].Where(s => s.Occupations.Count <= MostOccupations && s.Occupations.Contains(occupation.Id)).Select(s => s.Id)];
}
