using System.Globalization;
using JobMatch.Data;
using JobMatch.Occupations;
using JobMatch.Settlements;
using JobMatch.Web.Shared.Fits;
using JobMatch.Web.Shared.Language;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.ForStationStaff;

/// <summary>What a list to choose from offers, in words.</summary>
public static class Choices
{
    /// <summary>The values of an enum but some.</summary>
    public static IReadOnlyList<SelectListItem> Of<TEnum>(Texts texts, params TEnum[] without) where TEnum : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(texts);
        return [.. Enum.GetValues<TEnum>().Except(without).Select(value => new SelectListItem(texts.Of(value), value.ToString()))];
    }

    public static IReadOnlyList<SelectListItem> Skills(FitNames names) => Named(Catalogue.Instance.Skills.Keys, id => names.Skill(id));

    public static IReadOnlyList<SelectListItem> Certificates(FitNames names) => Named(Catalogue.Instance.Certificates.Keys, id => names.Certificate(id));

    public static IReadOnlyList<SelectListItem> Trainings(FitNames names) => Named(Catalogue.Instance.Trainings.Keys, id => names.Training(id));

    /// <summary>The settlements of the scope.</summary>
    public static async Task<IReadOnlyList<SelectListItem>> SettlementsAsync(JobMatchDbContext db, CurrentScope scope, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var (all, mine) = (scope.Value.IsSystem, scope.Value.SettlementIds);
        var rows = await db.Set<Settlement>().AsNoTracking().Where(s => all || mine.Contains(s.Id)).OrderBy(s => s.Name).Select(s => new { s.Id, s.Name }).ToListAsync(cancel);
        return rows.ConvertAll(s => new SelectListItem(s.Name, s.Id.ToString(CultureInfo.InvariantCulture)));
    }

    private static List<SelectListItem> Named(IEnumerable<int> ids, Func<long, string> name) =>
        [.. ids.Order().Select(id => new SelectListItem(name(id), id.ToString(CultureInfo.InvariantCulture)))];
}
