using JobMatch.Asking;
using JobMatch.Data;
using JobMatch.Occupations;
using JobMatch.Web.Shared.Edge;
using JobMatch.Web.Shared.Language;

namespace JobMatch.Web.ForStationStaff.People;

/// <summary>What of a question about people could not be read or used, each in a sentence; what cannot be asked is taken out of the question.</summary>
internal static class SearchNotes
{
    public static List<string> Read(SearchForm asked, IReadOnlyList<UnreadPiece> unread, IReadOnlyDictionary<long, string> settlements, Scope scope, Texts texts)
    {
        List<string> notes = [.. unread.Select(piece => NotUnderstood(piece.Name, piece.Value, texts))];
        asked.Skill = Known(asked.Skill, Catalogue.Instance.Skills.ContainsKey, nameof(asked.Skill));
        asked.Training = Known(asked.Training, Catalogue.Instance.Trainings.ContainsKey, nameof(asked.Training));
        asked.Certificate = Known(asked.Certificate, Catalogue.Instance.Certificates.ContainsKey, nameof(asked.Certificate));
        asked.Occupation = Known(asked.Occupation, Catalogue.Instance.Occupations.ContainsKey, nameof(asked.Occupation));
        asked.Settlement = Known(asked.Settlement, settlements.ContainsKey, nameof(asked.Settlement));
        if (asked.Settlement is { } settlement && !scope.CoversSettlement(settlement))
        {
            notes.Add(texts["Station.People.Note.NotYours", settlements[settlement]]);
            asked.Settlement = null;
        }

        asked.AgeFrom = Known(asked.AgeFrom, age => age is >= 0 and <= SearchForm.Oldest, nameof(asked.AgeFrom));
        asked.AgeTo = Known(asked.AgeTo, age => age is >= 0 and <= SearchForm.Oldest, nameof(asked.AgeTo));
        if (asked.Work is { Length: > 0 } work and not ("without" or "in"))
        {
            notes.Add(NotUnderstood(nameof(asked.Work), work, texts));
            asked.Work = null;
        }

        var words = (asked.Words ?? "").Trim();
        if (words.Length > 0 && !words.Any(char.IsLetterOrDigit)) notes.Add(texts["Station.People.Note.NoWords", UnreadPiece.Excerpt(words)]);
        else if (PostingQuery.CutsWords(words)) notes.Add(texts["Search.Note.ManyWords", PostingQuery.MostWords, PostingQuery.LongestWord]);
        if (asked.Page < 1) notes.Add(NotUnderstood(nameof(asked.Page), $"{asked.Page}", texts));
        return notes;

        T? Known<T>(T? value, Func<T, bool> isKnown, string name) where T : struct
        {
            if (value is not { } given || isKnown(given)) return value;
            notes.Add(NotUnderstood(name, $"{given}", texts));
            return null;
        }
    }

    /// <summary>The words without those of sex, which nobody is found by; all of them where nothing else is said.</summary>
    public static string WithoutSex(string words, bool asksMore, List<string> notes, Texts texts)
    {
        var all = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var taken = all.Where(word => WordsOfPerson.IsSex(word)).ToList();
        if (taken.Count == 0 || (taken.Count == all.Length && !asksMore)) return words;
        notes.Add(texts["Station.People.Note.Sex", UnreadPiece.Excerpt(string.Join(texts["Fit.Comma"], taken))]);
        return string.Join(' ', all.Except(taken));
    }

    private static string NotUnderstood(string name, string value, Texts texts) => texts["Search.Note.NotUnderstood", texts[Label(name)], UnreadPiece.Excerpt(value)];

    private static string Label(string name) => name.ToUpperInvariant() switch
    {
        "SKILL" => "Station.Fact.Skills",
        "TRAINING" => "Station.Fact.Trainings",
        "CERTIFICATE" => "Station.Fact.Certificates",
        "CAPACITY" => "Station.Fact.Capacity",
        "NEED" => "Station.People.Need",
        "WORK" => "Station.People.Work",
        "AGEFROM" or "AGETO" => "Station.People.Age",
        "SCHOOLING" => "Station.People.Schooling",
        "SETTLEMENT" => "Station.Postings.Settlement",
        "PAGE" => "Search.Note.PageNumber",
        _ => "Search.Note.Address",
    };
}
