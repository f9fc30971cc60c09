using JobMatch.Postings;
using JobMatch.Settlements;
using JobMatch.Web.Shared.Language;
using JobMatch.Web.Shared.Postings;

namespace JobMatch.Web.ForStationStaff.Plans;

/// <summary>What tells a posting from another of the same title and employer; both empty where it is the only one.</summary>
/// <param name="Whole">With its place.</param>
/// <param name="BesidePlace">Where its place is said anyway.</param>
public sealed record PostingApart(string Whole, string BesidePlace)
{
    public static PostingApart None { get; } = new("", "");
}

/// <summary>
/// An employer often has several postings of one title. Of place, pay, shift, hours and places to fill those are said that are not the same in all of them; where two are alike in all of it, their numbers.
/// </summary>
public sealed class PostingsApart(Texts texts, PostingTexts jobs)
{
    /// <param name="postings">Those of one list, each once, with their quotas.</param>
    /// <param name="settlements">Names by id.</param>
    /// <returns>By posting; only those that are not alone with their title and employer.</returns>
    public IReadOnlyDictionary<long, PostingApart> Of(IEnumerable<Posting> postings, IReadOnlyDictionary<long, Settlement> settlements)
    {
        ArgumentNullException.ThrowIfNull(postings);
        var apart = new Dictionary<long, PostingApart>();
        foreach (var alike in postings.GroupBy(p => (p.EmployerId, p.Title)).Select(g => g.ToList()).Where(g => g.Count > 1))
        {
            var facts = alike.ConvertAll(posting => FactsOf(posting, settlements));
            var telling = Enumerable.Range(0, facts[0].Length).Where(i => facts.Select(of => of[i]).Distinct().Skip(1).Any()).ToList();
            var said = facts.ConvertAll(of => telling.Where(i => of[i].Length > 0).Select(i => (Fact: i, Words: of[i])).ToList());
            var twice = said.ConvertAll(Words).GroupBy(words => words).Where(g => g.Skip(1).Any() || g.Key.Length == 0).Select(g => g.Key).ToHashSet();
            for (var i = 0; i < alike.Count; i++)
            {
                if (twice.Contains(Words(said[i]))) said[i] = [.. said[i], (-1, texts["Plans.Apart.Number", alike[i].Id])];
                apart[alike[i].Id] = new(Words(said[i]), Words([.. said[i].Where(one => one.Fact != 0)]));
            }
        }

        return apart;
    }

    private static string Words(List<(int Fact, string Words)> said) => string.Join(" · ", said.Select(one => one.Words));

    /// <summary>The place first.</summary>
    private string[] FactsOf(Posting posting, IReadOnlyDictionary<long, Settlement> settlements) =>
    [
        jobs.Place(posting, settlements), jobs.Pay(posting.Wage), texts.Of(posting.Shift),
        posting.HoursPerDay is { } hours ? texts["Posting.HoursPerDay", hours.ToString("0.#", System.Globalization.CultureInfo.InvariantCulture)] : "", texts["Plans.Apart.Vacancies", posting.Vacancies],
    ];
}
