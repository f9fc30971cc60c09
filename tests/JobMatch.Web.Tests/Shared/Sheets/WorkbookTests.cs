using JobMatch.Web.Shared.Sheets;
using Shouldly;
using Xunit;

namespace JobMatch.Web.Tests.Shared.Sheets;

public sealed class WorkbookTests
{
    [Fact]
    public async Task Words_numbers_and_gaps_come_back_as_they_were_from_every_tab()
    {
        var rows = Enumerable.Range(0, 30).Select(i => (object?)(i == 1 ? null : i)).ToArray();
        var file = await new Workbook().Add("一/[月]:表", ["姓名", "数"], [["王 <秀> & \"英\"", 12L], ["中间 空格", null], ["坏\u0001字𠮷", 7]]).Add(new string('长', 40), ["a"], [rows]).ToBytesAsync(default);
        var read = ReadWorkbook.Of(file);
        read.Select(t => t.Name).ShouldBe(["一月表", new string('长', 31)]);
        read[0].Rows.ShouldBe([["姓名", "数"], ["王 <秀> & \"英\"", "12"], ["中间 空格", ""], ["坏字𠮷", "7"]]);
        read[1].Rows[1].ShouldBe(rows.Select(value => value is null ? "" : $"{value}"));
    }

    [Theory]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("+1+1")]
    [InlineData("-2")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("\n=1")]
    [InlineData("＝1")]
    [InlineData("\u0001=1")]
    public async Task No_cell_begins_as_a_formula_does(string text)
    {
        var file = await new Workbook().Add("表", [text], [[text]]).ToBytesAsync(default);
        ReadWorkbook.Of(file)[0].Rows.ShouldAllBe(row => row[0].StartsWith('\''));
        ReadWorkbook.Elements(file).ShouldNotContain(e => e.Name.LocalName == "f");
    }

    [Fact]
    public void What_is_no_formula_stays_as_it_is() => Workbook.Safe("王秀英 1-2").ShouldBe("王秀英 1-2");
}
