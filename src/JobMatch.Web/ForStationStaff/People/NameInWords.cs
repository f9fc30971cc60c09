using JobMatch.Data;
using JobMatch.Households;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.ForStationStaff.People;

/// <summary>Finds a name among words that found nobody: no index holds names, but the ledger does, whatever the surname.</summary>
public sealed class NameInWords(JobMatchDbContext db)
{
    private const int LongestName = 8;

    /// <summary>The first word that begins a name on the ledger within the scope; else the words when they look like a name; null for neither.</summary>
    public async Task<string?> FindAsync(string words, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(words);
        var all = words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(Asking.PostingQuery.MostWords).ToList();
        foreach (var name in all.SelectMany(PersonNames.In).Where(name => name.Length is >= 2 and <= LongestName))
            if (await db.Set<Person>().AsNoTracking().AnyAsync(p => p.Name.StartsWith(name), cancel)) return name;
        return all is [var one] ? PersonNames.In(one).FirstOrDefault(PersonNames.MayBe) : null;
    }
}
