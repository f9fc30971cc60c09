using JobMatch.Data;
using JobMatch.Households;
using JobMatch.Rules;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Cases;

public sealed record AskForHelpRequest
{
    public required long PersonId { get; init; }

    public required HelpTopic Topic { get; init; }

    public string Text { get; init; } = "";
}

/// <summary>A resident asks for help (000 七, 003 四); a person answers. Unpaid wages, disputes and legal aid are cases of rights.</summary>
public sealed class AskForHelp(JobMatchDbContext db, TimeProvider clock)
{
    private const int MostOpen = 10;

    public async Task<Outcome<long>> RunAsync(AskForHelpRequest request, CancellationToken cancel)
    {
        if (!Enum.IsDefined(request.Topic) || request.Topic == HelpTopic.None) return new Refusal("Required", "Topic");
        var kind = request.Topic is HelpTopic.UnpaidWages or HelpTopic.LabourDispute or HelpTopic.LegalAid ? CaseKind.Rights : CaseKind.HelpRequest;
        return await OpenAsync(db, clock, request.PersonId, kind, request.Topic, request.Text.Trim(), textNeeded: request.Topic == HelpTopic.Other, cancel);
    }

    internal static async Task<Outcome<long>> OpenAsync(
        JobMatchDbContext db, TimeProvider clock, long personId, CaseKind kind, HelpTopic topic, string text, bool textNeeded, CancellationToken cancel)
    {
        if (textNeeded && text.Length == 0) return new Refusal("Required", "Text");
        if (text.Length > 1000) return new Refusal("TooLong", "Text", 1000);
        var person = await db.Set<Person>().SingleOrDefaultAsync(p => p.Id == personId, cancel);
        if (person is null) return Refusal.NotFound;

        var open = await db.Set<Case>().IgnoreQueryFilters([ScopeFilters.Name]).AsNoTracking()
            .Where(c => c.PersonId == person.Id && c.Kind == kind && (c.State == CaseState.Open || c.State == CaseState.InProgress)).ToListAsync(cancel);
        // The same form sent twice on a bad network is one request.
        if (open.Find(c => c.Topic == topic && c.Text == text) is { } same) return same.Id;
        if (open.Count >= MostOpen) return new Refusal("Case.TooManyOpen");

        var today = clock.Today();
        var opened = new Case
        {
            Kind = kind,
            Topic = topic,
            SettlementId = person.SettlementId,
            CountyCode = person.CountyCode,
            HouseholdId = person.HouseholdId,
            PersonId = person.Id,
            OpenedOn = today,
            FirstHelpDue = CaseClock.FirstHelpDue(await RuleBook.ReadAsync(db, cancel), kind, today),
            Text = text,
        };
        db.Add(opened);
        return await db.SaveAsync(() => opened.Id, cancel);
    }
}
