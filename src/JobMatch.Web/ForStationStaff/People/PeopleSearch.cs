using JobMatch.Asking;
using JobMatch.Data;
using JobMatch.EmploymentSpells;
using JobMatch.Households;
using JobMatch.Search;
using JobMatch.Settlements;
using JobMatch.Web.Shared.Edge;
using JobMatch.Web.Shared.Language;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.ForStationStaff.People;

public sealed record FoundWorker(Person Person, Worker Worker, string Building, string Settlement, bool Working, WorkerNeed Need, IReadOnlyList<HighlightPart> Snippet, IReadOnlyList<HighlightPart> Wishes);

public sealed record PeoplePage(LookUpForm LookUp, PersonLookUp? Found, SearchForm Search, IReadOnlyList<FoundWorker> Workers, int Total, int PageSize)
{
    /// <summary>Where the next page begins.</summary>
    public string? Next { get; init; }

    /// <summary>The search server did not answer; the index of this node did.</summary>
    public bool FromFallback { get; init; }

    /// <summary>What of the question could not be read or used, in sentences.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Nothing that is asked can be searched by: nobody was looked for.</summary>
    public bool AsksNothing { get; init; }

    /// <summary>What the words were read as; each can be taken away.</summary>
    public IReadOnlyList<PeopleCondition> Conditions { get; init; } = [];

    /// <summary>The index that answered is far behind the database.</summary>
    public bool IsFarBehind { get; init; }

    /// <summary>What might be left out of a question that found nobody; the people of the first are shown.</summary>
    public IReadOnlyList<PeopleWay> Ways { get; init; } = [];

    /// <summary>Of words that found nobody: what is, or may be, somebody's name, which no index knows.</summary>
    public string? Name { get; init; }
}

/// <summary>A condition that stands in the words, the sentence that tells how it was read, and the question without it.</summary>
public sealed record PeopleCondition(string Typed, string Text, string Sentence, SearchForm Without);

/// <summary>A question with one condition less, and how many people that finds.</summary>
public sealed record PeopleWay(string Text, SearchForm Without, int Total);

/// <summary>Reads what a clerk asks, asks the search within her scope, reads the rows again in the database, and widens an empty answer.</summary>
public sealed class PeopleSearch(JobMatchDbContext db, CurrentScope scope, IWorkerSearch search, UnderstandPeople understand, IndexFreshness freshness, TimeProvider clock, Texts texts, ConditionNotes said, NameInWords names)
{
    public const int PageSize = 30;
    private const int MostPages = 300;

    /// <summary>The question as the search is asked it: a place in the words is where people live.</summary>
    public async Task<WorkerQuery> QuestionAsync(SearchForm asked, int pageSize, CancellationToken cancel) => (await ReadAsync(asked, pageSize, cancel)).Query;

    public async Task<PeoplePage> AnswerAsync(LookUpForm form, PersonLookUp? found, SearchForm asked, IReadOnlyList<UnreadPiece> unread, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var all = await db.Set<Settlement>().AsNoTracking().ToDictionaryAsync(s => s.Id, s => s.Name, cancel);
        var notes = SearchNotes.Read(asked, unread, all, scope.Value, texts);
        var empty = new PeoplePage(form, found, asked, [], 0, PageSize) { Notes = notes };
        if (!asked.Asks) return empty;
        var page = asked.Page;
        asked.Page = Math.Clamp(page, 1, MostPages);
        var (query, read, conditions) = await ReadAsync(asked, PageSize, cancel);
        notes.AddRange(read);
        empty = empty with { Conditions = conditions };
        // Nothing is left to ask by: everybody would look like an answer.
        if (!query.AsksAnything) return empty with { AsksNothing = true };
        var hits = await search.SearchAsync(query, scope.Value, cancel);
        if (hits is { Total: > 0, Page.Count: 0 } && asked is { Page: > 1, After: null })
        {
            var pages = Math.Min(MostPages, (hits.Total + PageSize - 1) / PageSize);
            notes.Add(texts["Search.Note.Page", page, pages]);
            asked.Page = pages;
            hits = await search.SearchAsync(query with { Page = pages - 1 }, scope.Value, cancel);
        }

        var name = hits.Total == 0 && query.Words.Length > 0 ? await names.FindAsync(asked.Words ?? "", cancel) : null;
        var ways = hits.Total == 0 ? await WaysAsync(asked, conditions, cancel) : [];
        if (hits.Total == 0 && ways.Count == 0 && await SetAsideAsync(query, name, cancel) is { Unknown.Count: > 0 } set && (set.Known.AsksAnything || !set.Unknown.All(UnderstandPeople.NamesWork)))
        {
            notes.Add(texts[set.Known.AsksAnything ? "Station.People.Note.SetAside" : "Station.People.Note.Unknown", UnreadPiece.Excerpt(string.Join(texts["Fit.Comma"], set.Unknown))]);
            if (set.Known.AsksAnything) hits = await search.SearchAsync(set.Known, scope.Value, cancel);
        }

        var shown = ways.Count > 0 ? await search.SearchAsync(await QuestionAsync(ways[0].Without, PageSize, cancel), scope.Value, cancel) : hits;
        return empty with
        {
            Workers = await WorkersAsync(shown, cancel),
            Total = hits.Total,
            Next = hits.Next,
            Ways = ways,
            Name = name,
            FromFallback = hits.FromFallback,
            IsFarBehind = await freshness.AreWorkersFarBehindAsync(hits.FromFallback, cancel),
        };
    }

    /// <summary>The conditions and the place that the words name, each told in a note; what a list above the words already says, stands.</summary>
    private async Task<(WorkerQuery Query, List<string> Notes, IReadOnlyList<PeopleCondition> Conditions)> ReadAsync(SearchForm asked, int pageSize, CancellationToken cancel)
    {
        var query = asked.ToQuery(pageSize, clock.Today().Year);
        var understood = await understand.RunAsync(query.Words, cancel);
        var read = understood.Conditions.Select(condition => (Condition: condition, Read: said.Of(condition, query))).ToList();
        var notes = read.Where(r => !r.Read.IsUsed).Select(r => r.Read.Sentence).ToList();
        IReadOnlyList<PeopleCondition> conditions = [.. read.Where(r => r.Read.IsUsed).Select(r => new PeopleCondition(r.Condition.Text, r.Read.Meaning, r.Read.Sentence, asked.Without(r.Condition)))];
        notes.AddRange(understood.Apart.Select(either => texts["Station.People.Note.Apart", UnreadPiece.Excerpt(either)]));
        if (understood.Denied.Count > 0) notes.Add(texts["Station.People.Note.Denied", UnreadPiece.Excerpt(string.Join(texts["Fit.Comma"], understood.Denied))]);
        var words = understood.NamesPlace && query.SettlementId is not null ? $"{understood.PlaceName} {understood.Rest}" : understood.Rest;
        query = understood.Apply(query) with { Words = words };
        query = query with { Words = SearchNotes.WithoutSex(words, (query with { Words = "" }).AsksAnything, notes, texts) };
        if (!understood.NamesPlace || query.SettlementId is not null) return (query, notes, conditions);
        var mine = understood.SettlementIds.Where(scope.Value.CoversSettlement).ToList();
        notes.Add(texts[mine.Count > 0 ? "Station.People.Note.Place" : "Station.People.Note.NotYours", understood.PlaceName]);
        return (query with { SettlementIds = mine }, notes, conditions);
    }

    /// <summary>The question without the words that nobody within the scope has by themselves, as residents' search does: they can only make an answer empty. What may be a name is left to the look-up.</summary>
    private async Task<(WorkerQuery Known, List<string> Unknown)> SetAsideAsync(WorkerQuery query, string? name, CancellationToken cancel)
    {
        var (known, unknown) = (new List<string>(), new List<string>());
        foreach (var word in query.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(PostingQuery.MostWords))
        {
            var hits = PersonNames.MayBe(word) || (name is not null && word.Contains(name, StringComparison.Ordinal)) ? null : await search.SearchAsync(new WorkerQuery { Words = word, PageSize = 1 }, scope.Value, cancel);
            (hits is { Total: 0 } ? unknown : known).Add(word);
        }

        return (query with { Words = string.Join(' ', known) }, unknown);
    }

    /// <summary>Each condition left out by itself; those that find somebody, in the order of the form.</summary>
    private async Task<IReadOnlyList<PeopleWay>> WaysAsync(SearchForm asked, IReadOnlyList<PeopleCondition> conditions, CancellationToken cancel)
    {
        var ways = new List<PeopleWay>();
        // Of what was typed without blanks only the conditions can be left out one by one.
        var parts = conditions.Select(c => (Text: c.Typed, c.Without)).Concat(asked.Parts(texts)).Where(part => part.Without.Asks).DistinctBy(part => part.Without.Query(1));
        foreach (var (text, without) in parts)
        {
            var hits = await search.SearchAsync(await QuestionAsync(without, 1, cancel), scope.Value, cancel);
            if (hits.Total > 0) ways.Add(new PeopleWay(text, without, hits.Total));
        }

        return ways;
    }

    /// <summary>The index gives ids; the rows and whether they may be seen come from the database.</summary>
    private async Task<IReadOnlyList<FoundWorker>> WorkersAsync(WorkerHits hits, CancellationToken cancel)
    {
        var (ids, today) = (hits.Page.Select(h => h.Id).ToList(), clock.Today());
        var rows = await (from worker in db.Set<Worker>().AsNoTracking()
                          join person in db.Set<Person>() on worker.Id equals person.Id
                          join household in db.Set<Household>() on person.HouseholdId equals household.Id
                          join settlement in db.Set<Settlement>() on person.SettlementId equals settlement.Id
                          where ids.Contains(worker.Id)
                          select new { worker, person, household.Building, settlement.Name, Working = db.Set<EmploymentSpell>().Any(s => s.PersonId == worker.Id && s.Start <= today && (s.End == null || s.End >= today)) })
            .ToDictionaryAsync(r => r.worker.Id, cancel);
        return [.. hits.Page.Where(h => rows.ContainsKey(h.Id)).Select(h => (Hit: h, Row: rows[h.Id])).Select(x => new FoundWorker(x.Row.person, x.Row.worker, x.Row.Building, x.Row.Name, x.Row.Working, x.Hit.Need, x.Hit.Snippet, x.Hit.Wishes))];
    }
}
