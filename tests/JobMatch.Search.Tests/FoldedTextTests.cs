using System.Globalization;
using System.Text;
using JobMatch.Search.Words;
using JobMatch.Words;
using Shouldly;
using Xunit;

namespace JobMatch.Search.Tests;

public sealed class FoldedTextTests
{
    /// <summary>The common characters take a short way; it must lead to the same place as the long one.</summary>
    [Fact]
    public void Every_character_folds_to_its_compatibility_form_in_lower_case()
    {
        for (var value = 1; value < 0x30000; value++)
        {
            if (!Rune.IsValid(value)) continue;
            var one = new Rune(value).ToString();
            // Unspaced scripts stay as they are below the compatibility block, but for traditional characters: 㐀 to 鿿 and the kana have forms that nobody types otherwise.
            if (IsKept(value)) FoldedText.Fold(one).ShouldBe(value < 0x10000 ? Traditional.Simplify((char)value).ToString() : one);
            else if (CharUnicodeInfo.GetUnicodeCategory(value) != UnicodeCategory.OtherNotAssigned) FoldedText.Fold(one).ShouldBe(one.Normalize(NormalizationForm.FormKC).ToLower(CultureInfo.InvariantCulture), $"U+{value:X4}");
        }
    }

    [Theory]
    [InlineData("服務員", "服务员")]
    [InlineData("電焊工 倉庫保潔", "电焊工 仓库保洁")]
    [InlineData("乾县著名皇后", "乾县著名皇后")]
    public void Traditional_characters_are_simplified_and_simplified_ones_stay(string typed, string folded) => FoldedText.Fold(typed).ShouldBe(folded);

    [Fact]
    public void Full_width_and_punctuation_know_where_they_stood()
    {
        var folded = FoldedText.Of("Ｃ１，“保安”、㎡。𠮷");
        folded.Text.ShouldBe("c1,“保安”、m2。𠮷");
        folded.SourceAt(folded.Text.IndexOf('保', StringComparison.Ordinal)).ShouldBe(4);
        folded.SourceAt(folded.Text.IndexOf("𠮷", StringComparison.Ordinal)).ShouldBe(10);
    }

    private static bool IsKept(int value) => value < 0xF900 && Scripts.IsUnspaced(new Rune(value));
}
