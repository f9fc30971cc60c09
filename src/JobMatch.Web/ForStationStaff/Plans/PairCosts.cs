using JobMatch.Data;
using JobMatch.Fairs;
using JobMatch.Households;
using JobMatch.Postings;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.ForStationStaff.Plans;

/// <summary>What sending somebody there truly costs, with those who move as far as the clerk may see them.</summary>
/// <param name="Cost">In numbers, of the whole plan.</param>
/// <param name="Hidden">How many others move whom the clerk may not see.</param>
/// <param name="PeopleCount">In this plan more people placed come before higher scores.</param>
public sealed record ToldCost(PairCost Cost, int Hidden, bool PeopleCount)
{
    /// <summary>Who has a place and would have none.</summary>
    public IReadOnlyList<ToldMove> Out { get; init; } = [];

    /// <summary>Who would have another.</summary>
    public IReadOnlyList<ToldMove> Moved { get; init; } = [];

    /// <summary>Who has none and would have one.</summary>
    public IReadOnlyList<ToldMove> In { get; init; } = [];
}

/// <param name="Person">Who.</param>
/// <param name="To">Where she would go; null: nowhere.</param>
public sealed record ToldMove(Person Person, Posting? To);

/// <summary>Puts what a pair truly costs in place of the bound, where it can be worked out while the page waits.</summary>
public sealed class PairCosts(WhatItCosts costs, JobMatchDbContext db, PlanReader reader)
{
    /// <param name="plan">Whose answers they are.</param>
    /// <param name="answers">About one posting.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<IReadOnlyList<NotThere>> OfAsync(PlacementPlan plan, IReadOnlyList<NotThere> answers, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(answers);
        var asked = answers.Where(answer => answer.HasCost).ToList();
        if (asked.Count == 0) return answers;
        var told = await costs.RunAsync(new(plan.Id, asked[0].Posting.Id, [.. asked.Select(answer => answer.Who.Person.Id)]), cancel);
        var moves = told.Values.SelectMany(one => one.Cost?.Moves ?? []).ToList();
        var people = await PeopleAsync(moves.Select(move => move.PersonId), cancel);
        var postings = await reader.PostingsAsync(moves.Select(move => move.ToPostingId).OfType<long>(), cancel);
        return [.. answers.Select(answer => answer.HasCost && told.TryGetValue(answer.Who.Person.Id, out var one)
            ? answer with { IsStale = one.IsStale, Loss = one.Cost is null ? null : answer.Loss, Cost = one.Cost is { } cost ? Told(cost, plan.PeopleCount, people, postings) : null } : answer)];
    }

    private static ToldCost Told(PairCost cost, bool peopleCount, Dictionary<long, Person> people, Dictionary<long, Posting> postings)
    {
        var seen = cost.Moves.Where(move => people.ContainsKey(move.PersonId)).ToList();
        return new(cost, cost.Moves.Count - seen.Count, peopleCount)
        {
            Out = [.. seen.Where(move => move.ToPostingId is null).Select(Named)],
            Moved = [.. seen.Where(move => move is { FromPostingId: not null, ToPostingId: not null }).Select(Named)],
            In = [.. seen.Where(move => move.FromPostingId is null).Select(Named)],
        };

        ToldMove Named(PairMove move) => new(people[move.PersonId], move.ToPostingId is { } to ? postings.GetValueOrDefault(to) : null);
    }

    /// <summary>Of the clerk's scope.</summary>
    private async Task<Dictionary<long, Person>> PeopleAsync(IEnumerable<long> ids, CancellationToken cancel)
    {
        var people = new Dictionary<long, Person>();
        foreach (var chunk in ids.Distinct().Chunk(500))
            foreach (var person in await db.Set<Person>().AsNoTracking().Where(p => chunk.Contains(p.Id)).ToListAsync(cancel)) people[person.Id] = person;
        return people;
    }
}
