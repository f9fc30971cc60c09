using JobMatch.Data;
using JobMatch.Fairs;
using JobMatch.Notifications;
using JobMatch.TestKit;
using JobMatch.Training;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace JobMatch.Tests.Fairs;

/// <summary>A class after it was opened: corrected, called off, taken back; who is told; and the year that it belongs to.</summary>
public class TrainingClassTests
{
    private const int Kind = 1;
    private const long Clerk = 3;

    [Theory, OnEachDatabase]
    public async Task A_class_is_corrected_and_the_people_in_it_are_told(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var (market, people) = await PeopleAsync(county, 3);
        var id = await OpenAsync(market, people);
        (await ToldAsync(county)).ShouldBe(people.Select(p => (p, NotificationKind.TrainingEntered)), ignoreOrder: true);
        var opened = await ReadAsync(county, id);
        var terms = new TrainingClassTerms(" 缝纫夜校 ", 10, opened.From.AddDays(3), opened.From.AddDays(20), "文化广场二楼", "职校李老师");
        var correct = new CorrectTrainingClassRequest(id, opened.Version, terms, [people[0], people[1]], Clerk);
        (await DoAsync(market, change => change.CorrectAsync(correct with { Version = opened.Version + 1 }, default))).Refusals.ShouldBe([Refusal.ChangedMeanwhile]);
        (await DoAsync(market, change => change.CorrectAsync(correct with { Terms = terms with { Seats = 1, From = county.Today.AddDays(-1), To = county.Today.AddDays(-2) } }, default))).Refusals.Select(r => r.Code)
            .ShouldBe(["Training.TooFewSeats", "Fair.InPast", "Period.EndsBeforeStart"]);
        (await DoAsync(market, change => change.CorrectAsync(correct, default))).Refusals.ShouldBeEmpty();

        var corrected = await ReadAsync(county, id);
        (corrected.Title, corrected.Seats, corrected.From, corrected.To, corrected.Place, corrected.Trainer).ShouldBe(("缝纫夜校", 10, terms.From, terms.To, "文化广场二楼", "职校李老师"));
        var records = await RecordsAsync(county, id);
        records.Select(r => (r.PersonId, r.Title, r.From)).ShouldBe([(people[0], "缝纫夜校", terms.From), (people[1], "缝纫夜校", terms.From)], ignoreOrder: true);
        (await ToldAsync(county)).Skip(3).ShouldBe([(people[0], NotificationKind.TrainingChanged), (people[1], NotificationKind.TrainingChanged), (people[2], NotificationKind.TrainingLeft)], ignoreOrder: true);

        // Another trainer is nobody's news.
        (await DoAsync(market, change => change.CorrectAsync(correct with { Version = corrected.Version, Terms = terms with { Trainer = "王老师" } }, default))).Refusals.ShouldBeEmpty();
        (await ToldAsync(county)).Count.ShouldBe(6);
    }

    [Theory, OnEachDatabase]
    public async Task Who_is_taken_out_after_it_began_has_left_it(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var (market, people) = await PeopleAsync(county, 2);
        var id = await OpenAsync(market, people);
        county.Clock.Advance(TimeSpan.FromDays(10));
        var opened = await ReadAsync(county, id);
        (await DoAsync(market, change => change.CorrectAsync(new(id, opened.Version, new(opened.Title, 5, opened.From, null), [people[0]], Clerk), default))).Refusals.ShouldBeEmpty("the first day stays where it was");
        (await RecordsAsync(county, id)).Single(r => r.PersonId == people[1]).ShouldSatisfyAllConditions(r => r.Result.ShouldBe(TrainingResult.DroppedOut), r => r.To.ShouldBe(county.Today));
    }

    [Theory, OnEachDatabase]
    public async Task A_class_called_off_is_nobodys_and_comes_back_within_the_day(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var (market, people) = await PeopleAsync(county, 3);
        var id = await OpenAsync(market, people);
        var opened = await ReadAsync(county, id);
        (await DoAsync(market, change => change.CancelAsync(id, opened.Version + 1, default))).Refusals.ShouldBe([Refusal.ChangedMeanwhile]);
        (await DoAsync(market, change => change.CancelAsync(id, opened.Version, default))).Value.ShouldBe(3);
        (await RecordsAsync(county, id)).ShouldAllBe(r => r.Result == TrainingResult.Cancelled);
        (await ToldAsync(county)).Skip(3).ShouldBe(people.Select(p => (p, NotificationKind.TrainingCancelled)), ignoreOrder: true);
        (await YearAsync(market, county.Today.Year)).ShouldAllBe(row => row.Wanted.Single() == Kind && row.ThisYear.Count == 0, "what they want to learn is open again");
        (await DoAsync(market, change => change.CancelAsync(id, opened.Version + 1, default))).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Training.IsCancelled");

        // One of them finds another class; the others come back.
        await OpenAsync(market, [people[2]]);
        (await DoAsync(market, change => change.RestoreAsync(id, default))).Value.ShouldBe(2);
        (await RecordsAsync(county, id)).Where(r => r.Result == TrainingResult.Attending).Select(r => r.PersonId).ShouldBe([people[0], people[1]], ignoreOrder: true);
        (await DoAsync(market, change => change.RestoreAsync(id, default))).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Training.NotCancelled");

        (await DoAsync(market, async change => await change.CancelAsync(id, (await ReadAsync(county, id)).Version, default))).IsDone.ShouldBeTrue();
        county.Clock.Advance(TimeSpan.FromDays(1));
        (await DoAsync(market, change => change.RestoreAsync(id, default))).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Training.RestoreOver");
    }

    [Theory, OnEachDatabase]
    public async Task A_class_is_only_its_stations_to_change(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var (market, people) = await PeopleAsync(county, 1);
        var other = await county.AddAsync(Some.Settlement("城东"));
        var far = await (market with { SettlementId = other.Id }).AddWorkerAsync();
        var both = Scope.OfSettlements([market.SettlementId, other.Id]);
        var opened = await county.InAsync(s => s.GetRequiredService<OpenTrainingClass>().RunAsync(new(Kind, new("", 5, county.Today.AddDays(5), null), [], [people[0], far], Clerk), default), both);
        opened.Refusals.ShouldBeEmpty();
        (await DoAsync(market, change => change.CancelAsync(opened.Value, 0, default))).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Training.NotAllYours");
        (await county.InAsync(s => s.GetRequiredService<ChangeTrainingClass>().CancelAsync(opened.Value, 0, default), Scope.OfSettlements([other.Id + 77]))).Refusals.ShouldBe([Refusal.NotFound]);
    }

    [Theory, OnEachDatabase]
    public async Task The_years_plan_is_that_years(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var (market, people) = await PeopleAsync(county, 2);
        var year = county.Today.Year;
        await county.OnDbAsync(async db =>
        {
            (await db.Set<Worker>().SingleAsync(w => w.Id == people[1])).RecordWishes(new WorkWishes { TrainingKindIds = [Kind] }, new FactCheck(FactSource.Station, new DateOnly(year - 2, 6, 1)));
            db.Add(new TrainingRecord { PersonId = people[1], SettlementId = market.SettlementId, KindId = Kind, Title = "去年的班", Form = TrainingForm.PreJob, From = new(year - 1, 3, 1), To = new(year - 1, 4, 1), Result = TrainingResult.Passed });
            await db.SaveChangesAsync();
        });
        (await PlanAsync(year - 3)).ShouldBeEmpty();
        (await PlanAsync(year - 2)).ShouldBe([(people[1], 1, 0)], "asked, and no class by the end of the year");
        (await PlanAsync(year - 1)).ShouldBe([(people[1], 0, 1)], "had it");
        (await PlanAsync(year)).ShouldBe([(people[0], 1, 0)]);
        (await PlanAsync(year + 1)).ShouldBe([(people[0], 1, 0)], "still open, so it is carried over");
        (await PlanAsync(year + 2)).ShouldBeEmpty();

        async Task<List<(long, int, int)>> PlanAsync(int of) => [.. (await YearAsync(market, of)).Select(row => (row.Person.Id, row.Wanted.Count, row.ThisYear.Count))];
    }

    [Theory, OnEachDatabase]
    public async Task A_class_belongs_to_the_years_in_which_it_runs(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var (market, people) = await PeopleAsync(county, 2);
        var year = county.Today.Year;
        var opened = await county.InAsync(s => s.GetRequiredService<OpenTrainingClass>().RunAsync(new(Kind, new("", 20, new(year, 12, 20), new(year + 1, 1, 20)), [], [people[0]], Clerk), default), ScopeOf(market));
        opened.Refusals.ShouldBeEmpty();
        // Of this one nobody has said how long it goes on.
        (await county.InAsync(s => s.GetRequiredService<OpenTrainingClass>().RunAsync(new(Kind, new("", 20, new(year, 12, 20), null), [], [people[1]], Clerk), default), ScopeOf(market))).Refusals.ShouldBeEmpty();
        (await InClassAsync(year)).ShouldBe(people, ignoreOrder: true);
        (await InClassAsync(year + 1)).ShouldBe([people[0]]);
        (await InClassAsync(year + 2)).ShouldBeEmpty();
        // Who left it early was in it till then.
        await county.OnDbAsync(async db =>
        {
            var record = await db.Set<TrainingRecord>().SingleAsync(r => r.PersonId == people[0]);
            (record.Result, record.To) = (TrainingResult.DroppedOut, new DateOnly(year, 12, 24));
            await db.SaveChangesAsync();
        });
        (await InClassAsync(year + 1)).ShouldBeEmpty();

        async Task<List<long>> InClassAsync(int of) => [.. (await YearAsync(market, of)).Where(row => row.InClass).Select(row => row.Person.Id)];
    }

    private static async Task<(Market Market, List<long> People)> PeopleAsync(TestCounty county, int count)
    {
        var market = await Market.CreateAsync(county);
        var people = new List<long>();
        for (var i = 0; i < count; i++) people.Add(await market.AddWorkerAsync($"工人{i}"));
        await county.OnDbAsync(async db =>
        {
            foreach (var worker in await db.Set<Worker>().ToListAsync()) worker.RecordWishes(new WorkWishes { TrainingKindIds = [Kind] }, new FactCheck(FactSource.Station, county.Today));
            await db.SaveChangesAsync();
        });
        return (market, people);
    }

    private static Scope ScopeOf(Market market) => Scope.OfSettlements([market.SettlementId]);

    private static async Task<long> OpenAsync(Market market, IReadOnlyList<long> people)
    {
        var opened = await market.County.InAsync(s => s.GetRequiredService<OpenTrainingClass>().RunAsync(new(Kind, new("", 20, market.County.Today.AddDays(5), null), [], people, Clerk), default), ScopeOf(market));
        opened.Refusals.ShouldBeEmpty();
        return opened.Value;
    }

    private static Task<T> DoAsync<T>(Market market, Func<ChangeTrainingClass, Task<T>> what) => market.County.InAsync(s => what(s.GetRequiredService<ChangeTrainingClass>()), ScopeOf(market));

    private static Task<IReadOnlyList<TrainingYearRow>> YearAsync(Market market, int year) => market.County.InAsync(s => s.GetRequiredService<TrainingYearView>().ReadAsync(year, null, default), ScopeOf(market));

    private static Task<TrainingClass> ReadAsync(TestCounty county, long id) => county.OnDbAsync(db => db.Set<TrainingClass>().AsNoTracking().SingleAsync(c => c.Id == id));

    private static Task<List<TrainingRecord>> RecordsAsync(TestCounty county, long id) => county.OnDbAsync(db => db.Set<TrainingRecord>().AsNoTracking().Where(r => r.ClassId == id).OrderBy(r => r.PersonId).ToListAsync());

    private static async Task<List<(long, NotificationKind)>> ToldAsync(TestCounty county) =>
        [.. (await county.OnDbAsync(db => db.Set<Notification>().AsNoTracking().Where(n => n.Kind >= NotificationKind.TrainingEntered && n.Kind <= NotificationKind.TrainingLeft).OrderBy(n => n.Id).ToListAsync())).Select(n => (n.PersonId!.Value, n.Kind))];
}
