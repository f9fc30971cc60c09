using System.Text.Json;
using JobMatch.Data;
using JobMatch.Occupations.Titles;

namespace JobMatch.Occupations;

/// <summary>A title whose occupations are known.</summary>
/// <param name="Title">As an advertisement has it.</param>
/// <param name="Employer">Whose it is.</param>
/// <param name="Any">Whether one of the codes is enough.</param>
public sealed record OccupationCase(string Title, string Employer = "", bool Any = false)
{
    /// <summary>Codes of the classification, of its occupations or groups (6-05-01); none for a title that names no occupation.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];
}

/// <summary>A case that was read wrongly, and the codes that were read.</summary>
public sealed record OccupationMiss(OccupationCase Case, IReadOnlyList<string> Read);

/// <summary>A title that no word explains, its nearest term's occupation, and whether that is right.</summary>
public sealed record UnexplainedTitle(string Title, NearestTerm Nearest, bool Right);

/// <summary>How far a confidence keeps its word: answers of at least it and under the band above.</summary>
public sealed record ConfidenceBand(double From, int Answers, int Right);

/// <summary>How cases were read.</summary>
/// <param name="Cases">All of them.</param>
/// <param name="Wanted">Those that name an occupation.</param>
/// <param name="Answered">Those that were given one.</param>
/// <param name="Right">Those that were given what they name and nothing else.</param>
/// <param name="Misses">Wrong and missing answers.</param>
/// <param name="Unexplained">Titles in which no word of the catalogue was found, with what the table of titles holds nearest.</param>
/// <param name="Bands">Single answers by their confidence, the surest first; an answer is right when the title names its occupation.</param>
public sealed record OccupationsEvaluated(int Cases, int Wanted, int Answered, int Right, IReadOnlyList<OccupationMiss> Misses, IReadOnlyList<UnexplainedTitle> Unexplained, IReadOnlyList<ConfidenceBand> Bands)
{
    public double Precision => Answered == 0 ? 0 : (double)Right / Answered;

    public double Recall => Wanted == 0 ? 0 : (double)Right / Wanted;
}

/// <summary>Measures <see cref="OccupationResolver"/> on a file of cases, JSON lines <c>{"title", "employer", "codes", "any"}</c>.</summary>
public static class EvaluateOccupations
{
    private static readonly double[] BandsFrom = [0.9, 0.8, 0.7, 0.6, OccupationResolver.Sure];

    /// <exception cref="InvalidDataException">A line is no case; the message names the file, the line and what is wrong.</exception>
    public static OccupationsEvaluated Run(string file, TitleTable? table = null)
    {
        var terms = table is null ? OccupationTerms.Instance : new OccupationTerms(Catalogue.Instance, table);
        var (count, wanted, answered, right, misses, unexplained) = (0, 0, 0, 0, new List<OccupationMiss>(), new List<UnexplainedTitle>());
        var sure = new List<(double Confidence, bool Right)>();
        foreach (var known in CaseLines.Of(file, "title", "employer", "codes", "any").Select(ReadCase))
        {
            var answers = OccupationResolver.Instance.Resolve(known.Title, new OccupationContext(known.Employer));
            IReadOnlyList<string> found = [.. answers.Select(f => CodeOf(f.OccupationId))];
            sure.AddRange(answers.Select((answer, at) => (answer.Confidence, known.Codes.Any(code => found[at].StartsWith(code, StringComparison.Ordinal)))));
            count++;
            if (known.Codes.Count > 0) wanted++;
            if (found.Count > 0) answered++;
            if (found.Count > 0 && IsRight(known, found)) right++;
            else if (found.Count > 0 || known.Codes.Count > 0) misses.Add(new OccupationMiss(known, found));
            if (found.Count == 0 && terms.NearestTo(known.Title) is { } nearest)
                unexplained.Add(new UnexplainedTitle(known.Title, nearest, known.Codes.Any(code => CodeOf(nearest.Term.OccupationId).StartsWith(code, StringComparison.Ordinal))));
        }

        return count > 0 ? new OccupationsEvaluated(count, wanted, answered, right, misses, unexplained, Bands(sure)) : throw new InvalidDataException($"{file} holds no cases: JSON lines with title and codes are expected.");
    }

    private static List<ConfidenceBand> Bands(List<(double Confidence, bool Right)> answers) => [.. answers
        .GroupBy(a => BandsFrom.First(from => a.Confidence >= from)).OrderByDescending(band => band.Key)
        .Select(band => new ConfidenceBand(band.Key, band.Count(), band.Count(a => a.Right)))];

    private static string CodeOf(int occupation) => Catalogue.Instance.Occupations[occupation].Code;

    private static bool IsRight(OccupationCase known, IReadOnlyList<string> found) =>
        found.All(code => known.Codes.Any(wanted => code.StartsWith(wanted, StringComparison.Ordinal)))
        && known.Codes.All(wanted => known.Any || found.Any(code => code.StartsWith(wanted, StringComparison.Ordinal)));

    private static OccupationCase ReadCase(CaseLine row)
    {
        var title = row.Text("title");
        if (string.IsNullOrWhiteSpace(title)) throw row.Wrong("has no title");
        if (row.Find("any") is { ValueKind: not (JsonValueKind.True or JsonValueKind.False) }) throw row.Wrong("has neither true nor false as any");
        return new OccupationCase(title, row.Find("employer") is null ? "" : row.Text("employer"), row.Find("any") is { ValueKind: JsonValueKind.True }) { Codes = CodesOf(row) };
    }

    private static string[] CodesOf(CaseLine row)
    {
        if (row.Find("codes") is not { } list) throw row.Wrong("has no codes: an empty list says that the title names no occupation");
        if (list.ValueKind != JsonValueKind.Array || list.EnumerateArray().Any(code => code.ValueKind != JsonValueKind.String)) throw row.Wrong("has no list of strings as codes");
        string[] codes = [.. list.EnumerateArray().Select(code => code.GetString()!)];
        return Array.Find(codes, code => !IsKnown(code)) is { } unknown ? throw row.Wrong($"has '{unknown}' in its codes, which the classification does not hold") : codes;
    }

    private static bool IsKnown(string code) => Catalogue.Instance.Groups.ContainsKey(code) || Catalogue.Instance.Occupations.Values.Any(o => o.Code == code);
}
