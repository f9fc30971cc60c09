using System.Globalization;
using JobMatch.Data;
using JobMatch.Households;
using JobMatch.Settlements;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.ForStationStaff;

/// <summary>A worker of the station whom a clerk may mean. Namesakes are told apart by where they live and their masked ID number.</summary>
public sealed record FoundPerson(Person Person, Worker Worker, string Home, string? MaskedId);

/// <param name="Who">What was typed.</param>
/// <param name="People">Those found, in the order of names.</param>
/// <param name="More">There are more than are listed.</param>
public sealed record PeopleFound(string Who, IReadOnlyList<FoundPerson> People, bool More)
{
    public static PeopleFound Nobody { get; } = new("", [], false);
}

/// <summary>
/// Finds workers of the scope, for a clerk who picks somebody: by the beginning of the name, by a whole ID number, by its last four characters or more, by the birth date in it (8 digits), or by a name and one of these. What is typed is sent,
/// never put into an address.
/// </summary>
public sealed class PeopleFinder(JobMatchDbContext db, PersonalData personal)
{
    private const int Most = 12;
    private const int LeastSigns = 4;
    private const int WholeNumber = 18;

    public async Task<PeopleFound> FindAsync(string? who, CancellationToken cancel)
    {
        var (asked, name, number) = Read(who);
        if (name.Length == 0 && number.Length < LeastSigns) return PeopleFound.Nobody with { Who = asked };
        var people = db.Set<Person>().AsNoTracking().Where(p => db.Set<Worker>().Any(w => w.Id == p.Id));
        if (name.Length > 0) people = people.Where(p => p.Name.StartsWith(name));
        // As the ledger has it: a number whose last sign does not agree with the others may stand there too.
        if (number.Length == WholeNumber)
        {
            var hash = personal.HashIdNumber(number);
            people = people.Where(p => p.IdHash == hash);
        }

        var ids = new List<long>();
        await foreach (var person in people.OrderBy(p => p.Name).ThenBy(p => p.Id).Select(p => new { p.Id, p.IdNumber }).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (number.Length is > 0 and < WholeNumber && !(person.IdNumber is { } held && IsPart(number, personal.Reveal(held)))) continue;
            ids.Add(person.Id);
            if (ids.Count > Most) break;
        }

        return new PeopleFound(asked, await OfAsync([.. ids.Take(Most)], cancel), ids.Count > Most);
    }

    /// <summary>These people, as far as they are workers of the scope, in the order of the ids.</summary>
    public async Task<IReadOnlyList<FoundPerson>> OfAsync(IReadOnlyList<long> ids, CancellationToken cancel)
    {
        var wanted = ids.Distinct().ToList();
        var rows = await (from person in db.Set<Person>().AsNoTracking()
                          join worker in db.Set<Worker>().AsNoTracking() on person.Id equals worker.Id
                          join household in db.Set<Household>() on person.HouseholdId equals household.Id
                          join settlement in db.Set<Settlement>() on person.SettlementId equals settlement.Id
                          where wanted.Contains(person.Id)
                          select new { person, worker, household.Building, settlement.Name }).ToDictionaryAsync(r => r.person.Id, cancel);
        return [.. wanted.Where(rows.ContainsKey).Select(id => rows[id]).Select(r => new FoundPerson(r.person, r.worker, $"{r.Name} {r.Building}".Trim(), r.person.IdNumber is { } number ? IdNumber.Mask(personal.Reveal(number)) : null))];
    }

    private static (string Asked, string Name, string Number) Read(string? who)
    {
        var words = TypedText.Narrow(who ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var numbers = words.Where(IsNumber).ToList();
        return (string.Join(' ', words), string.Concat(words.Except(numbers)), string.Concat(numbers).ToUpperInvariant());
    }

    private static bool IsNumber(string word) => word[..^1].All(char.IsAsciiDigit) && (char.IsAsciiDigit(word[^1]) || (word.Length > 1 && word[^1] is 'x' or 'X'));

    private static bool IsPart(string part, string number) =>
        number.EndsWith(part, StringComparison.OrdinalIgnoreCase)
        || (number.Length == WholeNumber && DateOnly.TryParseExact(part, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) && number.AsSpan(6, 8).SequenceEqual(part));
}
