using JobMatch.Data;
using JobMatch.Referrals;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Fairs;

public sealed record UndoPlanRequest(long PlanId, long By);

/// <summary>Taken back, and left because an employer or the person has answered already.</summary>
public sealed record PlanUndone(int Taken, int Left);

/// <summary>Takes a confirmed plan back on the same day: every referral that nobody has answered yet stands as before it, in one transaction. No list of an employer names these people any more.</summary>
public sealed class UndoPlan(JobMatchDbContext db, TimeProvider clock)
{
    public async Task<Outcome<PlanUndone>> RunAsync(UndoPlanRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var plan = await db.Set<PlacementPlan>().SingleOrDefaultAsync(p => p.Id == request.PlanId, cancel);
        if (plan is null) return Refusal.NotFound;
        var now = clock.UtcNow();
        var undone = plan.Undo(now);
        if (!undone.IsDone) return undone.Refusals.ToList();
        var referrals = await ReferralsOf(plan.Id).Include(r => r.Moves).ToListAsync(cancel);
        var actor = new Actor(request.By, now);
        var taken = referrals.Count(r => r.TakeBack(actor).IsDone);
        return await db.SaveAsync(() => new PlanUndone(taken, referrals.Count - taken), cancel);
    }

    /// <summary>What it would take back now, and leave; nothing is changed.</summary>
    public async Task<PlanUndone> WouldAsync(long planId, CancellationToken cancel)
    {
        var states = await ReferralsOf(planId).Select(r => r.State).ToListAsync(cancel);
        return new PlanUndone(states.Count(state => state == ReferralState.Referred), states.Count(state => state != ReferralState.Referred));
    }

    private IQueryable<Referral> ReferralsOf(long planId) => db.Set<Referral>().Where(referral => db.Set<PlanRow>().Any(row => row.PlanId == planId && row.ReferralId == referral.Id));
}
