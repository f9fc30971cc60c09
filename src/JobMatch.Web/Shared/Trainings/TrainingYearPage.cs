using JobMatch.Training;

namespace JobMatch.Web.Shared.Trainings;

/// <summary>One page of the year's plan, whole households: a station has hundreds.</summary>
/// <param name="Rows">Of this page, a household's one behind the other.</param>
/// <param name="Page">From 1.</param>
/// <param name="Pages">At least 1.</param>
/// <param name="Households">On all pages.</param>
/// <param name="People">On all pages.</param>
/// <param name="InClass">Of them, who has a class in the year.</param>
/// <param name="Waiting">Of them, whose wish waits; who has a class and another wish is counted with both.</param>
public sealed record TrainingYearPage(IReadOnlyList<TrainingYearRow> Rows, int Page, int Pages, int Households, int People, int InClass, int Waiting)
{
    private const int Size = 25;

    /// <summary>Everything on one page, for printing.</summary>
    public static TrainingYearPage Whole(IReadOnlyList<TrainingYearRow> all)
    {
        ArgumentNullException.ThrowIfNull(all);
        return new(all, 1, 1, all.Select(row => row.Household.Id).Distinct().Count(), all.Count, all.Count(row => row.InClass), all.Count(row => row.Waits));
    }

    /// <param name="all">All rows, a household's one behind the other.</param>
    /// <param name="page">The page asked for; taken to the nearest there is.</param>
    public static TrainingYearPage Of(IReadOnlyList<TrainingYearRow> all, int page)
    {
        ArgumentNullException.ThrowIfNull(all);
        var homes = all.GroupBy(row => row.Household.Id).ToList();
        var pages = Math.Max(1, (homes.Count + Size - 1) / Size);
        var at = Math.Clamp(page, 1, pages);
        return new([.. homes.Skip((at - 1) * Size).Take(Size).SelectMany(home => home)], at, pages, homes.Count, all.Count, all.Count(row => row.InClass), all.Count(row => row.Waits));
    }
}
