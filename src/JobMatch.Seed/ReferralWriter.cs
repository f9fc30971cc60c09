using JobMatch.Data;
using JobMatch.Postings;
using JobMatch.Referrals;
using JobMatch.Rules;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Seed;

/// <summary>Referrals walked through their states by their own verbs; a hire takes a vacancy, a start begins a spell.</summary>
internal sealed class ReferralWriter(JobMatchDbContext db, CountyPlan plan, Ids ids)
{
    private readonly int _answerDays = new RuleBook([]).Number(plan.Today, RuleName.ReferralAnswerDays);

    public async Task WriteAsync(IReadOnlyList<ReferralPlan> block, CancellationToken cancel)
    {
        var postingIds = block.Select(r => ids.Postings[r.Posting]).Distinct().ToList();
        var postings = await db.Set<Posting>().Include(p => p.Quotas).Where(p => postingIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancel);
        var personIds = block.Select(r => ids.People[r.Person]).Distinct().ToList();
        var people = await db.Set<Workers.Worker>().Where(w => personIds.Contains(w.Id)).ToDictionaryAsync(w => w.Id, cancel);
        foreach (var made in block)
        {
            var (posting, worker) = (postings[ids.Postings[made.Posting]], people[ids.People[made.Person]]);
            var referral = new Referral
            {
                PersonId = worker.Id,
                PostingId = posting.Id,
                EmployerId = posting.EmployerId,
                SettlementId = worker.SettlementId,
                CountyCode = worker.CountyCode,
                CreatedAt = Clock.Morning(made.Moves.Count > 0 ? made.Moves[0].On : plan.Today.AddDays(-1)),
            };
            var quotaId = ids.Quotas[made.Posting][made.Quota];
            var quota = posting.Quotas.Single(q => q.Id == quotaId);
            for (var i = 0; i < made.Moves.Count; i++) Move(referral, made.Moves[i], quota, i);
            db.Add(referral);
            if (made.Spell is not { } spell) continue;
            db.Add(SpellWriter.Entity(spell, worker.Id, worker.HouseholdId, worker.SettlementId, worker.CountyCode, ids, posting.Id));
            worker.WaitingSince = null;
        }

        foreach (var full in postings.Values.Where(p => p is { IsPublic: true, OpenVacancies: 0 })) Must.Be(full.Close(PostingCloseReason.Full, PostingFilling.Here, Clock.Morning(plan.Today.AddDays(-1), 24)));
        await db.SaveChangesAsync(cancel);
    }

    private void Move(Referral referral, MovePlan move, Quota quota, int step)
    {
        var at = Clock.Morning(move.On, step);
        var by = new Actor(ids.StaffAccount, at);
        var due = at.AddDays(_answerDays);
        Must.Be(move.Verb switch
        {
            MoveVerb.Refer => referral.Refer(by, due),
            MoveVerb.Apply => referral.Apply(by, due),
            MoveVerb.Advance => referral.Advance(move.To, by),
            MoveVerb.Hire => referral.Hire(quota, by),
            MoveVerb.Start => referral.Start(by),
            MoveVerb.Refuse => referral.Refuse(move.Refusal!.Value, by),
            MoveVerb.Withdraw => referral.Withdraw(move.Withdrawal!.Value, by),
            MoveVerb.Expire => referral.Expire(at),
            MoveVerb.MakeObsolete => referral.MakeObsolete(by),
            MoveVerb.DidNotShow => referral.DidNotShow(quota, by),
            MoveVerb.Reopen => referral.Reopen(by, due, hadApplied: referral.PersonAgreed, herself: false),
            _ => throw new InvalidOperationException($"No such move: {move.Verb}."),
        });
    }
}
