using System.Text.RegularExpressions;
using JobMatch.Data;
using JobMatch.Households;
using JobMatch.Occupations;
using JobMatch.Search.Words;
using JobMatch.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace JobMatch.Search.Tests.WholeSeed;

/// <summary>
/// All that identifies somebody of the county, in clear: names of everybody on the ledger, phones, ID numbers, addresses and doors. <see cref="LeaksIn"/> says which of it stands in a text of an index,
/// written out or cut into the terms of the index (韦桂兰 → 韦桂 桂兰).
/// </summary>
internal sealed partial class SeedSecrets
{
    private const int LongestName = 6;
    private const int DoorStart = 4;
    private readonly HashSet<string> _names;
    private readonly HashSet<string> _numbers;
    private readonly Dictionary<string, List<string>> _doors;
    private readonly int[] _nameLengths;

    private SeedSecrets(HashSet<string> names, HashSet<string> numbers, HashSet<string> doors)
    {
        (_names, _numbers, _nameLengths) = (names, numbers, [.. names.Select(n => n.Length).Distinct().Order()]);
        _doors = doors.GroupBy(d => d[..DoorStart], StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
    }

    public int NameCount => _names.Count;

    public int NumberCount => _numbers.Count;

    public int DoorCount => _doors.Values.Sum(d => d.Count);

    public IEnumerable<string> NamesAndNumbers => _names.Concat(_numbers);

    /// <summary>The i-th of each, to plant.</summary>
    public string Name(int i) => _names.ElementAt(i);

    public string Number(int i) => _numbers.ElementAt(i);

    public string Door(int i) => _doors.Values.ElementAt(i)[0];

    public static Task<SeedSecrets> ReadAsync(TestCounty county) => county.InAsync(async services =>
    {
        var (db, keys) = (services.GetRequiredService<JobMatchDbContext>(), services.GetRequiredService<PersonalData>());
        var people = await db.Set<Person>().AsNoTracking().Select(p => new { p.Name, p.Phone, p.IdNumber }).ToListAsync();
        var homes = await db.Set<Household>().AsNoTracking().Select(h => new { h.Building, h.Address }).ToListAsync();
        // A word of the catalogue says nothing about the person who happens to be called so.
        var catalogue = string.Join('\n', Catalogue.Instance.Occupations.Values.SelectMany(OccupationNames.Names)
            .Concat(Catalogue.Instance.Skills.Values.Select(s => s.Name)).Concat(Catalogue.Instance.Certificates.Values.Select(c => c.Name)).Concat(Catalogue.Instance.Trainings.Values.Select(t => t.Name)));
        return new SeedSecrets(
            [.. people.Select(p => FoldedText.Fold(p.Name)).Where(n => n.Length is > 1 and <= LongestName && !catalogue.Contains(n, StringComparison.Ordinal))],
            [.. people.SelectMany(p => new[] { p.Phone, p.IdNumber }).OfType<Protected>().Select(keys.Reveal).Select(FoldedText.Fold)],
            [.. homes.Select(h => h.Address).OfType<Protected>().Select(keys.Reveal).Select(Plain).Where(a => a.Length >= DoorStart)]);
    });

    /// <summary>What of it stands in a text; the text may be a document, its JSON or terms parted by spaces.</summary>
    public IEnumerable<string> LeaksIn(string text)
    {
        var folded = FoldedText.Fold(text);
        return NumbersIn(folded).Concat(Chinese().Matches(folded).Select(m => m.Value).Concat(Joined(folded)).SelectMany(NamesInRun)).Concat(DoorsIn(Plain(folded)));
    }

    private List<string> NumbersIn(string folded)
    {
        var found = new List<string>();
        var numbers = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var digits in Digits().Matches(folded).Select(m => m.Value))
            for (var from = 0; from < digits.Length; from++)
                foreach (var length in (int[])[11, 15, 18])
                    if (from + length <= digits.Length && numbers.TryGetValue(digits.AsSpan(from, length), out var number)) found.Add(number);
        return found;
    }

    private List<string> NamesInRun(string run)
    {
        var found = new List<string>();
        var names = _names.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var from = 0; from < run.Length; from++)
            foreach (var length in _nameLengths)
                if (from + length <= run.Length && names.TryGetValue(run.AsSpan(from, length), out var name)) found.Add(name);
        return found;
    }

    private List<string> DoorsIn(string plain)
    {
        var found = new List<string>();
        var doors = _doors.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var from = 0; from + DoorStart <= plain.Length; from++)
            if (doors.TryGetValue(plain.AsSpan(from, DoorStart), out var candidates)) found.AddRange(candidates.Where(d => plain.AsSpan(from).StartsWith(d, StringComparison.Ordinal)));
        return found;
    }

    /// <summary>Runs of overlapping pairs put together again: 韦桂 桂兰 → 韦桂兰.</summary>
    private static IEnumerable<string> Joined(string terms)
    {
        var run = new System.Text.StringBuilder();
        foreach (var term in terms.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (run.Length > 0 && term.Length == 2 && term[0] == run[^1])
            {
                run.Append(term[1]);
                continue;
            }

            if (run.Length > 2) yield return run.ToString();
            run.Clear().Append(term.Length == 2 ? term : "");
        }

        if (run.Length > 2) yield return run.ToString();
    }

    private static string Plain(string text) => FoldedText.Fold(text).Replace(" ", "", StringComparison.Ordinal);

    [GeneratedRegex(@"\d{10,}x?")]
    private static partial Regex Digits();

    [GeneratedRegex(@"[\u3400-\u9fff]{2,}")]
    private static partial Regex Chinese();
}
