using JobMatch.Data;
using JobMatch.Households;
using JobMatch.Postings;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.EmploymentSpells;

/// <summary>A public-welfare post that somebody holds.</summary>
internal sealed record HeldWelfarePost(long HouseholdId, long PersonId, PublicWelfareType Type)
{
    /// <summary>Those of these households on a day, by the ledger. Across all scopes: which posts a household may have is the same whoever asks.</summary>
    public static async Task<List<HeldWelfarePost>> ReadAsync(JobMatchDbContext db, IReadOnlyCollection<long> households, DateOnly day, CancellationToken cancel)
    {
        var held = await (from spell in db.Set<EmploymentSpell>().On(day)
                          join person in db.Set<Person>() on spell.PersonId equals person.Id
                          where households.Contains(person.HouseholdId) && spell.Channel == Channel.PublicWelfare
                          select new { person.HouseholdId, spell.PersonId, spell.OccupationId, Type = db.Set<Posting>().Where(p => p.Id == spell.PostingId).Select(p => (PublicWelfareType?)p.WelfareType).FirstOrDefault() })
            .IgnoreQueryFilters([ScopeFilters.Name]).ToListAsync(cancel);
        return held.ConvertAll(one => new HeldWelfarePost(one.HouseholdId, one.PersonId, PublicWelfarePosts.TypeOf(one.Type ?? PublicWelfareType.None, one.OccupationId)));
    }
}
