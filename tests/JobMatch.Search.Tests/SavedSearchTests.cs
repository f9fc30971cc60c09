using JobMatch.Accounts;
using JobMatch.Asking;
using JobMatch.Data;
using JobMatch.Notifications;
using JobMatch.SavedSearches;
using JobMatch.Search.Tests.Embedded;
using JobMatch.Settlements;
using JobMatch.Tallies;
using JobMatch.TestKit;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace JobMatch.Search.Tests;

/// <summary>Saved searches over the hand-made county: what is told, once, to whom.</summary>
public sealed class SavedSearchTests : IAsyncLifetime
{
    private HandMadeCounty<EmbeddedEngine> County { get; } = new();

    private HandMadePeople _people = null!;
    private long _staff;
    private SavedSearchOwner _resident = null!;

    public async Task InitializeAsync()
    {
        await County.InitializeAsync();
        _people = await HandMadePeople.AddAsync(County.County, County.Xingfuli, County.Chengdong);
        _staff = await ClerkAsync(County);
        _resident = new SavedSearchOwner(await AccountAsync("somebody", Role.Employer, GrantArea.Employer, County.Employer), Role.Resident, _people.Guilan, null);
        await County.CatchUpAsync();
    }

    public Task DisposeAsync() => County.DisposeAsync();

    [Fact]
    public async Task Only_what_is_new_is_told_once_and_in_one_message()
    {
        await SavedAsync(Guards());
        (await TellAsync()).ShouldBe(new SavedSearchesTold(1, 0, 0));
        await County.PublishAsync("guard2", "夜间保安");
        await County.PublishAsync("guard3", "学校保安");
        await County.CatchUpAsync();
        (await TellAsync()).ShouldBe(new SavedSearchesTold(1, 1, 2));
        (await TellAsync()).ShouldBe(new SavedSearchesTold(1, 0, 0));
        var message = (await MessagesAsync()).Single();
        (message.Kind, message.PersonId, message.Values["title"], message.Values["count"], message.Values["address"]).ShouldBe((NotificationKind.SavedSearchPostings, _people.Guilan, "保安", "2", "/jobs?q=x"));
    }

    [Fact]
    public async Task A_place_saved_when_only_one_could_be_asked_is_still_asked()
    {
        await SavedAsync(Guards() with { Places = [PlaceAsked.Settlement(County.Chengdong)] });
        await using var scope = County.County.Services.CreateSystemScope();
        var db = scope.ServiceProvider.GetRequiredService<JobMatchDbContext>();
        var before = $$"""{"Words":"保安","RegionCode":null,"SettlementId":{{County.Chengdong}},"ThereOnly":false}""";
        await db.Set<SavedSearch>().ExecuteUpdateAsync(s => s.SetProperty(x => x.Question, before));
        (await db.Set<SavedSearch>().AsNoTracking().SingleAsync()).Postings.Places.ShouldBe([PlaceAsked.Settlement(County.Chengdong)]);
    }

    [Fact]
    public async Task What_went_and_came_back_is_not_told_again()
    {
        await SavedAsync(Guards());
        await County.ChangePostingAsync("guard", p => p.Pause());
        await County.CatchUpAsync();
        await TellAsync();
        await County.ChangePostingAsync("guard", p => p.Resume(true, County.County.Clock.UtcNow()));
        await County.CatchUpAsync();
        (await TellAsync()).Items.ShouldBe(0);
    }

    [Fact]
    public async Task Two_processes_at_once_tell_once()
    {
        await SavedAsync(Guards());
        await County.PublishAsync("guard2", "夜间保安");
        await County.CatchUpAsync();
        var runs = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(TellAsync)));
        runs.Sum(r => r.Items).ShouldBe(1);
        (await MessagesAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_stopped_search_tells_nothing_and_tells_on_when_it_goes_on()
    {
        var search = await SavedAsync(Guards());
        (await OnAsync<ChangeSavedSearch, Outcome<bool>>(c => c.StopAsync(search.AccountId, search.Id, default))).IsDone.ShouldBeTrue();
        await County.PublishAsync("guard2", "夜间保安");
        await County.CatchUpAsync();
        (await TellAsync()).Searches.ShouldBe(0);
        await OnAsync<ChangeSavedSearch, Outcome<bool>>(c => c.GoOnAsync(search.AccountId, search.Id, default));
        (await TellAsync()).Items.ShouldBe(1);
    }

    [Fact]
    public async Task A_person_who_newly_matches_is_told_to_the_station_without_her_name()
    {
        var owner = new SavedSearchOwner(_staff, Role.Staff, null, County.Xingfuli);
        var saved = await OnAsync<SaveSearch, Outcome<SavedSearch>>(s => s.RunAsync(new(owner, "会叉车的", null, new WorkerQuery { SkillIds = [HandMadePeople.ForkliftSkill] }, "/station/people?skill=901"), default));
        saved.IsDone.ShouldBeTrue();
        await GiveSkillAsync(_people.Jianguo);
        await GiveSkillAsync(_people.Chengdong);
        await County.CatchUpAsync();
        // 陆小妹 lives where this station has no say.
        (await TellAsync()).Items.ShouldBe(1);
        var message = (await MessagesAsync()).Single();
        (message.Kind, message.PersonId, message.StationSettlementId).ShouldBe((NotificationKind.SavedSearchWorkers, null, County.Xingfuli));
        message.Values.Values.ShouldAllBe(v => !v.Contains(HandMadePeople.Husband));
    }

    [Theory, OnEachDatabase]
    public async Task Two_new_people_are_one_message_that_waits_for_the_station_and_come_once(DatabaseProvider provider)
    {
        await using var own = await County.AnotherAsync(provider);
        var people = await HandMadePeople.AddAsync(own.County, own.Xingfuli, own.Chengdong);
        await own.CatchUpAsync();
        var owner = new SavedSearchOwner(await ClerkAsync(own), Role.Staff, null, own.Xingfuli);
        var (skill, scope) = (new WorkerQuery { SkillIds = [777] }, Scope.OfSettlements([own.Xingfuli]));
        (await OnAsync<SaveSearch, Outcome<SavedSearch>>(s => s.RunAsync(new(owner, "会做饭的", null, skill, "/station/people?skill=777"), default), own.County)).IsDone.ShouldBeTrue();
        foreach (var person in new[] { people.Guilan, people.Jianguo }) await GiveSkillAsync(person, own.County, 777);
        await own.CatchUpAsync();
        for (var run = 0; run < 2; run++) await OnAsync<TellSavedSearches, SavedSearchesTold>(t => t.RunAsync(default), own.County);

        var news = (await WaitingAsync()).ShouldHaveSingleItem();
        (news.Name, news.Count, news.Address).ShouldBe(("会做饭的", 2, "/station/people?skill=777"));
        await own.County.InAsync(async s => await s.GetRequiredService<Inbox>().MarkOneReadAsync(Addressee.Of(scope), news.NotificationId, default), scope);
        await OnAsync<TellSavedSearches, SavedSearchesTold>(t => t.RunAsync(default), own.County);
        (await WaitingAsync()).ShouldBeEmpty();

        async Task<IReadOnlyList<SearchNews>> WaitingAsync() => (await own.County.InAsync(s => s.GetRequiredService<TodayView>().SearchesAsync(0, 10, default), scope)).Rows;
    }

    [Fact]
    public async Task An_account_that_lost_its_rights_is_told_of_nobody()
    {
        var owner = new SavedSearchOwner(_staff, Role.Staff, null, County.Xingfuli);
        await OnAsync<SaveSearch, Outcome<SavedSearch>>(s => s.RunAsync(new(owner, "会叉车的", null, new WorkerQuery { SkillIds = [HandMadePeople.ForkliftSkill] }, "/station/people"), default));
        await County.County.OnDbAsync(db => db.Set<AccountGrant>().Where(g => g.AccountId == _staff).ExecuteDeleteAsync());
        await GiveSkillAsync(_people.Jianguo);
        await County.CatchUpAsync();
        (await TellAsync()).Items.ShouldBe(0);
    }

    [Fact]
    public async Task What_cannot_be_kept_is_refused_by_name()
    {
        (await RefusalAsync(new(_resident, " ", Guards(), null, "/jobs"))).ShouldBe("Required");
        (await RefusalAsync(new(_resident, new string('长', 41), Guards(), null, "/jobs"))).ShouldBe("SavedSearch.LongName");
        (await RefusalAsync(new(_resident, "全部", new PostingQuery { Sort = PostingSort.Pay }, null, "/jobs"))).ShouldBe("SavedSearch.Empty");
        await SavedAsync(Guards());
        (await RefusalAsync(new(_resident, "再来一次", Guards() with { Page = 3 }, null, "/jobs"))).ShouldBe("SavedSearch.Known");
        for (var i = 1; i < SaveSearch.MostOfAccount; i++) await SavedAsync(new PostingQuery { Words = $"字{i}" });
        (await RefusalAsync(new(_resident, "多一个", new PostingQuery { Words = "多" }, null, "/jobs"))).ShouldBe("SavedSearch.TooMany");
    }

    [Fact]
    public async Task Hours_and_places_that_are_not_wanted_are_something_to_keep()
    {
        (await SavedAsync(new PostingQuery { HoursTo = 6 })).Postings.HoursTo.ShouldBe(6);
        (await SavedAsync(new PostingQuery { NotRegions = [440000] })).Postings.NotRegions.ShouldBe([440000]);
    }

    [Fact]
    public async Task Only_the_owner_renames_and_deletes()
    {
        var search = await SavedAsync(Guards());
        (await OnAsync<ChangeSavedSearch, Outcome<bool>>(c => c.RenameAsync(_staff, search.Id, "我的", default))).Refusals.ShouldBe([Refusal.NotFound]);
        (await OnAsync<ChangeSavedSearch, Outcome<bool>>(c => c.DeleteAsync(_staff, search.Id, default))).Refusals.ShouldBe([Refusal.NotFound]);
        (await OnAsync<ChangeSavedSearch, Outcome<bool>>(c => c.RenameAsync(search.AccountId, search.Id, " 夜班保安 ", default))).IsDone.ShouldBeTrue();
        var rows = await OnAsync<SavedSearchesView, IReadOnlyList<SavedSearchRow>>(v => v.ReadAsync(search.AccountId, _people.Guilan, default));
        (rows.Single().Search.Name, rows.Single().Found, rows.Single().New).ShouldBe(("夜班保安", 1, 0));
        (await OnAsync<ChangeSavedSearch, Outcome<bool>>(c => c.DeleteAsync(search.AccountId, search.Id, default))).IsDone.ShouldBeTrue();
        (await OnAsync<SavedSearchesView, IReadOnlyList<SavedSearchRow>>(v => v.ReadAsync(search.AccountId, _people.Guilan, default))).ShouldBeEmpty();
    }

    private static PostingQuery Guards() => new() { Occupations = [new OccupationAsked("保安", [4070501])] };

    private async Task<SavedSearch> SavedAsync(PostingQuery query)
    {
        var saved = await OnAsync<SaveSearch, Outcome<SavedSearch>>(s => s.RunAsync(new(_resident, query.Words.Length > 0 ? query.Words : "保安", query, null, "/jobs?q=x"), default));
        saved.Refusals.ShouldBeEmpty();
        return saved.Value!;
    }

    private async Task<string> RefusalAsync(SaveSearchRequest request) => (await OnAsync<SaveSearch, Outcome<SavedSearch>>(s => s.RunAsync(request, default))).Refusals.Single().Code;

    private Task<SavedSearchesTold> TellAsync() => OnAsync<TellSavedSearches, SavedSearchesTold>(t => t.RunAsync(default));

    private Task<List<Notification>> MessagesAsync() =>
        County.County.OnDbAsync(db => db.Set<Notification>().Where(n => n.Kind == NotificationKind.SavedSearchPostings || n.Kind == NotificationKind.SavedSearchWorkers).ToListAsync());

    private Task GiveSkillAsync(long worker, TestCounty? county = null, int skill = HandMadePeople.ForkliftSkill) => (county ?? County.County).OnDbAsync(async db =>
    {
        var row = await db.Set<Worker>().SingleAsync(w => w.Id == worker);
        row.Skills.Add(new WorkerSkill { SkillId = skill, SettlementId = row.SettlementId, Level = SkillLevel.CanDo, Evidence = "" });
        await db.SaveChangesAsync();
    });

    /// <summary>A clerk of a station that serves 幸福里.</summary>
    private async Task<long> ClerkAsync(HandMadeCounty<EmbeddedEngine> county)
    {
        var station = new Station { Name = "幸福里站", Kind = StationKind.Station, CountyCode = Some.County, Phone = "0859-6110001" };
        station.Serves.Add(new StationSettlement { SettlementId = county.Xingfuli });
        await county.County.AddAsync(station);
        return await AccountAsync("station.one", Role.Staff, GrantArea.Station, station.Id, county.County);
    }

    private async Task<long> AccountAsync(string name, Role role, GrantArea area, long target, TestCounty? county = null)
    {
        var made = await OnAsync<CreateAccount, Outcome<Account>>(c => c.RunAsync(new CreateAccountRequest(name, "mima-2026-xian", name, [(role, area, target)])), county);
        made.Refusals.ShouldBeEmpty();
        return made.Value!.Id;
    }

    private async Task<TResult> OnAsync<TService, TResult>(Func<TService, Task<TResult>> ask, TestCounty? county = null) where TService : notnull
    {
        await using var scope = (county ?? County.County).Services.CreateSystemScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TService>());
    }
}
