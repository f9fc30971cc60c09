using JobMatch.Data;
using JobMatch.Fits;
using JobMatch.Matching;
using JobMatch.Referrals;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Fairs;

/// <summary>Reads the input of a plan. The rows of the scope at hand are read: a job's is the whole county, a clerk's her settlements.</summary>
public sealed class PlacementReader(
    JobMatchDbContext db, WorkerProfileReader workers, PostingProfileReader postings, ReferralExclusions exclusions, UnderWayReader underWay, FitPool pool, FitOptions options, TimeProvider clock)
{
    /// <summary>Those whom a plan is about, without those who are on the way to a job.</summary>
    public async Task<PlacementInput> ReadAsync(IReadOnlyList<long>? postingIds, PeopleChoice people, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(people);
        var ids = await WillingAsync(people, consents: true, cancel);
        var input = await ReadAsync(postingIds, ids, people.Seekers, cancel);
        return await BesidesAsync(input with { Workers = [.. input.Workers.Where(w => IsWanted(w, people))] }, people, await UnderWayAsync(people, null, cancel), cancel);
    }

    /// <summary>Who is on the way, where the plan does not go over them once more.</summary>
    public async Task<UnderWay> UnderWayAsync(PeopleChoice people, long? besidesPlan, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(people);
        var way = await underWay.ReadAsync(besidesPlan, cancel);
        return people.AlsoUnderWay ? way.Again() : way;
    }

    public async Task<PlacementInput> BesidesAsync(PlacementInput input, PeopleChoice people, UnderWay way, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(way);
        var ids = way.PostingIds.ToList();
        if (ids.Count == 0) return input;
        return input.Besides(way, people, await postings.WelfarePostsAsync(ids, cancel));
    }

    /// <summary>Who would be planned for but has not agreed that employers see her, without which nobody is referred. Families without work first, then the longest waiting.</summary>
    public async Task<IReadOnlyList<WorkerProfile>> WithoutConsentAsync(PeopleChoice people, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(people);
        var profiles = new List<WorkerProfile>();
        foreach (var chunk in (await WillingAsync(people, consents: false, cancel)).Chunk(5_000)) profiles.AddRange(await workers.ReadAsync(chunk, 0, cancel));
        var way = await UnderWayAsync(people, null, cancel);
        return [.. profiles.Where(w => IsWanted(w, people)).Select(w => way.HasHousehold(w.HouseholdId) ? w with { ZeroEmploymentHousehold = false } : w).OrderBy(w => !w.ZeroEmploymentHousehold).ThenBy(w => w.WaitingSince ?? DateOnly.MaxValue).ThenBy(w => w.Id)];
    }

    /// <param name="postingIds">Published ones count; null: all of them.</param>
    /// <param name="personIds">Those who are workers of the scope count.</param>
    /// <param name="seekers">Whom the gates let through.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<PlacementInput> ReadAsync(IReadOnlyList<long>? postingIds, IReadOnlyCollection<long> personIds, Seekers seekers, CancellationToken cancel)
    {
        var today = clock.Today();
        var profiles = new List<WorkerProfile>();
        foreach (var chunk in personIds.Chunk(5_000)) profiles.AddRange(await workers.ReadAsync(chunk, 0, cancel));
        var jobs = (await postings.ReadAsync(postingIds, 0, cancel)).Where(p => p.Open).OrderBy(p => p.Id).ToList();
        var excluded = await exclusions.OfPostingsAsync(jobs.ToDictionary(p => p.Id, p => p.EmployerId), today, cancel);
        return new PlacementInput(
            [.. profiles.OrderBy(w => w.WaitingSince ?? DateOnly.MaxValue).ThenBy(w => w.Id)], jobs,
            new FitContext { On = today, Options = options, Skills = pool.Skills, Texts = pool.Texts, Seekers = seekers }, excluded);
    }

    /// <summary>Of a group, who is recorded as unable to work is not planned for, though she said once that she would; whoever is meant by name is told why it cannot be.</summary>
    private Task<List<long>> WillingAsync(PeopleChoice people, bool consents, CancellationToken cancel)
    {
        var (settlements, named) = (people.SettlementIds.ToList(), people.PersonIds.ToList());
        return db.Set<Worker>().Where(w => ((settlements.Contains(w.SettlementId) && w.Capacity != LabourCapacity.None) || named.Contains(w.Id)) && w.ConsentsToEmployers == consents && w.Willing == true).Select(w => w.Id).ToListAsync(cancel);
    }

    /// <summary>Whether somebody of the settlements or of the names is meant.</summary>
    public static bool IsWanted(WorkerProfile worker, PeopleChoice people) =>
        !worker.Hidden && (people.PersonIds.Contains(worker.Id) || ((people.Wanted == PeopleWanted.AllWilling || !worker.Employed) && (people.Wanted != PeopleWanted.ZeroEmploymentHouseholds || worker.ZeroEmploymentHousehold)));
}
