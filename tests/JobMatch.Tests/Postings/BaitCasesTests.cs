using System.Text.Json;
using JobMatch.Matching;
using JobMatch.Occupations;
using JobMatch.Postings;
using JobMatch.Wages;
using Shouldly;
using Xunit;

namespace JobMatch.Tests.Postings;

/// <summary>
/// Whole postings, read as a form would be: lures and honest ones that pay well, each file written before the words for its misses were added (what they reached on first sight: docs/decisions/0023).
/// </summary>
public class BaitCasesTests
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() } };

    [Theory]
    [InlineData("bait-cases.jsonl", 40, 60)]
    [InlineData("bait-cases-2.jsonl", 40, 60)]
    [InlineData("bait-cases-3.jsonl", 61, 60)]
    [InlineData("bait-cases-4.jsonl", 71, 71)]
    [InlineData("bait-cases-5.jsonl", 50, 50)]
    [InlineData("bait-cases-6.jsonl", 30, 50)]
    [InlineData("bait-cases-7.jsonl", 8, 6)]
    [InlineData("bait-cases-8.jsonl", 100, 100)]
    [InlineData("bait-cases-9.jsonl", 25, 25)]
    [InlineData("bait-cases-10.jsonl", 40, 55)]
    [InlineData("bait-cases-11.jsonl", 10, 10)]
    public void Lures_are_seen_and_good_pay_is_believed(string file, int lures, int honest)
    {
        var (missed, wronged, told) = Read(file, lures, honest);
        missed.ShouldBeLessThanOrEqualTo(1, told);
        wronged.ShouldBeLessThanOrEqualTo(1, told);
    }

    /// <summary>
    /// Written by somebody who knew nothing of the words and the reader, read once when both stood (75 and 3), and since then neither learned from nor mended for: what is new comes through about so.
    /// </summary>
    [Fact]
    public void Of_lures_that_nobody_learned_from_nine_in_ten_are_seen()
    {
        var (missed, wronged, told) = Read("bait-held-out.jsonl", 80, 80);
        missed.ShouldBeLessThanOrEqualTo(8, told);
        wronged.ShouldBeLessThanOrEqualTo(4, told);
    }

    private static (int Missed, int Wronged, string Told) Read(string file, int lures, int honest)
    {
        var cases = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Postings", file)).Select(line => JsonSerializer.Deserialize<Case>(line, Options)!).ToList();
        (cases.Count(c => c.Bait), cases.Count(c => !c.Bait)).ShouldBe((lures, honest));
        var read = cases.Select(c => (Case: c, Flags: FlagsOf(c))).ToList();
        var (missed, wronged) = (read.FindAll(r => r.Case.Bait && r.Flags == BaitFlags.None), read.FindAll(r => !r.Case.Bait && r.Flags != BaitFlags.None));
        return (missed.Count, wronged.Count, string.Join('\n', missed.Concat(wronged).Select(r => $"{r.Case.Title} {r.Case.Wage} {r.Case.Text}: {r.Flags}")));
    }

    private static BaitFlags FlagsOf(Case posting)
    {
        var occupations = OccupationResolver.Ids(OccupationResolver.Instance.Resolve(posting.Title, new OccupationContext("", posting.Text)));
        return BaitCheck.Flags(BaitCheck.Find(PostingKind.Enterprise, WageReader.Read(posting.Wage), posting.Education, occupations, BaitCheck.UsualPercent, posting.Title, posting.Text));
    }

    private sealed record Case(string Title, string Wage, string Text, bool Bait = false, Education Education = Education.Unknown);
}
