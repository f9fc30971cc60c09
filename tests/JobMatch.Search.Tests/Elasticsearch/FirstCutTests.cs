using JobMatch.Asking;
using JobMatch.Matching;
using JobMatch.Search.Elasticsearch;
using Shouldly;
using Xunit;

namespace JobMatch.Search.Tests.Elasticsearch;

/// <summary>The order of the cut where groups and need come before the score, on a handful of people who differ in nothing else: as the pool has it.</summary>
[NeedsElasticsearch]
public sealed class FirstCutTests
{
    private static readonly DateOnly Today = new(2026, 11, 15);
    private static readonly HardshipGroup Eligible = HardshipGroup.Disabled | HardshipGroup.ZeroEmploymentHousehold | HardshipGroup.Monitored;

    private static readonly WorkerProfile[] People =
    [
        Person(1), Person(2, HardshipGroup.OlderWorker), Person(3) with { OpenJobLoss = true }, Person(4, HardshipGroup.Disabled), Person(5) with { Monitored = true },
        Person(6) with { ZeroEmploymentHousehold = true }, Person(7, HardshipGroup.Disabled) with { OpenJobLoss = true }, Person(8, HardshipGroup.RegisteredPoor),
    ];

    [Theory]
    [InlineData(GroupRule.Only, false)]
    [InlineData(GroupRule.Only, true)]
    [InlineData(GroupRule.First, false)]
    [InlineData(GroupRule.First, true)]
    [InlineData(GroupRule.None, true)]
    public async Task Groups_come_first_then_need(GroupRule rule, bool needFirst)
    {
        var pool = new FitPool(new());
        pool.Upsert(People);
        var query = new RankQuery { On = Today, K = 20, Scope = SettlementSet.All };
        var posting = Posting(rule, needFirst);
        var expected = pool.BestWorkers(posting, query);
        expected.Best.Count.ShouldBe(rule == GroupRule.Only ? 4 : People.Length);
        // Equals take turns by a hash that the server does not know: they are compared as sets, tier by tier.
        var cut = await CutAsync(FirstCut.Request(PostingAsk.Of(posting, pool.Skills, pool.Texts), new(), query, null, 20));
        var tiers = expected.Best.ToDictionary(fit => fit.Id, fit => fit.NeedTier);
        cut.Order().ShouldBe(tiers.Keys.Order());
        cut.Select(id => tiers[id]).ShouldBe(expected.Best.Select(fit => fit.NeedTier));
    }

    private static async Task<List<long>> CutAsync(SearchRequest request)
    {
        var options = new ElasticsearchOptions { Addresses = TestServers.Shared!, Prefix = $"cut-{Guid.NewGuid():N}", SearchTimeout = 20_000 };
        using var transport = new ElasticsearchTransport(options);
        var client = new ElasticsearchClient(transport);
        var live = new LiveIndexes(client, options);
        var pair = await live.CreateAsync(default);
        try
        {
            (await new BulkWriter(client).WriteAsync(pair.Workers, [.. People.Select(p => new BulkItem(p.Id, 1, WorkerEntry.Of(Document(p), 1)))], default)).Rejected.ShouldBeEmpty();
            await live.RefreshAsync(pair, default);
            return [.. (await client.SearchAsync<IdSource>(pair.Workers, request, default)).Hits.Page.Select(h => h.Source!.Id)];
        }
        finally
        {
            await live.DropAsync(pair, default);
        }
    }

    private static WorkerProfile Person(long id, params HardshipGroup[] groups) => new()
    {
        Id = id, Version = 1, HouseholdId = id, Home = new Place(1, 529901101, 529901, 520000, Position.FromDegrees(26.1, 106.6)), BirthDate = new DateOnly(1990, 1, 1), LabourCapacity = LabourCapacity.Ordinary,
        Willing = true, GroupsChecked = true, Groups = [.. groups.Select(g => new GroupMembership(g, null))],
    };

    private static PostingProfile Posting(GroupRule rule, bool needFirst) => new()
    {
        Id = 1, Version = 1, Kind = PostingKind.WorkRelief, Open = true, Quotas = [new(1, PlaceKind.AtHome, People[0].Home, 20)], GroupRule = rule, EligibleGroups = rule == GroupRule.None ? HardshipGroup.None : Eligible,
        NeedFirst = needFirst, PublishedOn = Today,
    };

    private static WorkerDocument Document(WorkerProfile w) => new()
    {
        Id = w.Id, SettlementId = 1, Capacity = w.LabourCapacity, InWork = false, SkillIds = [], CertificateKindIds = [], TrainingKindIds = [], OccupationIds = [], Text = "", OtherNames = [], Wishes = "", WishNames = [],
        Need = w.ZeroEmploymentHousehold ? WorkerNeed.ZeroEmployment : w.OpenJobLoss || w.Monitored ? WorkerNeed.JobLossOrMonitored : w.Groups.Count > 0 ? WorkerNeed.Hardship : WorkerNeed.Other,
        Fit = FitTags.Of(w, Today.Year),
    };
}
