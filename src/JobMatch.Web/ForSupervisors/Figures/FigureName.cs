using System.Globalization;
using JobMatch.EmploymentSpells;
using JobMatch.Tallies;

namespace JobMatch.Web.ForSupervisors.Figures;

/// <summary>A number as addresses name it. The first six count households, the others people.</summary>
public enum FigureName
{
    Capacity = 1,
    Willing = 2,
    Covered = 3,
    NotCovered = 4,
    ZeroEmployment = 5,
    Workers = 11,
    WillingAndAble = 12,
    Employed = 13,
    Stable = 14,
    WithoutWork = 15,
}

public static class FigureNames
{
    /// <summary>The figure of households, or null when it counts people.</summary>
    public static HouseholdFigure? Households(this FigureName figure) => figure switch
    {
        FigureName.Capacity => HouseholdFigure.Capacity,
        FigureName.Willing => HouseholdFigure.Willing,
        FigureName.Covered => HouseholdFigure.Covered,
        FigureName.NotCovered => HouseholdFigure.NotCovered,
        FigureName.ZeroEmployment => HouseholdFigure.ZeroEmployment,
        _ => null,
    };

    /// <summary>The figure of people; households have none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The figure counts households.</exception>
    public static PersonFigure People(this FigureName figure) => figure switch
    {
        FigureName.Workers => PersonFigure.Workers,
        FigureName.WillingAndAble => PersonFigure.WillingAndAble,
        FigureName.Employed => PersonFigure.Employed,
        FigureName.Stable => PersonFigure.StablyEmployed,
        FigureName.WithoutWork => PersonFigure.WillingWithoutWork,
        _ => throw new ArgumentOutOfRangeException(nameof(figure), figure, "Counts households."),
    };

    /// <summary>Where the rows behind a number stand.</summary>
    public static string Url(this FigureName figure, Data.Month month, Within within = default, Channel? channel = null, int page = 1, ChannelGroup? group = null)
    {
        var url = string.Create(CultureInfo.InvariantCulture, $"/county/figures?figure={figure}&month={month.Code}");
        if (within.SettlementId is { } settlement) url += string.Create(CultureInfo.InvariantCulture, $"&settlement={settlement}");
        if (within.TownshipCode is { } township) url += string.Create(CultureInfo.InvariantCulture, $"&township={township}");
        if (within.From800) url += "&from800=true";
        if (channel is not null) url += $"&channel={channel}";
        if (group is not null) url += $"&group={group}";
        return page > 1 ? url + string.Create(CultureInfo.InvariantCulture, $"&page={page}") : url;
    }
}
