using JobMatch.Matching;
using Microsoft.Extensions.Primitives;

namespace JobMatch.Web.ForStationStaff.Rankings;

/// <summary>How the clerk wants this ranking; all of it stands in the address, so that a colleague sees the same.</summary>
public sealed record RankingAsked(IReadOnlyDictionary<Criterion, Importance> Importances, bool NeedFirst, Seekers Seekers, bool UsuallyNeedFirst)
{
    /// <summary>Those that stand in the bar; the others are one click away.</summary>
    public static readonly IReadOnlyList<Criterion> Usual = [Criterion.SkillCover, Criterion.Travel, Criterion.Wage, Criterion.ShiftAndHours];

    /// <summary>She keeps another ranking for this search than the one that the address asks for.</summary>
    public bool IsNotMine { get; init; }

    public Importance Of(Criterion criterion) => Importances.GetValueOrDefault(criterion);

    public IReadOnlyList<Criterion> Musts => [.. Importances.Where(i => i.Value == Importance.Must).Select(i => i.Key)];

    public IReadOnlyList<Criterion> Ignored => [.. Importances.Where(i => i.Value == Importance.Ignore).Select(i => i.Key)];

    /// <summary>Nothing is left to score by: only the order of need and of waiting remains.</summary>
    public bool IgnoresAll => Importances.Values.All(i => i == Importance.Ignore);

    /// <summary>The same, with what was a must counting only as much as it weighs.</summary>
    public RankingAsked WithoutMust => this with { Importances = Importances.ToDictionary(i => i.Key, i => i.Value == Importance.Must ? Importance.Matters : i.Value) };

    public FitWeights Weights(FitOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Importances.Aggregate(options.ToWeights(), (weights, one) => weights.With(one.Key, one.Value));
    }

    /// <summary>Whether anything differs from the page as it opens.</summary>
    public bool IsUsual => NeedFirst == UsuallyNeedFirst && Seekers == Seekers.WillingAndUnemployed && Importances.Values.All(i => i == Importance.Matters);

    /// <summary>Whether an address says anything about the ranking.</summary>
    public static bool IsSaid(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.Keys.Any(IsOurs);
    }

    /// <summary>
    /// As a query string without its question mark, for links that keep the ranking: only what differs from the page as it opens. The usual ranking says one thing all the same, so that a link to it
    /// is not taken for one that says nothing and leaves the ranking to whatever the reader keeps.
    /// </summary>
    public string Query => string.Join('&', Parts.DefaultIfEmpty(NeedFirst ? "needFirst=true" : "needFirst=false"));

    private IEnumerable<string> Parts =>
    [
        .. Importances.Where(i => i.Value != Importance.Matters).Select(i => $"{i.Key}={i.Value}"),
        .. NeedFirst == UsuallyNeedFirst ? Array.Empty<string>() : [NeedFirst ? "needFirst=true" : "needFirst=false"],
        .. Seekers == Seekers.WillingAndUnemployed ? Array.Empty<string>() : [$"seekers={Seekers}"],
    ];

    /// <summary>The query of the address that shows this ranking, with what else the address asked.</summary>
    public string QueryWith(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var others = query.Where(pair => !IsOurs(pair.Key)).SelectMany(pair => pair.Value.Select(value => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(value ?? "")}"));
        return string.Join('&', others.Prepend(Query));
    }

    private static bool IsOurs(string name) => name is "needFirst" or "seekers" || Enum.GetNames<Criterion>().Contains(name);

    /// <param name="said">By the address, or by the form, which names every choice.</param>
    /// <param name="usuallyNeedFirst">Whether the page opens with need first.</param>
    public static RankingAsked Read(IEnumerable<KeyValuePair<string, StringValues>> said, bool usuallyNeedFirst)
    {
        var query = said.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.OrdinalIgnoreCase);
        StringValues Of(string name) => query.GetValueOrDefault(name);
        var importances = Enum.GetValues<Criterion>()
            .Select(c => (Criterion: c, Importance: Enum.TryParse<Importance>(Of(c.ToString()), out var importance) && Enum.IsDefined(importance) ? importance : Importance.Matters))
            .ToDictionary(c => c.Criterion, c => c.Importance);
        var seekers = Enum.TryParse<Seekers>(Of("seekers"), out var asked) && Enum.IsDefined(asked) ? asked : Seekers.WillingAndUnemployed;
        // A box that is not ticked sends only the hidden "false" beside it; nothing at all is the page as it opens.
        var need = Of("needFirst");
        return new RankingAsked(importances, need.Count == 0 ? usuallyNeedFirst : need.Contains("true", StringComparer.OrdinalIgnoreCase), seekers, usuallyNeedFirst);
    }
}
