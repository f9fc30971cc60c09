using System.Globalization;
using JobMatch.Data;

namespace JobMatch.Occupations.Titles;

/// <summary>
/// Queries, a corpus of titles and which of them answer which query, from three TSV files: queries <c>q_id, jobtitle</c> and corpus
/// <c>c_id, jobtitle</c>, both with a header, judgements <c>q_id 0 c_id grade</c> without one. A grade over 0 is relevant. Ids are any text;
/// blanks around cells, blank lines, empty cells behind the last and a row that is said twice are borne.
/// </summary>
public sealed class TitleJudgements
{
    private TitleJudgements(List<string> queries, List<string> corpus, List<HashSet<int>> relevant) => (Queries, Corpus, Relevant) = (queries, corpus, relevant);

    public IReadOnlyList<string> Queries { get; }

    public IReadOnlyList<string> Corpus { get; }

    /// <summary>Per query, the places in the corpus that are relevant.</summary>
    public IReadOnlyList<IReadOnlySet<int>> Relevant { get; }

    /// <exception cref="InvalidDataException">A row is wrong; the message names the file, the row and what is wrong.</exception>
    public static TitleJudgements Read(string queryFile, string corpusFile, string judgementFile)
    {
        var (queries, queryPlaces) = Titles(queryFile, "q_id");
        var (corpus, corpusPlaces) = Titles(corpusFile, "c_id");
        List<HashSet<int>> relevant = [.. queries.Select(_ => new HashSet<int>())];
        var any = false;
        foreach (var (row, cells) in Rows(judgementFile, 4))
        {
            if (cells.Length != 4) throw Wrong(judgementFile, row, $"has {cells.Length} columns instead of 4 (q_id, 0, c_id, grade)");
            if (!queryPlaces.TryGetValue(cells[0], out var query)) throw Wrong(judgementFile, row, $"names the query '{cells[0]}', which {queryFile} does not hold");
            if (!corpusPlaces.TryGetValue(cells[2], out var place)) throw Wrong(judgementFile, row, $"names the title '{cells[2]}', which {corpusFile} does not hold");
            if (!int.TryParse(cells[3], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var grade)) throw Wrong(judgementFile, row, $"has '{cells[3]}' as a grade instead of a whole number");
            if (grade > 0) any |= relevant[query].Add(place);
        }

        return any ? new TitleJudgements(queries, corpus, relevant) : throw new InvalidDataException($"{judgementFile} holds no title that is relevant to a query.");
    }

    private static (List<string> Titles, Dictionary<string, int> Places) Titles(string file, string idColumn)
    {
        var (titles, places) = (new List<string>(), new Dictionary<string, int>(StringComparer.Ordinal));
        var header = true;
        foreach (var (row, cells) in Rows(file, 2))
        {
            if (cells.Length != 2) throw Wrong(file, row, $"has {cells.Length} columns instead of 2 ({idColumn}, jobtitle)");
            if (header && (cells[0] != idColumn || cells[1] != "jobtitle")) throw Wrong(file, row, $"is not the header '{idColumn}<TAB>jobtitle'");
            if (!header && cells[1].Length == 0) throw Wrong(file, row, "has no title");
            if (!header && cells[0].Length == 0) throw Wrong(file, row, "has no id");
            if (!header && !places.TryAdd(cells[0], titles.Count) && titles[places[cells[0]]] != cells[1]) throw Wrong(file, row, $"repeats the id '{cells[0]}' with another title");
            if (!header && places.Count > titles.Count) titles.Add(cells[1]);
            header = false;
        }

        return titles.Count > 0 ? (titles, places) : throw new InvalidDataException($"{file} holds no titles: a header '{idColumn}<TAB>jobtitle' and rows are expected.");
    }

    private static IEnumerable<(int Row, string[] Cells)> Rows(string file, int columns)
    {
        var row = 0;
        foreach (var line in Utf8Lines.Of(file))
        {
            row++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            string[] cells = [.. line.Split('\t').Select(cell => cell.Trim())];
            yield return (row, cells.Length > columns && cells[columns..].All(cell => cell.Length == 0) ? cells[..columns] : cells);
        }
    }

    private static InvalidDataException Wrong(string file, int row, string what) => new($"{file}: row {row} {what}.");
}
