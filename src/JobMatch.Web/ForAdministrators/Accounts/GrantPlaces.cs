using System.Globalization;
using JobMatch.Accounts;
using JobMatch.Data;
using JobMatch.Employers;
using JobMatch.Regions;
using JobMatch.Settlements;
using JobMatch.Web.Shared.Language;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.ForAdministrators.Accounts;

/// <summary>A place where a role may hold, by its name.</summary>
public sealed record GrantPlace(GrantArea Area, long TargetId, string Name)
{
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{Area}:{TargetId}");
}

/// <summary>Every place that a grant can name, so that an administrator chooses names and never types numbers.</summary>
public sealed class GrantPlaces(JobMatchDbContext db, Texts texts)
{
    private const int MostEmployers = 500;

    /// <param name="granted">Targets that must be there even when the list of employers is cut.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<IReadOnlyList<GrantPlace>> ReadAsync(IReadOnlyCollection<AccountGrant> granted, CancellationToken cancel)
    {
        var employersGranted = granted.Where(g => g.Area == GrantArea.Employer).Select(g => g.TargetId).ToList();
        var regions = await db.Set<Region>().AsNoTracking().Where(r => r.Level >= RegionLevel.City && r.Level <= RegionLevel.Township).OrderBy(r => r.Code).ToListAsync(cancel);
        var stations = await db.Set<Station>().AsNoTracking().OrderBy(s => s.Name).ToListAsync(cancel);
        var settlements = await db.Set<Settlement>().AsNoTracking().OrderBy(s => s.Name).ToListAsync(cancel);
        var employers = await db.Set<Employer>().AsNoTracking().OrderByDescending(e => employersGranted.Contains(e.Id)).ThenByDescending(e => e.Id).Take(MostEmployers).Select(e => new { e.Id, e.Name }).ToListAsync(cancel);
        return
        [
            new(GrantArea.System, 0, texts["GrantArea.System"]),
            .. stations.Select(s => new GrantPlace(GrantArea.Station, s.Id, s.Name)),
            .. settlements.Select(s => new GrantPlace(GrantArea.Settlement, s.Id, s.Name)),
            // A city's grant compares with the first four digits of the county's code.
            .. regions.Select(r => new GrantPlace(r.Level switch { RegionLevel.City => GrantArea.City, RegionLevel.County => GrantArea.County, _ => GrantArea.Township }, r.Level == RegionLevel.City ? r.Code / 100 : r.Code, r.Name)),
            .. employers.Select(e => new GrantPlace(GrantArea.Employer, e.Id, e.Name)),
        ];
    }

    /// <summary>Where a role may hold at all.</summary>
    public static bool Suits(Role role, GrantArea area) => role switch
    {
        Role.Staff => area is GrantArea.Station or GrantArea.Settlement,
        Role.Employer => area == GrantArea.Employer,
        Role.Supervisor => area is GrantArea.System or GrantArea.City or GrantArea.County or GrantArea.Township,
        Role.Administrator => area is GrantArea.System,
        _ => false,
    };
}
