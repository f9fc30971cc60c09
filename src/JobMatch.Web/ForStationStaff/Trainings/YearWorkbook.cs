using JobMatch.Settlements;
using JobMatch.Training;
using JobMatch.Web.Shared;
using JobMatch.Web.Shared.Fits;
using JobMatch.Web.Shared.Language;
using JobMatch.Web.Shared.Sheets;
using JobMatch.Web.Shared.Trainings;

namespace JobMatch.Web.ForStationStaff.Trainings;

/// <summary>The year's training plan as a workbook: person by person with the sum below, and by training.</summary>
public sealed class YearWorkbook(Texts texts, Say say, FitNames names)
{
    /// <param name="year">Which.</param>
    /// <param name="rows">Those that the page shows, a household's one behind the other.</param>
    /// <param name="totals">Of the whole year, as on the page.</param>
    /// <param name="settlements">By id.</param>
    /// <param name="cancel">Stops.</param>
    public Task<byte[]> OfAsync(TrainingYearOf year, IReadOnlyList<TrainingYearRow> rows, IReadOnlyList<YearTotal> totals, IReadOnlyDictionary<long, Settlement> settlements, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(year);
        ArgumentNullException.ThrowIfNull(settlements);
        var people = rows.Select(row => Cells(year, row, settlements)).Append([texts["Trainings.YearCount", rows.Select(row => row.Household.Id).Distinct().Count(), rows.Count]]);
        return new Workbook()
            .Add(texts["Trainings.YearOf", year.Year], [texts["Plans.Household"], texts["Trainings.Settlement"], texts["Trainings.Building"], texts["Station.Candidates.Person"], texts["Trainings.Sex"], texts["Trainings.Age"], texts["Trainings.Wants"], texts["Trainings.InYear", year.Year], texts["Trainings.DueBy"]], people)
            .Add(texts["Trainings.Totals"], [texts["Trainings.OnlyKind"], texts["Trainings.Wants"], texts["Trainings.InYear", year.Year]], totals.Select(total => (IReadOnlyList<object?>)[names.Training(total.Kind), total.Wanting, total.InClass]))
            .ToBytesAsync(cancel);
    }

    private IReadOnlyList<object?> Cells(TrainingYearOf year, TrainingYearRow row, IReadOnlyDictionary<long, Settlement> settlements) =>
    [
        row.Household.Number, settlements.GetValueOrDefault(row.Household.SettlementId)?.Name, row.Household.Building, row.Person.Name, texts.Of(row.Person.Sex), row.Person.AgeOn(say.Today),
        string.Join(texts["Trainings.Comma"], row.Wanted.Select(kind => names.Training(kind))),
        row.ThisYear.Count > 0 ? string.Join(texts["Trainings.Comma"], row.ThisYear.Select(Told)) : texts[year.Year < year.This ? "Trainings.NotThen" : "Trainings.NotYet"],
        row.DueBy is { } due ? say.FullDay(due) : null,
    ];

    /// <summary>Who is entered in a class that has not begun attends nothing yet.</summary>
    private string Told(TrainingRecord record) =>
        $"{names.TrainingTitle(record.KindId, record.Title)} ({(record.Result == TrainingResult.Attending && record.From > say.Today ? texts["Trainings.Begins", say.FullDay(record.From)] : texts.Of(record.Result))})";
}
