using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace JobMatch.Search.Embedded;

/// <summary>
/// The values that an index file keeps of a document, in the order of its columns: written by <see cref="IndexFileWriter"/>, and compared by a
/// reconcile as they stand in the file. Terms are kept by their posting lists alone and cannot be read back.
/// </summary>
internal static class KeptRows
{
    public const string PostingColumns = "fingerprint, kind, shift, offers, at_home, monthly, daily, hourly, monthly_least, daily_least, hourly_least, published, closes, age_from, age_to, education, minutes, positions, tags";

    public const string TextColumns = "title, employer, place, description";

    public const string WorkerColumns = "fingerprint, settlement, capacity, need, in_work, born, floor, text, wishes";

    public const string PostingMarks = $"select p.id, {PostingColumns}, {TextColumns} from postings p left join posting_texts t on t.slot = p.slot where p.id > $after and p.id <= $upTo";

    public const string WorkerMarks =
        $"select w.id, {WorkerColumns}, (select group_concat(tag, ' ') from (select tag from worker_tags g where g.id = w.id order by tag)), (select group_concat(record, ' ') from (select record from worker_records r where r.id = w.id order by record)) from workers w where w.id > $after and w.id <= $upTo";

    public static object?[] OfPosting(PostingDocument d) =>
    [
        d.Fingerprint, (long)d.Kind, (long)d.Shift, (long)d.Offers, d.AtHome ? 1L : 0L, d.MonthlyFen, d.DailyFen, d.HourlyFen, d.MonthlyLeastFen, d.DailyLeastFen, d.HourlyLeastFen, d.PublishedAt.Ticks, (long?)d.ClosesOn?.DayNumber, (long)d.AgeFrom, (long)d.AgeTo, (long)d.EducationAsked, (long)d.Minutes, PositionsText.Of(d.Positions),
        string.Join(' ', PlaceTags(d).Concat(d.OccupationIds.Select(Tags.Occupation)).Concat(d.CertificateKindIds.Select(Tags.Certificate))),
    ];

    public static IEnumerable<string> PlaceTags(PostingDocument d) => d.RegionCodes.Select(Tags.Region).Concat(d.EveryVillageOf.Select(Tags.EveryVillage)).Concat(d.SettlementIds.Select(Tags.Settlement))
        .Concat(d.WholeCounties.Select(Tags.WholeCounty)).Concat(d.WholeCountySettlementIds.Select(Tags.CountyOf));

    public static object?[] TextsOf(PostingDocument d) => [d.Title, d.Employer, d.Place, ShownText.Of(d.Description)];

    public static object?[] OfWorker(WorkerDocument d) => [d.Fingerprint, d.SettlementId, (long)d.Capacity, (long)d.Need, d.InWork ? 1L : 0L, (long)d.Fit.BirthYear, d.Fit.FloorFen > 0 ? d.Fit.FloorFen : null, d.Text, d.Wishes];

    public static List<string> TagsOf(WorkerDocument d) =>
    [
        .. d.SkillIds.Select(Tags.Skill).Concat(d.CertificateKindIds.Select(Tags.Certificate)).Concat(d.TrainingKindIds.Select(Tags.Training)).Concat(d.OccupationIds.Select(Tags.Occupation)).Concat(d.Fit.Asked).Concat(d.WishTags)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    public static long MarkOf(PostingDocument document) => MarkOf(OfPosting(document).Concat(TextsOf(document)));

    public static long MarkOf(WorkerDocument document) => MarkOf(OfWorker(document).Append(string.Join(' ', TagsOf(document))).Append(string.Join(' ', document.Records)));

    /// <summary>Of a row whose first column is the id.</summary>
    public static (long Id, long Mark) Read(SqliteDataReader row) => (row.GetInt64(0), MarkOf(Enumerable.Range(1, row.FieldCount - 1).Select(i => row.IsDBNull(i) ? null : row.GetValue(i))));

    private static long MarkOf(IEnumerable<object?> values) =>
        Fingerprints.OfBytes(Encoding.UTF8.GetBytes(string.Join('\u001F', values.Select(v => Convert.ToString(v, CultureInfo.InvariantCulture)))));
}
