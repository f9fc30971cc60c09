namespace JobMatch.Matching.Tests.Gates;

/// <summary>Every gate × fact that passes, fact that fails, fact that nobody knows; and what is said in each case.</summary>
public sealed class GateTableTests
{
    /// <summary>What a gate makes of a pair: passes, passes but asks first, fails, or fails for want of a record.</summary>
    public enum Outcome
    {
        Passes,
        PassesAsking,
        Fails,
        FailsUnrecorded,
    }

    private static readonly Place Elsewhere = new(9, 522_731_200, 522_731, 520_000, Position.FromDegrees(26.9, 107.5));
    private static readonly PostingProfile Heavy = A.Posting with { Strain = Strain.Heavy };
    private static readonly PostingProfile NeedsCertificate = A.Posting with { Certificates = [new(A.Electrician, CertificateTiming.NeededToApply)] };
    private static readonly PostingProfile ForDisabled = A.Posting with { GroupRule = GroupRule.Only, EligibleGroups = HardshipGroup.Disabled };
    private static readonly PostingProfile Away = A.Posting with { Quotas = [new(1, PlaceKind.Fixed, Elsewhere, 1)] };
    private static readonly PostingProfile ByAge = A.Posting with { LegalAge = new LegalAge(16, 60, 16, 55) };
    private static readonly FitContext MustKnowMandarin = A.Context with { Weights = new FitOptions().ToWeights().With(Criterion.Mandarin, Importance.Must) };
    private static readonly FitContext Seeking = A.Context with { Seekers = Seekers.WillingAndUnemployed };

    private static readonly Dictionary<string, (WorkerProfile Worker, PostingProfile Posting, FitContext Context, Outcome Expected)> Table = new()
    {
        ["open · open with a vacancy"] = (A.Worker, A.Posting, A.Context, Outcome.Passes),
        ["open · closed"] = (A.Worker, A.Posting with { Open = false }, A.Context, Outcome.Fails),
        ["open · every quota full"] = (A.Worker, A.Posting with { Quotas = [new(1, PlaceKind.Fixed, A.Home, 0)] }, A.Context, Outcome.Fails),
        ["labour · ordinary, heavy work"] = (A.Worker, Heavy, A.Context, Outcome.Passes),
        ["labour · weak, heavy work"] = (A.Worker with { LabourCapacity = LabourCapacity.WeakOrHalf }, Heavy, A.Context, Outcome.Fails),
        ["labour · not recorded"] = (A.Worker with { LabourCapacity = LabourCapacity.Unknown }, A.Posting, A.Context, Outcome.FailsUnrecorded),
        ["labour · strain not stated"] = (A.Worker, A.Posting with { Strain = Strain.Unknown }, A.Context, Outcome.PassesAsking),
        ["restriction · about something else"] = (A.Worker with { Restrictions = WorkRestriction.NoHeights }, A.Posting, A.Context, Outcome.Passes),
        ["restriction · clashes"] = (A.Worker with { Restrictions = WorkRestriction.NoHeights }, A.Posting with { Duties = Duty.Heights, NotDuties = 0 }, A.Context, Outcome.Fails),
        ["restriction · duty not stated"] = (A.Worker with { Restrictions = WorkRestriction.NoHeights }, A.Posting with { NotDuties = A.Posting.NotDuties & ~Duty.Heights }, A.Context, Outcome.PassesAsking),
        ["age · within the limits"] = (A.Worker, ByAge, A.Context, Outcome.Passes),
        ["age · over the limit"] = (A.Worker with { BirthDate = new(1960, 1, 1) }, ByAge, A.Context, Outcome.Fails),
        ["age · under sixteen"] = (A.Worker with { BirthDate = new(2011, 1, 1) }, A.Posting, A.Context, Outcome.Fails),
        ["age · not recorded"] = (A.Worker with { BirthDate = null }, A.Posting, A.Context, Outcome.FailsUnrecorded),
        ["age · the limits differ and the sex is not recorded"] = (A.Worker with { BirthDate = new(1968, 1, 1), SexForAgeRule = RecordedSex.Unknown }, ByAge, A.Context, Outcome.FailsUnrecorded),
        ["hazard · of age"] = (A.Worker, A.Posting with { Hazardous = true }, A.Context, Outcome.Passes),
        ["hazard · seventeen"] = (A.Worker with { BirthDate = new(2008, 12, 1) }, A.Posting with { Hazardous = true }, A.Context, Outcome.Fails),
        ["certificate · valid"] = (A.Worker with { Certificates = [new(A.Electrician, null)] }, NeedsCertificate, A.Context, Outcome.Passes),
        ["certificate · run out"] = (A.Worker with { Certificates = [new(A.Electrician, A.Day.AddDays(-1))] }, NeedsCertificate, A.Context, Outcome.Fails),
        ["certificate · not recorded"] = (A.Worker, NeedsCertificate, A.Context, Outcome.FailsUnrecorded),
        ["group · in it"] = (A.Worker with { Groups = [new(HardshipGroup.Disabled, null)] }, ForDisabled, A.Context, Outcome.Passes),
        ["group · in another"] = (A.Worker with { Groups = [new(HardshipGroup.LostLand, null)] }, ForDisabled, A.Context, Outcome.Fails),
        ["group · nobody checked"] = (A.Worker with { GroupsChecked = false }, ForDisabled, A.Context, Outcome.FailsUnrecorded),
        ["group · first is no gate"] = (A.Worker, ForDisabled with { GroupRule = GroupRule.First }, A.Context, Outcome.Passes),
        ["reach · within"] = (A.Worker with { Mobility = Mobility.County }, Away, A.Context, Outcome.Passes),
        ["reach · outside"] = (A.Worker with { Mobility = Mobility.Township }, Away, A.Context, Outcome.Fails),
        ["reach · place not stated"] = (A.Worker, A.Posting with { Quotas = [new(1, PlaceKind.Unknown, Place.Unknown, 1)] }, A.Context, Outcome.PassesAsking),
        ["reach · home not recorded"] = (A.Worker with { Home = Place.Unknown, Mobility = Mobility.Township }, Away, A.Context, Outcome.PassesAsking),
        ["duty · possible"] = (A.Worker, A.Posting with { Duties = Duty.LongStanding }, A.Context, Outcome.Passes),
        ["duty · marked impossible"] = (A.Worker with { Impossible = Duty.LongStanding }, A.Posting with { Duties = Duty.LongStanding, NotDuties = 0 }, A.Context, Outcome.Fails),
        ["duty · not stated"] = (A.Worker with { Impossible = Duty.LongStanding }, A.Posting with { NotDuties = A.Posting.NotDuties & ~Duty.LongStanding }, A.Context, Outcome.PassesAsking),
        ["pair · hidden"] = (A.Worker with { Hidden = true }, A.Posting, A.Context, Outcome.Fails),
        ["pair · the household has its post"] = (A.Worker with { HouseholdPost = WelfarePost.Plain }, A.Posting with { OnePerHousehold = true }, A.Context, Outcome.Fails),
        ["pair · the household has the only one it may have"] = (A.Worker with { HouseholdPost = WelfarePost.OnePerHousehold }, A.Posting with { Kind = PostingKind.PublicWelfare }, A.Context, Outcome.Fails),
        ["pair · the household has one of several"] = (A.Worker with { HouseholdPost = WelfarePost.Plain }, A.Posting with { Kind = PostingKind.PublicWelfare }, A.Context, Outcome.Passes),
        ["pair · the household's only post, and other work"] = (A.Worker with { HouseholdPost = WelfarePost.OnePerHousehold }, A.Posting, A.Context, Outcome.Passes),
        ["pair · seeks work"] = (A.Worker, A.Posting, Seeking, Outcome.Passes),
        ["pair · does not want to work"] = (A.Worker with { Willing = false }, A.Posting, Seeking, Outcome.Fails),
        ["pair · has work"] = (A.Worker with { Employed = true }, A.Posting, Seeking, Outcome.Fails),
        ["must · reached"] = (A.Worker, A.Posting, MustKnowMandarin, Outcome.Passes),
        ["must · below"] = (A.Worker with { Mandarin = Mandarin.None }, A.Posting, MustKnowMandarin, Outcome.Fails),
        ["must · not recorded"] = (A.Worker with { Mandarin = Mandarin.Unknown }, A.Posting, MustKnowMandarin, Outcome.FailsUnrecorded),
    };

    public static TheoryData<string> Rows => [.. Table.Keys];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Gate(string row)
    {
        var (worker, posting, context, expected) = Table[row];
        var fit = A.Fit(worker, posting, context);
        // What a posting does not state, or a home that is not recorded, is asked; the other gaps are about how well she fits.
        var asks = fit.Gaps.Any(gap => gap.Code is GapCode.AskStrain or GapCode.AskPlace or GapCode.AskDuty || (gap.Code == GapCode.Record && gap.Values[0] == (long)WorkerFact.Home));
        var found = fit.FailedGates.Count == 0 ? (asks ? Outcome.PassesAsking : Outcome.Passes) : fit.FailedGates.All(gate => gate.UnknownFact) ? Outcome.FailsUnrecorded : Outcome.Fails;
        found.ShouldBe(expected);
        if (expected == Outcome.FailsUnrecorded) fit.FailedGates.ShouldAllBe(gate => gate.Record != WorkerFact.None);
        fit.FailedGates.Count.ShouldBeLessThanOrEqualTo(1);
        // The scan says the same as the explanation.
        var pool = new FitPool(context.Options);
        pool.Upsert(worker);
        var query = new RankQuery { On = A.Day, Scope = SettlementSet.All, Weights = context.Weights, Seekers = context.Seekers };
        pool.BestWorkers(posting, query).EligibleInScope.ShouldBe(fit.Eligible ? 1 : 0);
        pool.Upsert(posting);
        pool.BestPostings(worker, query).EligibleInScope.ShouldBe(fit.Eligible ? 1 : 0);
    }

    /// <summary>100 people and 100 postings: nobody in any ten best may not go.</summary>
    [Fact]
    public void Of_ten_thousand_pairs_nobody_ineligible_is_among_the_ten_best()
    {
        var random = new RandomProfiles(77);
        var workers = Enumerable.Range(1, 100).Select(id => random.Worker(id)).ToArray();
        var postings = Enumerable.Range(1, 100).Select(id => random.Posting(id)).ToArray();
        var pool = new FitPool(new(), texts: RandomProfiles.Texts);
        pool.Upsert(workers);
        foreach (var posting in postings) pool.Upsert(posting);
        var query = new RankQuery { On = A.Day, Scope = SettlementSet.All, K = 10 };
        var context = A.Context with { Texts = RandomProfiles.Texts };
        var (named, turnedAway) = (0, 0);
        foreach (var posting in postings)
        {
            var best = pool.BestWorkers(posting.Id, query)!.Best;
            best.ShouldAllBe(fit => A.Fit(workers[fit.Id - 1], posting, context, false).Eligible);
            named += best.Count;
            turnedAway += workers.Count(worker => !A.Fit(worker, posting, context, false).Eligible);
        }
        foreach (var worker in workers)
            pool.BestPostings(worker.Id, query)!.Best.ShouldAllBe(fit => A.Fit(worker, postings[fit.Id - 1], context, false).Eligible);
        named.ShouldBeGreaterThan(200);
        turnedAway.ShouldBeGreaterThan(1_000);
    }
}
