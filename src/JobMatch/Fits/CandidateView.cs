using JobMatch.Data;
using JobMatch.Households;
using JobMatch.Matching;
using JobMatch.Postings;
using JobMatch.Referrals;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Fits;

/// <summary>
/// What an employer sees of people: ranked, masked on the server until the person agrees. Names, phones and addresses never leave this
/// view for somebody who has not agreed; hardship and household never do.
/// </summary>
public sealed class CandidateView(JobMatchDbContext db, FitPool pool, ReferralExclusions exclusions, CurrentScope scope, PersonalData personal, TimeProvider clock)
{
    /// <summary>
    /// The best people for one of the employer's own postings who look for work, have none and are not yet referred; null when the posting is not the employer's. Who works elsewhere is shown to nobody but the station,
    /// unless she comes herself.
    /// </summary>
    public async Task<RankedCandidates?> RankedAsync(long postingId, int k, CancellationToken cancel)
    {
        var employer = scope.Value.EmployerId;
        if (!await db.Set<Posting>().AnyAsync(p => p.Id == postingId && p.EmployerId == employer, cancel)) return null;
        var today = clock.Today();
        var without = new HashSet<long>(await exclusions.OfPostingAsync(postingId, employer, today, cancel));
        without.UnionWith(await db.Set<Worker>().IgnoreQueryFilters([ScopeFilters.Name]).Where(w => !w.ConsentsToEmployers).Select(w => w.Id).ToListAsync(cancel));
        var query = new RankQuery { On = today, K = k, Scope = SettlementSet.All, Seekers = Seekers.WillingAndUnemployed, Excluded = without };
        var ranking = pool.BestWorkers(postingId, query);
        if (ranking is null) return new([], 0, []);
        var people = await PeopleAsync([.. ranking.Best.Select(f => f.Id)], cancel);
        var best = ranking.Best.Where(f => people.ContainsKey(f.Id)).Select(f => (Person: people[f.Id], Fit: pool.Explain(f.Id, postingId, query)?.For(Audience.Employer))).Where(r => r.Fit is not null).ToList();
        var open = best.SelectMany(r => r.Fit!.Gaps).Where(gap => gap.IsOfPosting).DistinctBy(gap => (gap.Code, Value: gap.Values.Count > 0 ? gap.Values[0] : 0)).OrderBy(gap => gap.Code).ToList();
        return new([.. best.Select(r => Masked(r.Person, OfPerson(r.Fit), today, referral: null))], ranking.EligibleInScope, open);
    }

    /// <summary>Who was referred or applied for one of the employer's own postings, newest first.</summary>
    public async Task<IReadOnlyList<Candidate>> ReferredAsync(long? postingId, CancellationToken cancel)
    {
        var today = clock.Today();
        var referrals = await db.Set<Referral>().AsNoTracking().Include(r => r.Posting).Include(r => r.Moves)
            .Where(r => r.EmployerMaySee && r.EmployerId == scope.Value.EmployerId && (postingId == null || r.PostingId == postingId))
            .OrderByDescending(r => r.ChangedAt).Take(200).ToListAsync(cancel);
        var people = await PeopleAsync([.. referrals.Select(r => r.PersonId).Distinct()], cancel);
        var query = new RankQuery { On = today };
        return
        [
            .. referrals.Where(r => people.ContainsKey(r.PersonId)).Select(r =>
            {
                var fit = OfPerson(pool.Explain(r.PersonId, r.PostingId, query)?.For(Audience.Employer));
                return r.PersonAgreed ? Named(people[r.PersonId], fit, today, r) : Masked(people[r.PersonId], fit, today, r);
            }),
        ];
    }

    /// <summary>What the posting leaves open is the employer's own to say, and no flaw of everybody.</summary>
    private static Fit? OfPerson(Fit? fit) => fit is null ? null : fit with { Gaps = [.. fit.Gaps.Where(gap => !gap.IsOfPosting)] };

    private static Candidate Masked(Person person, Fit? fit, DateOnly today, Referral? referral)
    {
        var age = person.AgeOn(today);
        return new Candidate(person.Id, person.Name[..1] + "**", null, (age / 5 * 5, (age / 5 * 5) + 4), null, fit, referral);
    }

    private Candidate Named(Person person, Fit? fit, DateOnly today, Referral referral) =>
        new(person.Id, person.Name, person.AgeOn(today), null, person.Phone is { } phone ? personal.Reveal(phone) : null, fit, referral);

    private async Task<Dictionary<long, Person>> PeopleAsync(List<long> ids, CancellationToken cancel) =>
        await db.Set<Person>().AsNoTracking().IgnoreQueryFilters([ScopeFilters.Name]).Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancel);
}

/// <param name="Best">The best first, masked.</param>
/// <param name="Eligible">How many there are.</param>
/// <param name="NotSaid">What the posting leaves open that would tell more about some of them.</param>
public sealed record RankedCandidates(IReadOnlyList<Candidate> Best, int Eligible, IReadOnlyList<Gap> NotSaid);

/// <param name="PersonId">Opaque to the employer; every action checks it again.</param>
/// <param name="Name">Surname and stars until the person agrees.</param>
/// <param name="Age">Exact age once agreed.</param>
/// <param name="AgeBand">Five-year band before.</param>
/// <param name="Phone">Once agreed; the page that shows it logs the look.</param>
/// <param name="Fit">Only reasons and gaps that employers may see; null when the posting is closed.</param>
/// <param name="Referral">Where it stands, if there is one.</param>
public sealed record Candidate(long PersonId, string Name, int? Age, (int From, int To)? AgeBand, string? Phone, Fit? Fit, Referral? Referral);
