using JobMatch.Data;
using JobMatch.Fairs;
using JobMatch.Matching;
using JobMatch.Postings;
using JobMatch.Settlements;
using JobMatch.Web.Shared.Postings;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.ForStationStaff.Plans;

/// <summary>What a clerk wants to see of the postings to choose from. It travels with the form around the list, so that nothing ticked or written is lost, with scripts or without.</summary>
public sealed class PostingsAsked
{
    /// <summary>In the title, the employer's name or the place.</summary>
    public string? Words { get; set; }

    /// <summary>Only this kind.</summary>
    public PostingKind? Group { get; set; }

    /// <summary>Words or kind were asked for: from the first page.</summary>
    public bool Find { get; set; }

    /// <summary>Another page, from 1.</summary>
    public int? Turn { get; set; }

    /// <summary>"all": tick what is found as well; "none": tick nothing.</summary>
    public string? Tick { get; set; }

    /// <summary>The list is asked for, the form is not sent yet.</summary>
    public bool IsAsked => Find || Turn is not null || Tick is not null;
}

/// <summary>One page of the postings that can be chosen. What is ticked comes first, whatever is looked for.</summary>
public sealed record PostingPick(PostingsAsked Asked, IReadOnlyList<Posting> Listed, IReadOnlyList<long> Chosen, IReadOnlyDictionary<PostingKind, int> Kinds, IReadOnlyDictionary<long, Settlement> Settlements)
{
    private const int Size = 30;

    /// <summary>Chosen, and not to be chosen any more: closed, or without a vacancy by now. They stand on every page, ticked, and stay chosen until somebody takes them off.</summary>
    public IReadOnlyList<Posting> Closed { get; init; } = [];

    public int Pages => Math.Max(1, (Listed.Count + Size - 1) / Size);

    public int Page => Math.Clamp(Asked.Turn ?? 1, 1, Pages);

    public IReadOnlyList<Posting> Shown => [.. Listed.Skip((Page - 1) * Size).Take(Size)];

    /// <summary>Ticked on other pages: they go along.</summary>
    public IReadOnlyList<long> Elsewhere => [.. Chosen.Except(Closed.Concat(Shown).Select(p => p.Id))];

    public int All => Kinds.Values.Sum();
}

/// <summary>Reads the public postings with a vacancy for choosing among them: by words, by kind, a page at a time.</summary>
public sealed class PostingPicker(JobMatchDbContext db, PostingTexts texts)
{
    /// <summary>A form carries no more.</summary>
    private const int MostTicked = 1_000;

    /// <summary>With what was chosen and has closed since: it belongs to what is being changed.</summary>
    public async Task<PostingPick> ReadWithClosedAsync(PostingsAsked asked, IReadOnlyList<long> chosen, CancellationToken cancel)
    {
        var pick = await ReadAsync(asked, chosen, cancel);
        var missing = asked.Tick == "none" ? [] : chosen.Except(pick.Chosen).ToList();
        var closed = await db.Set<Posting>().AsNoTracking().Include(p => p.Employer).Include(p => p.Quotas).Where(p => missing.Contains(p.Id)).OrderBy(p => p.Id).ToListAsync(cancel);
        return pick with { Chosen = [.. pick.Chosen, .. closed.Select(p => p.Id)], Closed = closed };
    }

    public async Task<PostingPick> ReadAsync(PostingsAsked asked, IReadOnlyList<long> chosen, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var settlements = await db.Set<Settlement>().AsNoTracking().ToDictionaryAsync(s => s.Id, cancel);
        var all = (await db.Set<Posting>().AsNoTracking().Include(p => p.Employer).Include(p => p.Quotas).Where(p => p.State == PostingState.Published).OrderBy(p => p.Kind).ThenBy(p => p.Employer!.Name).ThenBy(p => p.Id)
            .Take(MakePlan.MostPostings).ToListAsync(cancel)).Where(p => p.OpenVacancies > 0).ToList();
        var words = (asked.Words ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var found = all.Where(p => (asked.Group is null || p.Kind == asked.Group) && words.All(word => $"{p.Title}\n{p.Employer!.Name}\n{texts.Place(p, settlements)}".Contains(word, StringComparison.OrdinalIgnoreCase))).ToList();
        var ticked = asked.Tick switch
        {
            "all" => chosen.Union(found.Select(p => p.Id)).Take(MostTicked),
            "none" => [],
            _ => chosen,
        };
        var first = ticked.ToHashSet();
        return new(asked, [.. all.Where(p => first.Contains(p.Id)), .. found.Where(p => !first.Contains(p.Id))], [.. all.Select(p => p.Id).Where(first.Contains)], all.CountBy(p => p.Kind).ToDictionary(), settlements);
    }
}
