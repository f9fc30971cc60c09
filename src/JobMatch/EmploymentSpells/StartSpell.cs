using JobMatch.Data;
using JobMatch.Workers;

namespace JobMatch.EmploymentSpells;

public sealed record StartSpellRequest
{
    public required SpellSaid Spell { get; init; }

    /// <summary>Who says so: station, visit, employer or an imported ledger. A resident reports by <see cref="ReportFoundWork"/>.</summary>
    public FactSource Source { get; init; } = FactSource.Station;

    public DateOnly? CheckedOn { get; init; }
}

/// <summary>Records a spell of work that somebody checked.</summary>
public sealed class StartSpell(WorkerFacts facts, SpellEntry entry)
{
    public async Task<Outcome<long>> RunAsync(StartSpellRequest request, CancellationToken cancel) =>
        facts.Check(request.Source, request.CheckedOn, maySelf: false) is { } refusal
            ? refusal
            : await entry.StoreAsync(request.Spell, new FactCheck(request.Source, request.CheckedOn ?? facts.Today), cancel);
}

/// <summary>"I found work": counts at once, and waits for the station to confirm it.</summary>
public sealed class ReportFoundWork(WorkerFacts facts, SpellEntry entry)
{
    public Task<Outcome<long>> RunAsync(SpellSaid spell, CancellationToken cancel) =>
        entry.StoreAsync(spell with { EmployerId = null, PostingId = null }, new FactCheck(FactSource.Self, facts.Today), cancel);
}
