using JobMatch.Data;
using JobMatch.Referrals;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Fairs;

public sealed record UndoPlanRequest(long PlanId, long By);

/// <summary>What undoing a plan does with its referrals.</summary>
/// <param name="Taken">Nobody has answered: taken back.</param>
/// <param name="Left">An employer or the person has answered; they are on the way to the job and stay so.</param>
/// <param name="Begun">Work has begun.</param>
/// <param name="Ended">Over already: refused, withdrawn, expired, never came, or taken back before.</param>
public sealed record PlanUndone(int Taken, int Left, int Begun = 0, int Ended = 0)
{
    public static PlanUndone Of(IReadOnlyCollection<ReferralState> states) => new(
        states.Count(state => state == ReferralState.Referred), states.Count(IsLeft), states.Count(state => state == ReferralState.Started), states.Count(IsEnded));

    private static bool IsLeft(ReferralState state) => state is > ReferralState.Referred and < ReferralState.Started;

    private static bool IsEnded(ReferralState state) => state is ReferralState.Suggested or > ReferralState.Started;
}

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
        var (would, actor) = (PlanUndone.Of(referrals.ConvertAll(r => r.State)), new Actor(request.By, now));
        var taken = referrals.Count(r => r.TakeBack(actor).IsDone);
        if (taken == 0) return new Refusal("Plan.NothingToUndo");
        return await db.SaveAsync(() => would with { Taken = taken, Left = would.Left + would.Taken - taken }, cancel);
    }

    /// <summary>How each referral of a plan stands, by its id; <see cref="PlanUndone.Of"/> says what undoing would do with them.</summary>
    public Task<Dictionary<long, ReferralState>> StatesAsync(long planId, CancellationToken cancel) => ReferralsOf(planId).ToDictionaryAsync(r => r.Id, r => r.State, cancel);

    private IQueryable<Referral> ReferralsOf(long planId) => db.Set<Referral>().Where(referral => db.Set<PlanRow>().Any(row => row.PlanId == planId && row.ReferralId == referral.Id));
}
