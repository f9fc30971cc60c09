using JobMatch.Asking;
using JobMatch.Data;
using JobMatch.Web.Shared.Edge;
using JobMatch.Web.Shared.Language;

namespace JobMatch.Web.ForResidents.Jobs;

/// <summary>
/// An address that somebody shortened or mistyped shows what it can, and says in a sentence what it could not: nothing is left out in silence.
/// </summary>
public sealed class AddressNotes(Texts texts)
{
    private const int MostPay = 100_000;

    /// <summary>The question without what cannot be asked, and a sentence for each such piece.</summary>
    public (JobFilter Filter, IReadOnlyList<string> Notes) Read(JobFilter filter, IReadOnlyList<UnreadPiece> unread, IReadOnlyList<(long Id, string Name)> settlements, IReadOnlyList<(long Code, string Name)> townships)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(unread);
        List<string> notes = [.. unread.Select(piece => NotUnderstood(piece.Name, piece.Value))];
        if (filter.Place is { Length: > 0 } place && place != "home" && !settlements.Any(s => place == $"s{s.Id}") && !townships.Any(t => place == $"t{t.Code}"))
        {
            notes.Add(NotUnderstood("place", place));
            filter = filter with { Place = null };
        }

        if (filter.Pay is { } pay and (<= 0 or > MostPay))
        {
            notes.Add(NotUnderstood("pay", $"{pay}"));
            filter = filter with { Pay = null };
        }

        foreach (var need in filter.Needs.Where(need => !JobFilter.OfferedNeeds.Contains(need)).Distinct()) notes.Add(NotUnderstood("needs", Enum.IsDefined(need) ? $"{need}" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(int)need}")));
        if (filter.From is { } from && !settlements.Any(s => s.Id == from))
        {
            notes.Add(NotUnderstood("from", $"{from}"));
            filter = filter with { From = null };
        }

        if (filter.Page < 1)
        {
            notes.Add(NotUnderstood("page", $"{filter.Page}"));
            filter = filter with { Page = 1 };
        }

        return (filter with { Needs = [.. filter.Needs.Where(JobFilter.OfferedNeeds.Contains)] }, notes);
    }

    /// <summary>What of the words could not be used.</summary>
    public IEnumerable<string> OfWords(JobFilter filter, UnderstoodQuery understood)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(understood);
        if ((filter.Q ?? "").Trim().Length > JobFilter.LongestWords) yield return texts["Jobs.Note.Long", JobFilter.LongestWords];
        if (understood.Fillers.Count > 0) yield return texts[understood.Parts.Count > 0 || understood.Rest.Length > 0 ? "Jobs.Note.NoCondition" : "Jobs.Note.NoConditionAll", UnreadPiece.Excerpt(string.Join(texts["Fit.Comma"], understood.Fillers))];
        else if (filter.Words.Length > 0 && understood.Parts.Count == 0 && !understood.Rest.Any(char.IsLetterOrDigit)) yield return texts["Jobs.Note.NoWords", UnreadPiece.Excerpt(filter.Words)];
        if (understood.Fillers.Any(WordsOfPerson.AreUnderAge)) yield return texts["Jobs.Note.UnderAge"];
        if (PostingQuery.CutsWords(understood.Rest)) yield return texts["Search.Note.ManyWords", PostingQuery.MostWords, PostingQuery.LongestWord];
    }

    /// <summary>Words that no posting has.</summary>
    public IEnumerable<string> OfSetAside(IReadOnlyList<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        if (words.Count > 0) yield return texts["Jobs.Note.SetAside", UnreadPiece.Excerpt(string.Join(texts["Fit.Comma"], words))];
    }

    /// <summary>Work that nobody seeks, where work of its kind is shown.</summary>
    public string Kindred(PostingQuery asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        return texts["Jobs.Kindred", UnreadPiece.Excerpt(string.Join(texts["Fit.Comma"], asked.Occupations.Select(o => o.Words)))];
    }

    /// <summary>No title says what was typed: the words stand in texts and names of postings that may be of other work (a cashier at a barber's).</summary>
    public IEnumerable<string> OfLiteral(JobFilter filter, AnsweredPostings answered)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(answered);
        if (answered.IsLiteral && answered.Hits.Page is [{ Tier: RelevanceTier.Body }, ..]) yield return texts["Jobs.Note.Literal", UnreadPiece.Excerpt(filter.Words)];
    }

    public string BeyondLast(int page, int pages) => texts["Search.Note.Page", page, pages];

    private string NotUnderstood(string name, string value) => texts["Search.Note.NotUnderstood", texts[Label(name)], UnreadPiece.Excerpt(value)];

    private static string Label(string name) => name.ToUpperInvariant() switch
    {
        "KIND" => "Jobs.Kind",
        "PLACE" => "Jobs.Place",
        "PAY" => "Jobs.Pay",
        "SHIFT" => "Jobs.Shift",
        "SORT" => "Jobs.Sort",
        "FROM" => "Jobs.NearestFrom",
        "PAGE" => "Search.Note.PageNumber",
        _ when name.StartsWith("needs", StringComparison.OrdinalIgnoreCase) => "Jobs.Needs",
        _ => "Search.Note.Address",
    };
}
