using System.Text;
using JobMatch.Search.Words;
using Shouldly;
using Xunit;

namespace JobMatch.Search.Tests;

public class HighlightTests
{
    private static readonly string Long = string.Join(" · ", Enumerable.Range(1, 12).Select(i => $"缝纫机操作培训第{i}期"));

    [Fact]
    public void A_short_text_is_shown_whole() => Text("平车、锁边", "锁边").ShouldBe("平车、锁边");

    [Fact]
    public void A_long_text_ends_with_a_phrase_and_an_ellipsis()
    {
        var shown = Text(Long, "缝纫机");
        shown.ShouldStartWith("缝纫机操作培训第1期 · ");
        shown.ShouldEndWith("期…");
        shown.Length.ShouldBeInRange(70, 91);
    }

    [Fact]
    public void A_match_far_behind_begins_with_an_ellipsis_and_a_phrase()
    {
        var shown = Text(Long + " · 会修锁边机 · 想去车间", "锁边机");
        shown.ShouldStartWith("…缝纫机操作培训第");
        shown.ShouldContain("会修锁边机");
        shown.ShouldEndWith("想去车间");
    }

    [Theory]
    [InlineData("abcdefgh ")]
    [InlineData("Excel2016 ")]
    public void A_latin_word_is_not_cut(string word)
    {
        var text = string.Concat(Enumerable.Repeat(word, 40));
        foreach (var shift in Enumerable.Range(0, 12))
            Text(new string('工', shift) + " " + text, "nothing").TrimEnd('…').Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).ShouldAllBe(w => w == word.Trim());
    }

    [Fact]
    public void No_character_is_halved_and_a_text_without_gaps_is_cut_all_the_same()
    {
        foreach (var shift in Enumerable.Range(0, 4))
        {
            var shown = Text(new string('工', shift) + string.Concat(Enumerable.Repeat("\U00020BB7", 200)), "工");
            shown.EnumerateRunes().ShouldAllBe(r => r != Rune.ReplacementChar);
            shown.ShouldEndWith("…");
        }
    }

    [Fact]
    public void What_an_index_shows_says_when_it_is_not_the_whole()
    {
        ShownText.Of(new string('工', 300)).Length.ShouldBe(300);
        ShownText.Of(new string('工', 301)).ShouldBe(new string('工', 300) + "…");
        ShownText.Of(new string('工', 299) + "\U00020BB7").ShouldBe(new string('工', 299) + "…");
    }

    private static string Text(string text, string words) => string.Concat(Highlight.Snippet([text], SearchWords.Parse(words, OccupationNames.OfCatalogue)).Select(p => p.Text));
}
