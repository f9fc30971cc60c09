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
    /// <summary>Codes of the classification or beginnings of them (6-05-01); none for a title that names no occupation.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];
}

/// <summary>A case that was read wrongly, and the codes that were read.</summary>
public sealed record OccupationMiss(OccupationCase Case, IReadOnlyList<string> Read);

/// <summary>A title that no word explains, its nearest term's occupation, and whether that is right.</summary>
public sealed record UnexplainedTitle(string Title, NearestTerm Nearest, bool Right);

/// <summary>How cases were read.</summary>
/// <param name="Cases">All of them.</param>
/// <param name="Wanted">Those that name an occupation.</param>
/// <param name="Answered">Those that were given one.</param>
/// <param name="Right">Those that were given what they name and nothing else.</param>
/// <param name="Misses">Wrong and missing answers.</param>
/// <param name="Unexplained">Titles in which no word of the catalogue was found, with what the table of titles holds nearest.</param>
public sealed record OccupationsEvaluated(int Cases, int Wanted, int Answered, int Right, IReadOnlyList<OccupationMiss> Misses, IReadOnlyList<UnexplainedTitle> Unexplained)
{
    public double Precision => Answered == 0 ? 0 : (double)Right / Answered;

    public double Recall => Wanted == 0 ? 0 : (double)Right / Wanted;
}

/// <summary>Measures <see cref="OccupationResolver"/> on a file of cases, JSON lines <c>{"title", "employer", "codes", "any"}</c>.</summary>
public static class EvaluateOccupations
{
    /// <exception cref="InvalidDataException">A line is no case; the message names the file, the line and what is wrong.</exception>
    public static OccupationsEvaluated Run(string file, TitleTable? table = null)
    {
        var terms = table is null ? OccupationTerms.Instance : new OccupationTerms(Catalogue.Instance, table);
        var (count, wanted, answered, right, misses, unexplained) = (0, 0, 0, 0, new List<OccupationMiss>(), new List<UnexplainedTitle>());
        foreach (var known in Read(file))
        {
            IReadOnlyList<string> found = [.. OccupationResolver.Instance.Resolve(known.Title, new OccupationContext(known.Employer)).Select(f => CodeOf(f.OccupationId))];
            count++;
            if (known.Codes.Count > 0) wanted++;
            if (found.Count > 0) answered++;
            if (found.Count > 0 && IsRight(known, found)) right++;
            else if (found.Count > 0 || known.Codes.Count > 0) misses.Add(new OccupationMiss(known, found));
            if (found.Count == 0 && terms.NearestTo(known.Title) is { } nearest)
                unexplained.Add(new UnexplainedTitle(known.Title, nearest, known.Codes.Any(code => CodeOf(nearest.Term.OccupationId).StartsWith(code, StringComparison.Ordinal))));
        }

        return count > 0 ? new OccupationsEvaluated(count, wanted, answered, right, misses, unexplained) : throw new InvalidDataException($"{file} holds no cases: JSON lines with title and codes are expected.");
    }

    private static string CodeOf(int occupation) => Catalogue.Instance.Occupations[occupation].Code;

    private static bool IsRight(OccupationCase known, IReadOnlyList<string> found) =>
        found.All(code => known.Codes.Any(wanted => code.StartsWith(wanted, StringComparison.Ordinal)))
        && known.Codes.All(wanted => known.Any || found.Any(code => code.StartsWith(wanted, StringComparison.Ordinal)));

    private static IEnumerable<OccupationCase> Read(string file)
    {
        var line = 0;
        foreach (var text in Utf8Lines.Of(file))
        {
            line++;
            if (string.IsNullOrWhiteSpace(text)) continue;
            OccupationCase? known;
            try
            {
                known = JsonSerializer.Deserialize<OccupationCase>(text.TrimStart('\uFEFF'), JsonSerializerOptions.Web);
            }
            catch (JsonException)
            {
                throw new InvalidDataException($"{file}, line {line} is no JSON object with title and codes.");
            }

            yield return string.IsNullOrWhiteSpace(known?.Title) ? throw new InvalidDataException($"{file}, line {line} has no title.") : known;
        }
    }
}
