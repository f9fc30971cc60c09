using JobMatch.Data;
using JobMatch.Fairs;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.Shared.Trainings;

/// <summary>Which vacancies a page about training counts, and what else could be chosen. All of it stands in the address, so that a colleague sees the same.</summary>
/// <param name="Scope">As the address says.</param>
/// <param name="Fairs">To choose from.</param>
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

    /// <summary>With the fairs of these last months and of those to come, of the scope at hand.</summary>
    public static async Task<DemandAsked> ReadAsync(IQueryCollection query, string at, JobMatchDbContext db, DateOnly today, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        var (scope, since) = (Read(query), today.AddDays(-60));
        return new(scope, await db.Set<Fair>().AsNoTracking().Where(f => f.On >= since || f.Id == scope.FairId).OrderByDescending(f => f.On).Take(50).ToListAsync(cancel), at);
    }
}
