using JobMatch.Data;
using JobMatch.Households;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Training;

/// <summary>One person of the year's training plan.</summary>
/// <param name="Person">Who.</param>
/// <param name="Household">Her family.</param>
/// <param name="Wanted">Kinds she asked for that were open in the year: asked by its end and no class for it by then.</param>
/// <param name="ThisYear">What she takes or took in the year.</param>
/// <param name="DueBy">Within a year of moving in (003 五(二)), where that ends in the year or later; null when it does not apply.</param>
public sealed record TrainingYearRow(Person Person, Household Household, IReadOnlyList<int> Wanted, IReadOnlyList<TrainingRecord> ThisYear, DateOnly? DueBy)
{
    /// <summary>She has a class in the year; another of her wishes may wait all the same.</summary>
    public bool InClass => ThisYear.Count > 0;

    /// <summary>Something that she asked for is still to be arranged, whatever else she has learned in the year.</summary>
    public bool Waits => Wanted.Count > 0;

    /// <summary>Of one kind alone: nothing is left of the row where neither a wish nor a class is of it.</summary>
    public TrainingYearRow Of(int kind) => this with { Wanted = [.. Wanted.Where(wanted => wanted == kind)], ThisYear = [.. ThisYear.Where(t => t.KindId == kind)] };
}

/// <summary>
/// 年度培训计划, person by person and family by family (003 五(二) 精准到户到人): who has a class in a year, and whose wish was open in it. A wish belongs to the years from that in which it was recorded;
/// what is still open today is carried into the year after this one, from which the next plan is made, and no further. Wishes that were taken back are not known any more.
/// A training belongs to the years in which it runs: the record of somebody who attends has no end yet, her class has one.
/// </summary>
public sealed class TrainingYearView(JobMatchDbContext db, TimeProvider clock)
{
    /// <summary>The last year for which there is something to plan.</summary>
    public int Last => clock.Today().Year + 1;

    /// <param name="year">A calendar year.</param>
    /// <param name="settlementId">One settlement of the scope; null: all of them.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<IReadOnlyList<TrainingYearRow>> ReadAsync(int year, long? settlementId, CancellationToken cancel)
    {
        var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var records = (await db.Set<TrainingRecord>().AsNoTracking().Where(t => t.Result != TrainingResult.Cancelled && (settlementId == null || t.SettlementId == settlementId)).OrderBy(t => t.From).ToListAsync(cancel)).ToLookup(t => t.PersonId);
        // A class of another station, too: what counts is when it runs.
        var ends = await db.Set<TrainingClass>().IgnoreQueryFilters([ScopeFilters.Name]).Where(c => c.To != null).ToDictionaryAsync(c => c.Id, c => c.To!.Value, cancel);
        var people = await db.Set<Worker>().AsNoTracking().Join(db.Set<Person>(), w => w.Id, p => p.Id, (w, p) => new { w, p })
            .Join(db.Set<Household>(), r => r.p.HouseholdId, h => h.Id, (r, h) => new { r.w, r.p, h }).Where(r => r.p.DiedOn == null && (settlementId == null || r.w.SettlementId == settlementId)).ToListAsync(cancel);
        return
        [
            .. people.Select(r => new TrainingYearRow(
                    r.p, r.h,
                    Wanted(r.w, [.. records[r.p.Id]], year),
                    [.. records[r.p.Id].Where(t => t.From <= to && LastDay(t, ends) >= from)],
                    r.w.Wishes.TrainingKindIds.Count > 0 && r.h.MoveInDate is { } moved && moved.AddYears(1) >= from ? moved.AddYears(1) : null))
                .Where(row => row.Wanted.Count > 0 || row.ThisYear.Count > 0)
                .OrderBy(row => row.Household.SettlementId).ThenBy(row => row.Household.Id).ThenBy(row => row.Person.Id),
        ];
    }

    /// <summary>Her own last day, else that of her class. Where nobody has said one, whoever attends does so till today and nobody knows how much longer.</summary>
    private DateOnly LastDay(TrainingRecord record, Dictionary<long, DateOnly> ends)
    {
        if (record.To is { } left) return left;
        if (record.ClassId is { } id && ends.TryGetValue(id, out var end)) return end;
        return record.Result == TrainingResult.Attending && record.From < clock.Today() ? clock.Today() : record.From;
    }

    private List<int> Wanted(Worker worker, List<TrainingRecord> records, int year)
    {
        // A wish of which nobody wrote down when counts as one of this year.
        var asked = worker.WishesCheck.On?.Year ?? clock.Today().Year;
        if (year < asked || year > Last) return [];
        var end = year >= clock.Today().Year ? DateOnly.MaxValue : new DateOnly(year, 12, 31);
        return [.. worker.Wishes.TrainingKindIds.Where(kind => !records.Exists(t => t.KindId == kind && t.From <= end && t.Result is (TrainingResult.Passed or TrainingResult.Attending)))];
    }
}
