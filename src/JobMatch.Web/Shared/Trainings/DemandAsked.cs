using JobMatch.Data;
using JobMatch.Fairs;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.Shared.Trainings;

/// <summary>Which vacancies a page about training counts, and what else could be chosen. All of it stands in the address, so that a colleague sees the same.</summary>
/// <param name="Scope">As the address says; where it says nothing, the next fair that postings come to, for over everything a training seldom opens a place.</param>
/// <param name="Fairs">Today's and coming ones, the next first; and the one asked about, should it be over.</param>
/// <param name="Base">Where the page lies.</param>
public sealed record DemandAsked(DemandScope Scope, IReadOnlyList<Fair> Fairs, string Base)
{
    /// <summary>The coming fair that postings come to; null: none.</summary>
    public Fair? Next { get; private init; }

    /// <summary>The address of the coming fair's demand; null when there is none or it is the one asked about.</summary>
    public string? ToNext => Next is { } fair && fair.Id != Scope.FairId ? Path(Base, new DemandScope { FairId = fair.Id }) : null;

    /// <summary>The address of a page about this question.</summary>
    public string At(string path) => Path(Base + path, Scope);

    public static string Path(string path, DemandScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return $"{path}?{scope.Query}";
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
        var fairs = await db.Set<Fair>().AsNoTracking().Where(f => f.On >= today || f.Id == scope.FairId).OrderBy(f => f.On).ThenBy(f => f.Id).Take(50).ToListAsync(cancel);
        var next = fairs.FirstOrDefault(f => f.On >= today && f.PostingIds.Count > 0);
        if (next is not null && string.IsNullOrEmpty(query["of"])) scope = scope with { FairId = next.Id };
        return new(scope, fairs, at) { Next = next };
    }
}
