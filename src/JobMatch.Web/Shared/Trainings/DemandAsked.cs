using JobMatch.Data;
using JobMatch.Fairs;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.Shared.Trainings;

/// <summary>Which vacancies a page about training counts, and what else could be chosen. All of it stands in the address, so that a colleague sees the same.</summary>
/// <param name="Scope">As the address says.</param>
/// <param name="Fairs">Today's and coming ones, the next first; and the one asked about, should it be over.</param>
/// <param name="Base">Where the page lies.</param>
public sealed record DemandAsked(DemandScope Scope, IReadOnlyList<Fair> Fairs, string Base)
{
    /// <summary>The address of a page about this question.</summary>
    public string At(string path) => Path(Base + path, Scope);

    public static string Path(string path, DemandScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return scope.Query.Length > 0 ? $"{path}?{scope.Query}" : path;
    }

    /// <summary>The question of an address.</summary>
    public static DemandScope Read(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return DemandScope.Read(query["of"], int.TryParse(query["least"], out var least) ? least : null);
    }

    /// <summary>With the fairs to come, of the scope at hand: for one that is over nobody can be trained any more.</summary>
    public static async Task<DemandAsked> ReadAsync(IQueryCollection query, string at, JobMatchDbContext db, DateOnly today, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        var scope = Read(query);
        return new(scope, await db.Set<Fair>().AsNoTracking().Where(f => f.On >= today || f.Id == scope.FairId).OrderBy(f => f.On).ThenBy(f => f.Id).Take(50).ToListAsync(cancel), at);
    }
}
