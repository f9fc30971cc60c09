using JobMatch.Data;
using JobMatch.Households;
using JobMatch.Postings;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.EmploymentSpells;

/// <summary>A public-welfare post that somebody holds, or is to begin by the ledger.</summary>
internal sealed record HeldWelfarePost(long HouseholdId, long PersonId, PublicWelfareType Type)
{
    /// <summary>Those of these households (null: all) that are not over on a day. Across all scopes: which posts a household may have is the same whoever asks.</summary>
    public static async Task<List<HeldWelfarePost>> ReadAsync(JobMatchDbContext db, IReadOnlyCollection<long>? households, DateOnly day, CancellationToken cancel)
    {
        var people = households is null ? db.Set<Person>() : db.Set<Person>().Where(p => households.Contains(p.HouseholdId));
        var held = await (from spell in db.Set<EmploymentSpell>().NotOver(day)
                          join person in people on spell.PersonId equals person.Id
                          where spell.Channel == Channel.PublicWelfare
                          select new { person.HouseholdId, spell.PersonId, spell.OccupationId, Type = db.Set<Posting>().Where(p => p.Id == spell.PostingId).Select(p => (PublicWelfareType?)p.WelfareType).FirstOrDefault() })
            .IgnoreQueryFilters([ScopeFilters.Name]).AsNoTracking().ToListAsync(cancel);
        return held.ConvertAll(one => new HeldWelfarePost(one.HouseholdId, one.PersonId, PublicWelfarePosts.TypeOf(one.Type ?? PublicWelfareType.None, one.OccupationId)));
    }
}
