using JobMatch.Asking;
using JobMatch.Occupations;
using Shouldly;
using Xunit;

namespace JobMatch.Tests.Asking;

public class CorrectSpellingTests
{
    [Theory]
    [InlineData("baaon", "baoan", true)]
    [InlineData("baon", "baoan", true)]
    [InlineData("baoann", "baoan", true)]
    [InlineData("baoin", "baoan", true)]
    [InlineData("abaoan", "baoan", true)]
    [InlineData("baoan", "baoan", false)]
    [InlineData("boaan", "baoan", true)]
    [InlineData("bna", "baoan", false)]
    [InlineData("naoab", "baoan", false)]
    [InlineData("", "a", true)]
    [InlineData("", "", false)]
    public void One_slip_and_no_more(string typed, string meant, bool isOne)
    {
        CorrectSpelling.IsOneSlip(typed, meant).ShouldBe(isOne);
        CorrectSpelling.IsOneSlip(meant, typed).ShouldBe(isOne);
    }

    [Fact]
    public void A_reading_of_one_occupation_names_it_and_one_of_two_names_none()
    {
        OccupationReadings.Instance.Find("baoan")!.Name.ShouldBe("保安");
        OccupationReadings.Instance.Find("baoan")!.Ids.ShouldBe(OccupationResolver.Ids(OccupationResolver.Instance.Resolve("保安")));
        OccupationReadings.Instance.Find("ba").ShouldBeNull();
        var shared = Catalogue.Instance.EverydayWords.Select(w => w.Word).Distinct()
            .GroupBy(w => JobMatch.Words.Pinyin.Instance.Whole(w) ?? "")
            .First(g => g.Key.Length > 3 && g.Select(w => string.Join(',', OccupationResolver.Ids(OccupationResolver.Instance.Resolve(w)))).Distinct().Count() > 1 && g.All(w => OccupationResolver.Instance.Resolve(w).Count > 0));
        OccupationReadings.Instance.Find(shared.Key).ShouldBeNull(string.Join('/', shared));
    }

    [Theory]
    [InlineData("保安 缝纫", false)]
    [InlineData("a b c d e f g h i j", false)]
    [InlineData("a b c d e f g h i j k", true)]
    [InlineData("一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十", false)]
    [InlineData("一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一", true)]
    public void Words_that_cannot_be_used_as_they_stand_are_known(string words, bool cut) => PostingQuery.CutsWords(words).ShouldBe(cut);
}
