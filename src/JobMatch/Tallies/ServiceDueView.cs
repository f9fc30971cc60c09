using JobMatch.Cases;
using JobMatch.Data;
using JobMatch.EmploymentSpells;
using JobMatch.Households;
using JobMatch.Matching;
using JobMatch.Referrals;
using JobMatch.Rules;
using JobMatch.Training;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Tallies;

/// <summary>What somebody without work was given this year, against what the dated rules promise (131).</summary>
public sealed record ServiceDue(long PersonId, string Name, long HouseholdId, long SettlementId, int PolicyTalks, int Postings, int Trainings, int PolicyTalksMissing, int PostingsMissing, int TrainingsMissing);

/// <summary>Somebody who wants training, and the day by which she should have had it (003 五(二): within a year of moving in).</summary>
public sealed record TrainingDue(long PersonId, string Name, long HouseholdId, long SettlementId, DateOnly MoveIn, DateOnly Due, IReadOnlyList<int> WantedKindIds, bool IsOverdue);

/// <summary>Service promises kept for each person: who is still due, within the scope.</summary>
public sealed class ServiceDueView(JobMatchDbContext db, TimeProvider clock)
{
    /// <summary>Training that was due longer ago is a matter of the year's plan, no longer of this list.</summary>
    private const int TrainingListedMonthsAfterDue = 12;

    /// <summary>Willing, able people without work to whom the year still owes something; least served first.</summary>
    public async Task<RowsBehind<ServiceDue>> ServicesAsync(long? settlementId, int page, int pageSize, CancellationToken cancel)
    {
        var today = clock.Today();
        var yearStart = new DateOnly(today.Year, 1, 1);
        var rules = await RuleBook.ReadAsync(db, cancel);
        var (talks, postings, trainings) = (rules.Number(today, RuleName.ServicePolicyTalks), rules.Number(today, RuleName.ServicePostings), rules.Number(today, RuleName.ServiceTrainings));
        var given = db.Set<ServiceRecord>().Where(s => s.On >= yearStart && s.On <= today);
        var since = ChinaDay.StartsAt(yearStart);
        // A referral is a posting offered, whoever typed it in; one that was taken back is none.
        var referred = db.Set<Referral>().Where(r => r.CreatedAt >= since && r.State != ReferralState.Suggested && r.State != ReferralState.Withdrawn);
        var employed = db.Set<EmploymentSpell>().On(today).Select(s => s.PersonId);
        var due = from member in db.MembersOn(today)
                  join worker in db.Set<Worker>() on member.Person.Id equals worker.Id
                  where worker.Willing == true && worker.Capacity != LabourCapacity.Unknown && worker.Capacity != LabourCapacity.None && !member.Person.InEducation
                      && !employed.Contains(worker.Id) && (settlementId == null || member.SettlementId == settlementId)
                  select new
                  {
                      member.Person.Id,
                      member.Person.Name,
                      member.HouseholdId,
                      member.SettlementId,
                      Talks = given.Count(s => s.PersonId == member.Person.Id && s.Kind == ServiceKind.PolicyTalk),
                      Postings = given.Count(s => s.PersonId == member.Person.Id && (s.Kind == ServiceKind.PostingsShown || s.Kind == ServiceKind.Referral))
                          + referred.Count(r => r.PersonId == member.Person.Id),
                      Trainings = given.Count(s => s.PersonId == member.Person.Id && s.Kind == ServiceKind.TrainingOffered),
                  };
        due = due.Where(d => d.Talks < talks || d.Postings < postings || d.Trainings < trainings);
        var total = await due.CountAsync(cancel);
        var rows = await due.OrderBy(d => d.Talks + d.Postings + d.Trainings).ThenBy(d => d.Id).Skip(page * pageSize).Take(pageSize).ToListAsync(cancel);
        return new RowsBehind<ServiceDue>(rows.ConvertAll(d => new ServiceDue(
            d.Id, d.Name, d.HouseholdId, d.SettlementId, d.Talks, d.Postings, d.Trainings,
            Math.Max(0, talks - d.Talks), Math.Max(0, postings - d.Postings), Math.Max(0, trainings - d.Trainings))), total);
    }

    /// <summary>What one person was given and is still owed this year, by the same promises as the list.</summary>
    public async Task<ServiceDue> OfPersonAsync(Person person, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(person);
        var today = clock.Today();
        var (yearStart, id) = (new DateOnly(today.Year, 1, 1), person.Id);
        var since = ChinaDay.StartsAt(yearStart);
        var rules = await RuleBook.ReadAsync(db, cancel);
        var given = await db.Set<ServiceRecord>().Where(s => s.PersonId == id && s.On >= yearStart && s.On <= today).Select(s => s.Kind).ToListAsync(cancel);
        var referred = await db.Set<Referral>().CountAsync(r => r.PersonId == id && r.CreatedAt >= since && r.State != ReferralState.Suggested && r.State != ReferralState.Withdrawn, cancel);
        var (talks, trainings) = (given.Count(k => k == ServiceKind.PolicyTalk), given.Count(k => k == ServiceKind.TrainingOffered));
        var postings = given.Count(k => k is ServiceKind.PostingsShown or ServiceKind.Referral) + referred;
        return new ServiceDue(
            id, person.Name, person.HouseholdId, person.SettlementId, talks, postings, trainings,
            Math.Max(0, rules.Number(today, RuleName.ServicePolicyTalks) - talks),
            Math.Max(0, rules.Number(today, RuleName.ServicePostings) - postings),
            Math.Max(0, rules.Number(today, RuleName.ServiceTrainings) - trainings));
    }

    /// <summary>People who want training and have had none since they moved in; the next due first.</summary>
    public async Task<IReadOnlyList<TrainingDue>> TrainingsAsync(long? settlementId, CancellationToken cancel)
    {
        var today = clock.Today();
        var within = (await RuleBook.ReadAsync(db, cancel)).Number(today, RuleName.TrainingWithinMonths);
        var earliest = today.AddMonths(-within - TrainingListedMonthsAfterDue);
        var rows = await (
            from member in db.MembersOn(today)
            join worker in db.Set<Worker>() on member.Person.Id equals worker.Id
            join household in db.Set<Household>() on member.HouseholdId equals household.Id
            where household.MoveInDate != null && household.MoveInDate >= earliest && household.MoveInDate <= today && (settlementId == null || member.SettlementId == settlementId)
                && !db.Set<TrainingRecord>().Any(t => t.PersonId == worker.Id && t.From >= household.MoveInDate && t.Result != TrainingResult.Cancelled)
            select new { worker.Id, member.Person.Name, member.HouseholdId, member.SettlementId, MoveIn = household.MoveInDate!.Value, worker.Wishes }).ToListAsync(cancel);
        return [.. rows.Where(r => r.Wishes.TrainingKindIds.Count > 0)
            .Select(r => new TrainingDue(r.Id, r.Name, r.HouseholdId, r.SettlementId, r.MoveIn, r.MoveIn.AddMonths(within), r.Wishes.TrainingKindIds, r.MoveIn.AddMonths(within) < today))
            .OrderBy(r => r.Due).ThenBy(r => r.PersonId)];
    }
}
