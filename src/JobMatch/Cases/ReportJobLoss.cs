using JobMatch.Data;
using JobMatch.EmploymentSpells;
using JobMatch.Households;
using JobMatch.Rules;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Cases;

public sealed record ReportJobLossRequest
{
    public required long PersonId { get; init; }

    /// <summary>Last day at work.</summary>
    public required DateOnly LastDay { get; init; }

    public required SpellEndReason Reason { get; init; }

    /// <summary>In her words, or the station's.</summary>
    public string Text { get; init; } = "";

    public FactSource Source { get; init; } = FactSource.Self;
}

/// <summary>
/// "I lost my job": ends the work that runs (when the ledger knows of any) and opens a case; the station makes contact within the days of
/// the rule (003 五(一)). One open case a person: what is reported while it is open is added to it.
/// </summary>
public sealed class ReportJobLoss(JobMatchDbContext db, WorkerFacts facts)
{
    /// <summary>The case's id; that of the open one when there is one already.</summary>
    public async Task<Outcome<long>> RunAsync(ReportJobLossRequest request, CancellationToken cancel)
    {
        if (facts.Check(request.Source, null, maySelf: true) is { } refusal) return refusal;
        if (!Enum.IsDefined(request.Reason)) return new Refusal("Required", "Reason");
        if (request.LastDay > facts.Today) return new Refusal("Spell.EndsInFuture", "LastDay");
        if (request.Text.Length > 1000) return new Refusal("TooLong", "Text", 1000);
        var person = await db.Set<Person>().SingleOrDefaultAsync(p => p.Id == request.PersonId, cancel);
        if (person is null) return Refusal.NotFound;

        var running = await db.Set<EmploymentSpell>().Where(s => s.PersonId == person.Id && s.End == null && s.Start <= facts.Today)
            .OrderByDescending(s => s.Start).FirstOrDefaultAsync(cancel);
        if (running is not null)
        {
            var ended = await FinishSpell.EndAsync(db, running, request.LastDay, request.Reason, cancel);
            if (!ended.IsDone) return ended.Refusals.ToList();
        }

        // Where no spell takes up the day, the case does; a first wrong report must not swallow the true one.
        var said = running is not null ? request.Text.Trim() : $"{request.LastDay:yyyy-MM-dd} {request.Text.Trim()}".TrimEnd();
        var opened = await OpenAsync(db, person, facts.Today, said, cancel);
        return await db.SaveAsync(() => opened.Id, cancel);
    }

    /// <summary>The person's open job loss case with what was said added, or a new one (not saved). Employers who report leavers open theirs by this too.</summary>
    internal static async Task<Case> OpenAsync(JobMatchDbContext db, Person person, DateOnly today, string text, CancellationToken cancel)
    {
        // Cases are the station's: a resident or an employer cannot see the one that may be open already.
        var open = await db.Set<Case>().IgnoreQueryFilters([ScopeFilters.Name])
            .FirstOrDefaultAsync(c => c.PersonId == person.Id && c.Kind == CaseKind.JobLoss && (c.State == CaseState.Open || c.State == CaseState.InProgress), cancel);
        if (open is not null)
        {
            open.Add(text);
            return open;
        }

        var rules = await RuleBook.ReadAsync(db, cancel);
        var opened = new Case
        {
            Kind = CaseKind.JobLoss,
            SettlementId = person.SettlementId,
            CountyCode = person.CountyCode,
            HouseholdId = person.HouseholdId,
            PersonId = person.Id,
            OpenedOn = today,
            FirstHelpDue = CaseClock.FirstHelpDue(rules, CaseKind.JobLoss, today),
            Text = text,
        };
        db.Add(opened);
        return opened;
    }
}
