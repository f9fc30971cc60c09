using JobMatch.Occupations;
using JobMatch.Occupations.Titles;
using Shouldly;
using Xunit;

namespace JobMatch.Tests.Occupations.Titles;

public class OccupationTermsTests
{
    private static OccupationTerms Terms => OccupationTerms.Instance;

    [Fact]
    public void Every_name_of_the_catalogue_is_its_own_code()
    {
        foreach (var occupation in Catalogue.Instance.Occupations.Values)
            Terms.Terms[Terms.CodeOf(occupation.Name)].Word.ShouldBe(occupation.Name);
        Terms.Vectors.Count.ShouldBe(Terms.Terms.Count * Terms.Size);
    }

    [Theory]
    [InlineData("服装厂急招缝纫女工", "缝纫")]
    [InlineData("电焊工(氩弧焊)", "焊")]
    [InlineData("小区门岗保安", "保安")]
    public void A_title_never_seen_is_coded_as_a_term_of_its_trade(string title, string part)
    {
        var code = Terms.CodeOf(title);
        code.ShouldBeGreaterThanOrEqualTo(0);
        Terms.Terms[code].Word.ShouldContain(part);
        Terms.CodeOf(title).ShouldBe(code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("！！！")]
    [InlineData("ꙮꙮ")]
    public void What_says_nothing_has_no_code(string text) => Terms.CodeOf(text).ShouldBe(-1);

    [Fact]
    public void The_nearest_term_of_a_name_is_the_name_itself_and_leads()
    {
        var nearest = Terms.NearestTo("钢筋工")!.Value;
        nearest.Term.Word.ShouldBe("钢筋工");
        nearest.Closeness.ShouldBe(1, 0.001);
        nearest.Lead.ShouldBeGreaterThan(0);
        Terms.NearestTo("ꙮꙮ").ShouldBeNull();
    }

    /// <summary>The lead is against the best term of another occupation, wherever it stands in the list: checked against a sort of all terms.</summary>
    [Trait("Pace", "slow")]
    [Theory]
    [InlineData("龙门吊司机学徒")]
    [InlineData("甜品店裱花学徒")]
    [InlineData("养殖场看护员")]
    public void The_lead_is_over_the_best_term_of_another_occupation(string title)
    {
        var sorted = Terms.Terms.Select(term => (term.OccupationId, Cosine: TitleTable.Instance.Of(title).Cosine(TitleTable.Instance.Of(term.Word)))).OrderByDescending(t => t.Cosine).ToList();
        var nearest = Terms.NearestTo(title)!.Value;
        nearest.Closeness.ShouldBe(sorted[0].Cosine);
        nearest.Term.OccupationId.ShouldBe(sorted[0].OccupationId);
        nearest.Lead.ShouldBe(sorted[0].Cosine - Math.Max(0, sorted.First(t => t.OccupationId != sorted[0].OccupationId).Cosine), 0.0001f);
    }
}
