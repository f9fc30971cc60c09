using JobMatch.Data;
using JobMatch.Fairs;

namespace JobMatch.Seed;

/// <summary>Fairs as a clerk of the station wrote them down.</summary>
internal sealed class FairWriter(JobMatchDbContext db, CountyPlan plan, Ids ids)
{
    public async Task WriteAsync(CancellationToken cancel)
    {
        db.AddRange(plan.Fairs.Select(fair => new Fair
        {
            SettlementId = ids.Settlements[fair.Settlement],
            Name = fair.Name,
            On = fair.On,
            Place = fair.Place,
            PostingIds = [.. fair.Postings.Select(posting => ids.Postings[posting])],
            Invited = new PeopleChoice { SettlementIds = [.. fair.Invited.Select(settlement => ids.Settlements[settlement])], Wanted = fair.Wanted },
            MadeBy = ids.StaffAccount,
            MadeAt = Clock.Morning(fair.MadeOn),
        }));
        await db.SaveChangesAsync(cancel);
    }
}
