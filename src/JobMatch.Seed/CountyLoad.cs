using JobMatch.Data;
using JobMatch.Employers;
using JobMatch.Fairs;
using JobMatch.Households;
using JobMatch.Postings;
using JobMatch.Regions;
using JobMatch.Settlements;
using JobMatch.Tallies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace JobMatch.Seed;

/// <summary>
/// Stores a plan, block by block. Each block is one transaction and is known by what it stores (a household's number, a posting's key), so
/// that a second run skips what the first one finished and finds its ids.
/// </summary>
internal sealed class CountyLoad(IServiceProvider services, CountyPlan plan, DateOnly day, IProgress<(string Step, long Done, long Total)>? progress)
{
    private const int HouseholdsAtOnce = 200;
    private const int NoticesAtOnce = 100;
    private const int ReferralsAtOnce = 200;
    private const int MonthsCounted = 24;
    private static readonly TimeSpan TurnOfOthers = TimeSpan.FromMilliseconds(200);

    private readonly Ids _ids = new(plan);

    /// <returns>What it stored, in counts.</returns>
    public async Task<string> RunAsync(CancellationToken cancel)
    {
        await InBlockAsync(async (db, _) =>
        {
            if (!await db.Set<Settlement>().AnyAsync(cancel)) await new PlaceWriter(db, plan).WriteAsync(cancel);
            await _ids.ReadPlacesAsync(db, cancel);
        }, cancel);
        await InBlockAsync(async (db, personal) =>
        {
            if (!await db.Set<Employer>().AnyAsync(cancel)) await new EmployerWriter(db, personal, plan, _ids).WriteAsync(cancel);
            await _ids.ReadEmployersAsync(db, cancel);
        }, cancel);
        await new DemoAccountWriter(services, plan, _ids).WriteStaffAsync(cancel);
        await BlocksAsync("postings", plan.Notices, NoticesAtOnce, WriteNoticesAsync, cancel);
        await InBlockAsync(async (db, _) =>
        {
            if (!await db.Set<Fair>().AnyAsync(cancel)) await new FairWriter(db, plan, _ids).WriteAsync(cancel);
        }, cancel);
        await BlocksAsync("households", plan.Households, HouseholdsAtOnce, WriteHouseholdsAsync, cancel);
        await BlocksAsync("referrals", plan.Referrals, ReferralsAtOnce, WriteReferralsAsync, cancel);
        await new DemoAccountWriter(services, plan, _ids).LinkResidentsAsync(cancel);
        await CountMonthsAsync(cancel);
        var workers = plan.People.Count(p => p.Worker is not null);
        return $"settlements {plan.Settlements.Count}, households {plan.Households.Count}, people {plan.People.Count()}, workers {workers}, employers {plan.Employers.Count}, postings {plan.Postings.Count()}, referrals {plan.Referrals.Count}, fairs {plan.Fairs.Count}";
    }

    /// <summary>The months that the spells tell of, each as it stood on its last day. Counting one again after an interruption writes nothing.</summary>
    private async Task CountMonthsAsync(CancellationToken cancel)
    {
        var newest = Month.Of(day).Previous;
        progress?.Report(("months", 0, MonthsCounted));
        for (var done = 0; done < MonthsCounted; done++)
        {
            await using var scope = services.CreateSystemScope();
            var month = Month.Of(newest.FirstDay.AddMonths(1 + done - MonthsCounted));
            var counted = await scope.ServiceProvider.GetRequiredService<CountMonth>().RunAsync(month, cancel);
            // Another node's job may count the newest month at the same moment; its rows are the same.
            if (!counted.IsDone && !counted.Refusals.Contains(Refusal.ChangedMeanwhile)) throw new InvalidOperationException($"Month {month} was refused: {counted.Refusals[0].Code}.");
            progress?.Report(("months", done + 1, MonthsCounted));
        }
    }

    private async Task BlocksAsync<T>(string step, IReadOnlyList<T> all, int size, Func<JobMatchDbContext, PersonalData, IReadOnlyList<T>, CancellationToken, Task> write, CancellationToken cancel)
    {
        progress?.Report((step, 0, all.Count));
        for (var from = 0; from < all.Count; from += size)
        {
            var block = all.Skip(from).Take(size).ToList();
            await InBlockAsync((db, personal) => write(db, personal, block, cancel), cancel);
            progress?.Report((step, from + block.Count, all.Count));
        }
    }

    private async Task WriteNoticesAsync(JobMatchDbContext db, PersonalData personal, IReadOnlyList<NoticePlan> block, CancellationToken cancel)
    {
        var last = NoticeWriter.Key(block[^1].Postings[^1]);
        if (!await db.Set<Posting>().AnyAsync(p => p.ExternalKey == last, cancel)) await new NoticeWriter(db, plan, _ids).WriteAsync(block, cancel);
        await _ids.ReadPostingsAsync(db, block, cancel);
    }

    private async Task WriteHouseholdsAsync(JobMatchDbContext db, PersonalData personal, IReadOnlyList<HouseholdPlan> block, CancellationToken cancel)
    {
        var last = block[^1].Number;
        if (await db.Set<Household>().AnyAsync(h => h.Number == last, cancel)) await _ids.ReadPeopleAsync(db, block, cancel);
        else await new HouseholdWriter(db, personal, plan, _ids).WriteAsync(block, cancel);
    }

    private async Task WriteReferralsAsync(JobMatchDbContext db, PersonalData personal, IReadOnlyList<ReferralPlan> block, CancellationToken cancel)
    {
        var (person, posting) = (_ids.People[block[^1].Person], _ids.Postings[block[^1].Posting]);
        if (!await db.Set<Referrals.Referral>().AnyAsync(r => r.PersonId == person && r.PostingId == posting, cancel)) await new ReferralWriter(db, plan, _ids).WriteAsync(block, cancel);
    }

    private async Task InBlockAsync(Func<JobMatchDbContext, PersonalData, Task> write, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        await using var scope = services.CreateSystemScope();
        var db = scope.ServiceProvider.GetRequiredService<JobMatchDbContext>();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await write(db, scope.ServiceProvider.GetRequiredService<PersonalData>());
        await transaction.CommitAsync(cancel);
        // A writer that waits for an SQLite file looks again every 100 to 150 ms. Blocks without a gap would keep it out until it gave up.
        if (db.Database.IsSqlite()) await Task.Delay(TurnOfOthers, cancel);
    }
}

/// <summary>The ids of what is stored, by its position in the plan.</summary>
internal sealed class Ids(CountyPlan plan)
{
    public long[] Settlements { get; private set; } = [];

    public long[] Stations { get; private set; } = [];

    public long[] Employers { get; private set; } = [];

    public Dictionary<int, long> Postings { get; } = [];

    /// <summary>Ids of a posting's quotas in their order.</summary>
    public Dictionary<int, long[]> Quotas { get; } = [];

    public Dictionary<int, long> Households { get; } = [];

    public Dictionary<int, long> People { get; } = [];

    /// <summary>Who made the moves of the past: the first station's account.</summary>
    public long StaffAccount { get; set; }

    public async Task ReadPlacesAsync(JobMatchDbContext db, CancellationToken cancel)
    {
        var settlements = await db.Set<Settlement>().ToDictionaryAsync(s => s.Name, s => s.Id, cancel);
        var stations = await db.Set<Station>().ToDictionaryAsync(s => s.Name, s => s.Id, cancel);
        Settlements = [.. plan.Settlements.Select(s => settlements[s.Name])];
        Stations = [.. plan.Stations.Select(s => stations[s.Name])];
    }

    public async Task ReadEmployersAsync(JobMatchDbContext db, CancellationToken cancel)
    {
        var names = await db.Set<Employer>().ToDictionaryAsync(e => e.Name, e => e.Id, cancel);
        Employers = [.. plan.Employers.Select(e => names[e.Name])];
    }

    public async Task ReadPostingsAsync(JobMatchDbContext db, IReadOnlyList<NoticePlan> block, CancellationToken cancel)
    {
        var plans = block.SelectMany(n => n.Postings).ToDictionary(NoticeWriter.Key, p => p.Index);
        var keys = plans.Keys.ToList();
        var rows = await db.Set<Posting>().AsNoTracking().Where(p => keys.Contains(p.ExternalKey!)).Select(p => new { p.Id, p.ExternalKey, Quotas = p.Quotas.OrderBy(q => q.Id).Select(q => q.Id).ToList() }).ToListAsync(cancel);
        foreach (var row in rows) (Postings[plans[row.ExternalKey!]], Quotas[plans[row.ExternalKey!]]) = (row.Id, [.. row.Quotas]);
    }

    public async Task ReadPeopleAsync(JobMatchDbContext db, IReadOnlyList<HouseholdPlan> block, CancellationToken cancel)
    {
        var numbers = block.Select(h => h.Number).ToList();
        var rows = await db.Set<Household>().AsNoTracking().Where(h => numbers.Contains(h.Number)).Include(h => h.Members).ToDictionaryAsync(h => h.Number, cancel);
        foreach (var household in block)
        {
            Households[household.Index] = rows[household.Number].Id;
            foreach (var (person, row) in household.Members.Zip(rows[household.Number].Members.OrderBy(m => m.Id))) People[person.Index] = row.Id;
        }
    }
}

/// <summary>Divisions, settlements and stations.</summary>
internal sealed class PlaceWriter(JobMatchDbContext db, CountyPlan plan)
{
    public async Task WriteAsync(CancellationToken cancel)
    {
        var county = plan.County;
        db.AddRange(county.Provinces.Select(p => new Region { Code = p.Code, Name = p.Name, Level = RegionLevel.Province }));
        db.AddRange(county.Places.Select(p => new Region { Code = p.Code, Name = p.Name, Level = RegionLevel.City, ParentCode = p.Province, Latitude = p.Latitude, Longitude = p.Longitude }));
        db.Add(new Region { Code = county.CityCode, Name = county.City, Level = RegionLevel.City, ParentCode = county.ProvinceCode });
        db.Add(new Region { Code = county.Code, Name = county.Name, Level = RegionLevel.County, ParentCode = county.CityCode, Latitude = county.Latitude, Longitude = county.Longitude });
        db.AddRange(county.Townships.Select(t => new Region { Code = t.Code, Name = t.Name, Level = RegionLevel.Township, ParentCode = county.Code, Latitude = t.Latitude, Longitude = t.Longitude }));
        var settlements = plan.Settlements
            .Select(s => new Settlement { Name = s.Name, CountyCode = county.Code, TownshipCode = s.Township, Population = s.Population, Latitude = s.Latitude, Longitude = s.Longitude }).ToList();
        db.AddRange(settlements);
        await db.SaveChangesAsync(cancel);

        var byName = settlements.ToDictionary(s => s.Name, s => s.Id);
        foreach (var fact in plan.Stations)
        {
            var station = new Station { Name = fact.Name, Kind = fact.Kind, CountyCode = county.Code, Phone = fact.Phone, Address = fact.Address, OpeningHours = fact.Hours };
            station.Serves.AddRange(fact.Serves.Select(n => new StationSettlement { SettlementId = byName[n] }));
            db.Add(station);
        }

        await db.SaveChangesAsync(cancel);
    }
}

internal sealed class EmployerWriter(JobMatchDbContext db, PersonalData personal, CountyPlan plan, Ids ids)
{
    public Task WriteAsync(CancellationToken cancel)
    {
        foreach (var made in plan.Employers)
        {
            var employer = new Employer
            {
                Name = made.Name,
                Kind = made.Kind,
                CountyCode = plan.County.Code,
                SettlementId = made.Settlement is { } at ? ids.Settlements[at] : null,
                CreditCode = made.CreditCode,
                Address = made.Address,
                About = made.About,
                ContactName = personal.Protect(made.ContactName),
                ContactPhone = personal.Protect(made.ContactPhone),
                RegisteredAt = Clock.Morning(made.RegisteredOn),
            };
            var decided = Clock.Morning(made.RegisteredOn).AddHours(5);
            if (made.State is EmployerState.Verified or EmployerState.Suspended) Must.Be(employer.Verify(0, decided));
            if (made.State == EmployerState.Suspended) Must.Be(employer.Suspend("有人反映收押金，正在核实", 0, decided.AddDays(40)));
            if (made.State == EmployerState.Rejected) Must.Be(employer.Reject("执照过期，请换新的再来", 0, decided));
            db.Add(employer);
        }

        return db.SaveChangesAsync(cancel);
    }
}

/// <summary>Instants of the invented past, always inside office hours in China.</summary>
internal static class Clock
{
    public static DateTime Morning(DateOnly day, int step = 0) => ChinaDay.StartsAt(day).AddHours(9).AddMinutes(20 * step);
}

/// <summary>A plan asks only for lawful moves; one that an entity refuses is a bug of the plan.</summary>
internal static class Must
{
    public static void Be(Outcome<bool> outcome)
    {
        if (!outcome.IsDone) throw new InvalidOperationException($"The seed made an unlawful move: {string.Join(", ", outcome.Refusals.Select(r => r.Code))}.");
    }
}
