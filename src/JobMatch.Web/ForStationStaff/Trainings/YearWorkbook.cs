using JobMatch.Settlements;
using JobMatch.Training;
using JobMatch.Web.Shared;
using JobMatch.Web.Shared.Fits;
using JobMatch.Web.Shared.Language;
using JobMatch.Web.Shared.Sheets;
using JobMatch.Web.Shared.Trainings;

namespace JobMatch.Web.ForStationStaff.Trainings;

/// <summary>The year's training plan as a workbook: a row for each training that somebody has in the year or waits for, with the sum of people below, and by training.</summary>
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
        var whole = TrainingYearPage.Whole(rows);
        var people = rows.SelectMany(row => Lines(year, row, settlements)).Append([texts["Trainings.YearCount", whole.Households, whole.People, whole.InClass, whole.Waiting]]);
        return new Workbook()
            .Add(texts["Trainings.YearOf", year.Year], [texts["Plans.Household"], texts["Trainings.Settlement"], texts["Trainings.Building"], texts["Station.Candidates.Person"], texts["Trainings.Sex"], texts["Trainings.Age"], texts["Trainings.OnlyKind"], texts["Trainings.InYear", year.Year], texts["Trainings.DueBy"]], people)
            .Add(texts["Trainings.Totals"], [texts["Trainings.OnlyKind"], texts[year.Open], texts["Trainings.InYear", year.Year]], totals.Select(total => (IReadOnlyList<object?>)[names.Training(total.Kind), total.Wanting, total.InClass]))
            .ToBytesAsync(cancel);
    }

    private IEnumerable<IReadOnlyList<object?>> Lines(TrainingYearOf year, TrainingYearRow row, IReadOnlyDictionary<long, Settlement> settlements) =>
    [
        .. row.ThisYear.Select(record => Cells(row, settlements, names.TrainingTitle(record.KindId, record.Title), Told(record))),
        .. row.Wanted.Select(kind => Cells(row, settlements, names.Training(kind), texts[year.Open])),
    ];

    private IReadOnlyList<object?> Cells(TrainingYearRow row, IReadOnlyDictionary<long, Settlement> settlements, string training, string state) =>
    [
        row.Household.Number, settlements.GetValueOrDefault(row.Household.SettlementId)?.Name, row.Household.Building, row.Person.Name, texts.Of(row.Person.Sex), row.Person.AgeOn(say.Today),
        training, state,
        row.DueBy is { } due ? say.FullDay(due) : null,
    ];

    /// <summary>Who is entered in a class that has not begun attends nothing yet.</summary>
    private string Told(TrainingRecord record) =>
        record.Result == TrainingResult.Attending && record.From > say.Today ? texts["Trainings.Begins", say.FullDay(record.From)] : texts.Of(record.Result);
}
