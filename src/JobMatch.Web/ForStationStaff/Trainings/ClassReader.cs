using JobMatch.Data;
using JobMatch.Households;
using JobMatch.Postings;
using JobMatch.Training;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.ForStationStaff.Trainings;

/// <summary>Reads the classes of the scope: the list, one with its people, those that still take somebody, and who would like to be in one.</summary>
public sealed class ClassReader(JobMatchDbContext db, TrainingYearView years, PeopleFinder finder, TimeProvider clock)
{
    private const int MostListed = 50;

    public async Task<IReadOnlyList<ClassRow>> ListAsync(CancellationToken cancel) => await RowsAsync(db.Set<TrainingClass>().OrderByDescending(c => c.From).ThenByDescending(c => c.Id).Take(MostListed), cancel);

    /// <summary>Classes of a kind that take place, are not over and have a seat free; the next one first.</summary>
    public async Task<IReadOnlyList<ClassRow>> JoinableAsync(int kind, CancellationToken cancel)
    {
        var today = clock.Today();
        var rows = await RowsAsync(db.Set<TrainingClass>().Where(c => c.KindId == kind && c.CancelledAt == null && (c.To == null || c.To >= today)).OrderBy(c => c.From).ThenBy(c => c.Id).Take(MostListed), cancel);
        return rows.FindAll(row => row.Free > 0);
    }

    /// <summary>Null when the scope has no such class.</summary>
    public async Task<ClassPage?> ReadAsync(long id, CancellationToken cancel)
    {
        if ((await RowsAsync(db.Set<TrainingClass>().Where(c => c.Id == id), cancel)).SingleOrDefault() is not { } row) return null;
        var people = await (from record in db.Set<TrainingRecord>().AsNoTracking()
                            join person in db.Set<Person>() on record.PersonId equals person.Id
                            join household in db.Set<Household>() on person.HouseholdId equals household.Id
                            where record.ClassId == id
                            orderby household.Id, person.Id
                            select new { person, household, record }).ToListAsync(cancel);
        return new ClassPage(row, people.ConvertAll(p => (p.person, p.household, p.record)))
        {
            MayRestore = row.Class.CancelledAt is { } at && ChinaDay.Of(at) == clock.Today(),
            MayAdd = row.Class.CancelledAt is null && row.Free > 0 && !(row.Class.To < clock.Today()),
        };
    }

    /// <summary>Whom a class could take: those ticked first, then those looked for, then those who want the training and are in no class for it.</summary>
    public async Task<AddPeoplePage> AddableAsync(ClassRow row, IReadOnlyList<long> ticked, string? who, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(row);
        var found = await finder.FindAsync(who, cancel);
        var wanting = (await years.ReadAsync(clock.Today().Year, settlementId: null, cancel)).Where(r => r.Wanted.Contains(row.Class.KindId)).Select(r => r.Person.Id).ToList();
        var attends = await db.Set<TrainingRecord>().Where(t => t.KindId == row.Class.KindId && t.Result == TrainingResult.Attending).Select(t => t.PersonId).ToListAsync(cancel);
        var people = await finder.OfAsync([.. ticked.Concat(found.People.Select(p => p.Person.Id)).Concat(wanting.Take(MostListed)).Except(attends)], cancel);
        return new AddPeoplePage(row, found, people, [.. ticked.Except(attends)], wanting.ToHashSet(), found.People.Where(p => attends.Contains(p.Person.Id)).Select(p => p.Person.Name).ToList());
    }

    private async Task<List<ClassRow>> RowsAsync(IQueryable<TrainingClass> classes, CancellationToken cancel)
    {
        var rows = await classes.AsNoTracking().ToListAsync(cancel);
        var ordered = rows.SelectMany(row => row.PostingIds).Distinct().ToList();
        var orders = await db.Set<Posting>().Where(p => ordered.Contains(p.Id)).Select(p => new ClassOrder(p.Id, p.Title, p.EmployerId, p.Employer!.Name)).ToDictionaryAsync(o => o.PostingId, cancel);
        // A question of its own: leaving the scope would hold for all of it.
        var ids = rows.ConvertAll(row => (long?)row.Id);
        var seats = await db.Set<TrainingRecord>().IgnoreQueryFilters([ScopeFilters.Name]).Where(TrainingClass.TakesSeat).Where(t => ids.Contains(t.ClassId)).GroupBy(t => t.ClassId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key!.Value, g => g.Count, cancel);
        return rows.ConvertAll(row => new ClassRow(row, seats.GetValueOrDefault(row.Id), [.. row.PostingIds.Where(orders.ContainsKey).Select(id => orders[id])]));
    }
}
