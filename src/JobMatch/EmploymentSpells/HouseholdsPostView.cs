using JobMatch.Data;
using JobMatch.Households;
using JobMatch.Matching;
using JobMatch.Postings;
using JobMatch.Referrals;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.EmploymentSpells;

/// <summary>A public-welfare post that a household has: somebody of it holds it, is to begin it, or was hired for it and has not begun.</summary>
/// <param name="HouseholdId">Whose.</param>
/// <param name="PersonId">Who of it.</param>
/// <param name="Type">What the post is.</param>
/// <param name="HiredFor">The posting of a hire that has not begun; null: by the ledger.</param>
internal sealed record HouseholdsPost(long HouseholdId, long PersonId, PublicWelfareType Type, long? HiredFor)
{
    /// <summary>Those of these households (null: all) that are not over on a day. Across all scopes: which posts a household may have is the same whoever asks.</summary>
    public static async Task<List<HouseholdsPost>> ReadAsync(JobMatchDbContext db, IReadOnlyCollection<long>? households, DateOnly day, CancellationToken cancel)
    {
        var people = households is null ? db.Set<Person>() : db.Set<Person>().Where(p => households.Contains(p.HouseholdId));
        var held = await (from spell in db.Set<EmploymentSpell>().NotOver(day)
                          join person in people on spell.PersonId equals person.Id
                          where spell.Channel == Channel.PublicWelfare
                          select new { person.HouseholdId, spell.PersonId, spell.OccupationId, Type = db.Set<Posting>().Where(p => p.Id == spell.PostingId).Select(p => (PublicWelfareType?)p.WelfareType).FirstOrDefault() })
            .IgnoreQueryFilters([ScopeFilters.Name]).AsNoTracking().ToListAsync(cancel);
        var hired = await (from referral in db.Set<Referral>()
                           join person in people on referral.PersonId equals person.Id
                           where referral.State == ReferralState.Hired && referral.Posting!.Kind == PostingKind.PublicWelfare
                           select new { person.HouseholdId, referral.PersonId, referral.Posting!.WelfareType, referral.PostingId }).IgnoreQueryFilters([ScopeFilters.Name]).AsNoTracking().ToListAsync(cancel);
        return
        [
            .. held.Select(one => new HouseholdsPost(one.HouseholdId, one.PersonId, PublicWelfarePosts.TypeOf(one.Type ?? PublicWelfareType.None, one.OccupationId), null)),
            .. hired.Select(one => new HouseholdsPost(one.HouseholdId, one.PersonId, one.WelfareType, one.PostingId)),
        ];
    }
}
