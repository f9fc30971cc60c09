using System.Globalization;
using JobMatch.Data;
using JobMatch.Fairs;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Notifications;

/// <summary>Which job fair a recommendation belongs to: whoever is sent by the plan of one is told its day and place.</summary>
internal static class FairOfReferralView
{
    /// <summary>By referral, as the values of a message; of confirmed plans, and while the fair is not over.</summary>
    public static async Task<IReadOnlyDictionary<long, IReadOnlyDictionary<string, string>>> ReadAsync(JobMatchDbContext db, IReadOnlyCollection<long> referralIds, DateOnly today, CancellationToken cancel)
    {
        var found = await (from row in db.Set<PlanRow>()
                           join plan in db.Set<PlacementPlan>() on row.PlanId equals plan.Id
                           join fair in db.Set<Fair>() on plan.FairId equals fair.Id
                           where row.ReferralId != null && referralIds.Contains(row.ReferralId.Value) && plan.State == PlanState.Confirmed && fair.On >= today
                           orderby plan.Id
                           select new { ReferralId = row.ReferralId!.Value, fair.Name, fair.On, fair.Place }).ToListAsync(cancel);
        return found.GroupBy(one => one.ReferralId).ToDictionary(g => g.Key, g => (IReadOnlyDictionary<string, string>)ValuesOf(g.Last().Name, g.Last().On, g.Last().Place));
    }

    private static Dictionary<string, string> ValuesOf(string name, DateOnly on, string place) =>
        new() { ["fair"] = name, ["day"] = on.ToString("O", CultureInfo.InvariantCulture), ["place"] = place };
}
