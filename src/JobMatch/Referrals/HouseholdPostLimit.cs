using JobMatch.Data;
using JobMatch.EmploymentSpells;
using JobMatch.Households;
using JobMatch.Matching;
using JobMatch.Postings;
using JobMatch.Rules;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Referrals;

/// <summary>Somebody else of a household, and the public-welfare post that she may get.</summary>
/// <param name="PersonId">Whom it concerns.</param>
/// <param name="RelativeId">Who of her household.</param>
/// <param name="PostingId">Where the relative is put forward.</param>
public sealed record RelativePutForward(long PersonId, long RelativeId, long PostingId);

/// <summary>
/// 一户一岗 (county, after 003 五(三)): no two public-welfare posts of a household clash (<see cref="WelfarePosts.Clashes"/>). What its members hold by the ledger and what they were hired for
/// counts, whoever asks and whoever made it so.
/// </summary>
public sealed class HouseholdPostLimit(JobMatchDbContext db, CurrentScope scope, TimeProvider clock)
{
    private static readonly ReferralState[] Open = [ReferralState.Referred, ReferralState.Applied, ReferralState.Viewed, ReferralState.Interview, ReferralState.Trial];

    /// <summary>Of these people, whose household has a post because of which it may not have one of this posting.</summary>
    public async Task<IReadOnlySet<long>> BarredAsync(Posting posting, IReadOnlyCollection<long> personIds, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(posting);
        if (posting.Kind != PostingKind.PublicWelfare) return new HashSet<long>();
        var rules = await RuleBook.ReadAsync(db, cancel);
        var householdOf = await HouseholdsAsync(personIds, cancel);
        var households = householdOf.Values.Distinct().ToList();
        // The hire of one of these people for this very posting is what is asked about.
        var has = (await HouseholdsPost.ReadAsync(db, households, clock.Today(), cancel)).Where(post => !(post.HiredFor == posting.Id && personIds.Contains(post.PersonId))).ToLookup(post => post.HouseholdId, post => post.Type);
        var wanted = Of(posting.WelfareType, rules);
        return householdOf.Where(one => has[one.Value].Any(type => Of(type, rules).Clashes(wanted))).Select(one => one.Key).ToHashSet();
    }

    /// <summary>
    /// Whether somebody may be hired for this posting. Her household's row is written with the hire, so that two hires of one household at once meet at its version and the second is looked at again.
    /// </summary>
    internal async Task<bool> MayBeHiredAsync(Posting posting, long personId, CancellationToken cancel)
    {
        if (posting.Kind != PostingKind.PublicWelfare) return true;
        // Read before it is looked at who has what: a hire that is stored in between changes the version, and this one is looked at again.
        var household = await db.Set<Household>().IgnoreQueryFilters([ScopeFilters.Name]).SingleAsync(h => h.Members.Any(m => m.Id == personId), cancel);
        if ((await BarredAsync(posting, [personId], cancel)).Count > 0) return false;
        db.Entry(household).Property(h => h.Version).IsModified = true;
        return true;
    }

    /// <summary>Who else of these people's households is put forward for a post because of which the household may not have one of this posting: only one of the two can be hired. As far as the scope shows them.</summary>
    public async Task<IReadOnlyList<RelativePutForward>> PutForwardAsync(Posting posting, IReadOnlyCollection<long> personIds, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(posting);
        if (posting.Kind != PostingKind.PublicWelfare) return [];
        var rules = await RuleBook.ReadAsync(db, cancel);
        var found = await (from her in db.Set<Person>()
                           join other in db.Set<Person>() on her.HouseholdId equals other.HouseholdId
                           join referral in db.Set<Referral>() on other.Id equals referral.PersonId
                           where personIds.Contains(her.Id) && other.Id != her.Id && Open.Contains(referral.State) && referral.Posting!.Kind == PostingKind.PublicWelfare
                           orderby her.Id, referral.State descending
                           select new { her.Id, Relative = other.Id, referral.PostingId, referral.Posting!.WelfareType }).ToListAsync(cancel);
        var wanted = Of(posting.WelfareType, rules);
        return
        [
            .. found.Where(one => Of(one.WelfareType, rules).Clashes(wanted)).Select(one => new RelativePutForward(one.Id, one.Relative, one.PostingId)),
            .. wanted.Clashes(wanted) ? await TogetherAsync(posting.Id, personIds, cancel) : [],
        ];
    }

    /// <summary>Those of these people who are of one household, put forward together.</summary>
    private async Task<IEnumerable<RelativePutForward>> TogetherAsync(long posting, IReadOnlyCollection<long> personIds, CancellationToken cancel) =>
        (await HouseholdsAsync(personIds, cancel)).GroupBy(one => one.Value, one => one.Key).SelectMany(members => members.SelectMany(her => members.Where(other => other != her).Select(other => new RelativePutForward(her, other, posting))));

    /// <summary>Said to the side that asks; an employer learns nothing of a household.</summary>
    internal Refusal Refused => new(scope.Value.Kind switch
    {
        ScopeKind.Herself => "Referral.HouseholdHasPost.Hers",
        ScopeKind.Employer => "Referral.NotByTheRules",
        _ => "Referral.HouseholdHasPost",
    });

    private WelfarePost Of(PublicWelfareType type, RuleBook rules) => PublicWelfarePosts.Of(type, rules, clock.Today());

    private Task<Dictionary<long, long>> HouseholdsAsync(IReadOnlyCollection<long> personIds, CancellationToken cancel) =>
        db.Set<Person>().IgnoreQueryFilters([ScopeFilters.Name]).Where(p => personIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.HouseholdId, cancel);
}
