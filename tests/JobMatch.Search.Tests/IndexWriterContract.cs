using JobMatch.Asking;
using JobMatch.Data;
using JobMatch.Employers;
using JobMatch.Households;
using JobMatch.Postings;
using JobMatch.Search.Tests.Elasticsearch;
using JobMatch.Settlements;
using JobMatch.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Shouldly;
using Xunit;

namespace JobMatch.Search.Tests;

/// <summary>How every engine stays in step with the database, is rebuilt, and mends itself.</summary>
public abstract class IndexWriterContract<TEngine> : IAsyncLifetime where TEngine : ISearchEngine, new()
{
    private protected HandMadeCounty<TEngine> County { get; } = new();

    public Task InitializeAsync() => County.InitializeAsync();

    public Task DisposeAsync() => County.DisposeAsync();

    [Fact]
    public async Task A_changed_title_is_found_by_the_new_words_and_no_longer_by_the_old()
    {
        await County.ChangePostingAsync("guard", p => p.Title = "停车场看守");
        (await County.KeysAsync("停车场")).ShouldBeEmpty();
        await County.CatchUpAsync();
        (await County.KeysAsync("停车场")).ShouldBe(["guard"]);
        (await County.KeysAsync("保安员")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Phones_id_numbers_and_flats_in_a_posting_are_neither_found_nor_shown()
    {
        const string personal = "联系王小明 13912345678，身份证 520102199001011234，住清水新居3号楼2单元501";
        await County.PublishAsync("personal", "看库房１３９１２３４５６７８", p => p.Description = personal, new Quota { Place = QuotaPlace.Township, RegionCode = 529901102007, PlaceText = "清水新居3号楼2单元501", Vacancies = 1 });
        await County.CatchUpAsync();
        foreach (var words in new[] { "13912345678", "139123", "520102199001011234", "3号楼", "2单元", "2单元501", "501" }) (await County.FindAsync(words)).Total.ShouldBe(0, words);
        var hit = (await County.FindAsync("看库房")).Page.ShouldHaveSingleItem();
        County.KeyOf(hit.Id).ShouldBe("personal");
        string.Concat(hit.Title.Select(p => p.Text)).ShouldBe("看库房");
        var shown = string.Concat((await County.FindAsync("清水新居")).Page.ShouldHaveSingleItem().Snippet.Select(p => p.Text));
        foreach (var gone in new[] { "1391234", "520102", "号楼", "单元", "501" }) shown.ShouldNotContain(gone);
    }

    [Fact]
    public async Task A_closed_posting_is_gone_and_a_resumed_one_is_back()
    {
        await County.ChangePostingAsync("guard", p => p.Close(PostingCloseReason.Filled, PostingFilling.Unknown, County.County.Clock.UtcNow()));
        await County.ChangePostingAsync("paused", p => p.Resume(true, County.County.Clock.UtcNow()));
        await County.CatchUpAsync();
        (await County.KeysAsync("保安员")).ShouldBeEmpty();
        (await County.KeysAsync("绣花工", q => q with { Sort = PostingSort.Newest })).ShouldBe(["paused", "closing"]);
    }

    [Fact]
    public async Task The_last_vacancy_taken_hides_a_posting()
    {
        await County.ChangePostingAsync("village", p => p.Quotas[0].Take());
        await County.CatchUpAsync();
        (await County.KeysAsync("灌溉")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_suspended_employer_takes_all_its_postings_along()
    {
        await OnEmployerAsync(e => e.Suspend("欠薪", 1, County.County.Clock.UtcNow()));
        await County.CatchUpAsync();
        (await County.FindAsync("")).Total.ShouldBe(0);
        await OnEmployerAsync(e => e.Verify(1, County.County.Clock.UtcNow()));
        await County.CatchUpAsync();
        (await County.FindAsync("")).Total.ShouldBe(146);
    }

    [Fact]
    public async Task A_renamed_settlement_is_found_by_its_new_name()
    {
        await County.County.OnDbAsync(async db =>
        {
            (await db.Set<Settlement>().SingleAsync(s => s.Id == County.Xingfuli)).Name = "和谐家园";
            await db.SaveChangesAsync();
        });
        await County.CatchUpAsync();
        (await County.KeysAsync("和谐家园")).ShouldBe(["gig", "sewing"], ignoreOrder: true);
        (await County.KeysAsync("幸福里 缝纫")).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_changes_twice_change_nothing()
    {
        var newest = (await Recovery.KnownAsync(County.Writer)).NewestSeq;
        await County.Writer.TakeAsync([new Change(ChangeKind.Posting, County["guard"])], newest, default);
        await County.Writer.TakeAsync([new Change(ChangeKind.Posting, County["guard"])], newest, default);
        await County.Engine.SettleAsync(County.County.Services);
        (await County.KeysAsync("保安员")).ShouldBe(["guard"]);
        (await Recovery.KnownAsync(County.Writer)).Postings.ShouldBe(147);
    }

    [Fact]
    public async Task Status_says_what_is_in_it_and_how_far_it_is_behind()
    {
        var status = await Recovery.KnownAsync(County.Writer);
        (status.Postings, status.Workers, status.Behind).ShouldBe((147, 0, 0));
        status.Bytes.ShouldBeGreaterThan(0);
        await County.ChangePostingAsync("guard", p => p.Title = "宿舍值夜");
        (await Recovery.KnownAsync(County.Writer)).Behind.ShouldBeGreaterThan(0);
        await County.CatchUpAsync();
        (await Recovery.KnownAsync(County.Writer)).Behind.ShouldBe(0);
    }

    [Fact]
    public async Task A_new_process_goes_on_from_the_cursor()
    {
        var before = (await Recovery.KnownAsync(County.Writer)).Seq;
        await County.ChangePostingAsync("guard", p => p.Title = "宿舍值夜");
        await using var next = AnotherProcess();
        (await next.GetRequiredService<IIndexWriter>().StartAsync(default)).ShouldBe(before);
        await next.GetRequiredService<ProjectionRunner>().DrainAsync();
        await County.Engine.SettleAsync(next);
        (await next.GetRequiredService<IPostingSearch>().SearchAsync(new() { Words = "宿舍值夜" }, default)).Page.Single().Id.ShouldBe(County["guard"]);
    }

    [Fact]
    public async Task A_rebuild_finds_the_same_and_reports_progress()
    {
        var before = (await County.FindAsync("缝纫工")).Page.Select(h => h.Id).ToList();
        var progress = new Steps();
        var rebuilt = await County.Writer.RebuildAsync(force: false, progress, default);
        await County.Engine.SettleAsync(County.County.Services);
        rebuilt.IsDone.ShouldBeTrue();
        rebuilt.Value!.Postings.ShouldBe(147);
        progress.Last.ShouldBe((147, 147));
        (await County.FindAsync("缝纫工")).Page.Select(h => h.Id).ShouldBe(before);
    }

    [Fact]
    public async Task A_rebuild_by_another_process_is_noticed_while_searching_and_no_search_fails()
    {
        await County.ChangePostingAsync("guard", p => p.Title = "宿舍值夜");
        await using var command = AnotherProcess();
        using var enough = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var searches = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while ((await County.FindAsync("宿舍值夜")).Total == 0)
            {
                (await County.FindAsync("缝纫工")).Total.ShouldBe(4);
                enough.Token.ThrowIfCancellationRequested();
            }
        })).ToList();
        (await command.GetRequiredService<IIndexWriter>().RebuildAsync(force: false, null, default)).IsDone.ShouldBeTrue();
        await Task.WhenAll(searches);
        (await County.KeysAsync("保安员")).ShouldBeEmpty();

        // And the first process writes on into the new index.
        await County.ChangePostingAsync("guard", p => p.Title = "会场引导");
        await County.CatchUpAsync();
        (await County.KeysAsync("会场引导")).ShouldBe(["guard"]);
        (await Recovery.KnownAsync(County.Writer)).Behind.ShouldBe(0);
    }

    [Fact]
    public async Task A_much_smaller_rebuild_is_refused_unless_forced()
    {
        // A bulk statement that forgot to announce: the database shrank, the index was not told.
        await County.County.OnDbAsync(db => db.Set<Posting>().Where(p => p.Title.StartsWith("养殖")).ExecuteUpdateAsync(s => s.SetProperty(p => p.State, PostingState.Paused)));
        var refused = await County.Writer.RebuildAsync(force: false, null, default);
        refused.Refusals.Single().Code.ShouldBe("Index.TooSmall");
        refused.Refusals.Single().Values.ShouldBe([27L, 147L]);
        (await County.FindAsync("养殖")).Total.ShouldBe(120);
        (await County.Writer.RebuildAsync(force: true, null, default)).IsDone.ShouldBeTrue();
        await County.Engine.SettleAsync(County.County.Services);
        (await County.FindAsync("养殖")).Total.ShouldBe(0);
    }

    [Trait("Pace", "slow")]
    [Fact]
    public async Task Many_workers_do_not_hide_that_postings_are_gone()
    {
        await County.County.OnDbAsync(async db =>
        {
            db.AddRange(Enumerable.Range(1, 200).Select(i => Some.Household(County.Xingfuli)).ToList());
            await db.SaveChangesAsync();
            var people = (await db.Set<Household>().Where(h => h.SettlementId == County.Xingfuli).ToListAsync()).Select((home, i) =>
            {
                var person = Some.Person($"某{i}");
                person.MoveInto(home, County.County.Today.AddYears(-1));
                return person;
            }).ToList();
            db.AddRange(people);
            await db.SaveChangesAsync();
            db.AddRange(people.Select(Some.Worker));
            await db.SaveChangesAsync();
        });
        await County.CatchUpAsync();
        (await Recovery.KnownAsync(County.Writer)).Workers.ShouldBe(200);
        // 102 of 147 postings are 69 %; with the workers it would be 87 %.
        await County.County.OnDbAsync(async db =>
        {
            var some = await db.Set<Posting>().Where(p => p.Title.StartsWith("养殖")).OrderBy(p => p.Id).Select(p => p.Id).Take(45).ToListAsync();
            await db.Set<Posting>().Where(p => some.Contains(p.Id)).ExecuteUpdateAsync(s => s.SetProperty(p => p.State, PostingState.Paused));
        });
        var refused = (await County.Writer.RebuildAsync(force: false, null, default)).Refusals.Single();
        (refused.Code, refused.Values[0], refused.Values[1]).ShouldBe(("Index.TooSmall", 102L, 147L));
    }

    [Fact]
    public async Task A_cancelled_rebuild_leaves_the_live_index()
    {
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => County.Writer.RebuildAsync(force: false, null, cancel.Token));
        (await County.KeysAsync("保安员")).ShouldBe(["guard"]);
        (await County.Writer.RebuildAsync(force: false, null, default)).IsDone.ShouldBeTrue();
    }

    [Theory, OnEachDatabase]
    public async Task Every_database_is_read_alike(DatabaseProvider provider)
    {
        await using var other = await County.AnotherAsync(provider);
        await HandMadePeople.AddAsync(other.County, other.Xingfuli, other.Chengdong);
        await other.CatchUpAsync();
        (await other.KeysAsync("缝纫工", q => q with { Sort = PostingSort.Newest })).ShouldBe(["mentions", "coded", "garment", "sewing"]);
        (await other.KeysAsync("", q => q with { Places = [PlaceAsked.Settlement(other.Xingfuli)] }))[..5].ShouldBe(["gig", "villages", "home", "sewing", "closing"]);
        var status = await Recovery.KnownAsync(other.Writer);
        (status.Postings, status.Workers, status.Behind).ShouldBe((147, 3, 0));
        (await other.Writer.ReconcileAsync(null, default)).Total.ShouldBe(0);
    }

    /// <summary>
    /// A second process on the same county, with the index as its only projection: others lease what they do, and the clock of a test
    /// stands still, so that a lease of the first would never run out.
    /// </summary>
    private protected ServiceProvider AnotherProcess()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(County.County.Clock);
        services.AddJobMatch(County.County.Options);
        services.RemoveAll<IChangeConsumer>();
        County.Engine.Add(services, County.County.Options);
        services.AddProjections();
        return services.BuildServiceProvider();
    }

    private Task OnEmployerAsync(Action<Employer> change) => County.County.OnDbAsync(async db =>
    {
        change(await db.Set<Employer>().SingleAsync(e => e.Id == County.Employer));
        await db.SaveChangesAsync();
    });

    private sealed class Steps : IProgress<(long Done, long Total)>
    {
        public (long Done, long Total) Last { get; private set; }

        public void Report((long Done, long Total) value) => Last = value;
    }
}
