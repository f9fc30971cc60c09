using System.Text.RegularExpressions;
using JobMatch.Data;
using JobMatch.Occupations;
using JobMatch.Postings;
using JobMatch.Web.Shared.Edge;
using JobMatch.Web.Shared.Language;

namespace JobMatch.Web.ForStationStaff.People;

/// <summary>What of a question about people could not be read or used, each in a sentence; what cannot be asked is taken out of the question.</summary>
internal static partial class SearchNotes
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

    /// <summary>What was set aside because nobody's record has the words; what is said of age, sex or schooling is no way to find people by, and is told apart.</summary>
    public static IEnumerable<string> SetAside(IReadOnlyList<string> unknown, bool asksAnything, Texts texts)
    {
        foreach (var ofPerson in unknown.GroupBy(word => asksAnything && OfPerson().IsMatch(word)))
        {
            var said = UnreadPiece.Excerpt(string.Join(texts["Fit.Comma"], ofPerson));
            yield return texts[!asksAnything ? "Station.People.Note.Unknown" : ofPerson.Key ? "Station.People.Note.OfPerson" : "Station.People.Note.SetAside", said];
        }
    }

    [GeneratedRegex(@"\d+\s*周?岁|岁(?:以[上下]|左右)?$|^(?:男|女)(?:的|性|工|人|生)?$|文化|学历|毕业|^(?:小学|初中|高中|中专|大专|本科)(?:以[上下])?$")]
    private static partial Regex OfPerson();

    private static string NotUnderstood(string name, string value, Texts texts) => texts["Search.Note.NotUnderstood", texts[Label(name)], UnreadPiece.Excerpt(value)];

    private static string Label(string name) => name.ToUpperInvariant() switch
    {
        "SKILL" => "Station.Fact.Skills",
        "TRAINING" => "Station.Fact.Trainings",
        "CERTIFICATE" => "Station.Fact.Certificates",
        "CAPACITY" => "Station.Fact.Capacity",
        "NEED" => "Station.People.Need",
        "WORK" => "Station.People.Work",
        "SETTLEMENT" => "Station.Postings.Settlement",
        "PAGE" => "Search.Note.PageNumber",
        _ => "Search.Note.Address",
    };
}
