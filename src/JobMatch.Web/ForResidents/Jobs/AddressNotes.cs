using JobMatch.Postings;
using JobMatch.Web.Shared.Language;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace JobMatch.Web.ForResidents.Jobs;

/// <summary>A piece of an address that could not be read: its name and what stood there.</summary>
public sealed record UnreadPiece(string Name, string Value)
{
    public static IReadOnlyList<UnreadPiece> Of(ModelStateDictionary state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return [.. state.Where(e => e.Value is { Errors.Count: > 0 }).Select(e => new UnreadPiece(e.Key, e.Value!.AttemptedValue ?? ""))];
    }
}

/// <summary>
/// An address that somebody shortened or mistyped shows what it can, and says in a sentence what it could not: nothing is left out in silence.
/// </summary>
public sealed class AddressNotes(Texts texts)
{
    private const int LongestShown = 20;
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

        foreach (var need in filter.Needs.Where(need => !JobFilter.OfferedNeeds.Contains(need)).Distinct()) notes.Add(NotUnderstood("needs", $"{need}"));
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
        if (filter.Words.Length > 0 && understood.Parts.Count == 0 && !understood.Rest.Any(char.IsLetterOrDigit)) yield return texts["Jobs.Note.NoWords", Short(filter.Words)];
        else if (PostingQuery.CutsWords(understood.Rest)) yield return texts["Jobs.Note.ManyWords", PostingQuery.MostWords, PostingQuery.LongestWord];
    }

    public string BeyondLast(int page, int pages) => texts["Jobs.Note.Page", page, pages];

    private string NotUnderstood(string name, string value) => texts["Jobs.Note.NotUnderstood", texts[Label(name)], Short(value)];

    private static string Label(string name) => name.ToUpperInvariant() switch
    {
        "KIND" => "Jobs.Kind",
        "PLACE" => "Jobs.Place",
        "PAY" => "Jobs.Pay",
        "SHIFT" => "Jobs.Shift",
        "SORT" => "Jobs.Sort",
        "FROM" => "Jobs.NearestFrom",
        "PAGE" => "Jobs.Note.PageNumber",
        _ when name.StartsWith("needs", StringComparison.OrdinalIgnoreCase) => "Jobs.Needs",
        _ => "Jobs.Note.Address",
    };

    private static string Short(string value) => value.Length <= LongestShown ? value : value[..(char.IsHighSurrogate(value[LongestShown - 1]) ? LongestShown - 1 : LongestShown)] + "…";
}
