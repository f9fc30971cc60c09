using System.Globalization;
using JobMatch.Asking;
using Shouldly;
using Xunit;

namespace JobMatch.Tests.Asking;

public sealed class PeriodWordsTests
{
    [Theory]
    [InlineData("今年", "2026-01-01", "2026-12-31")]
    [InlineData("去年下半年", "2025-07-01", "2025-12-31")]
    [InlineData("上半年", "2026-01-01", "2026-06-30")]
    [InlineData("近半年", "2026-05-28", "2026-11-28")]
    [InlineData("最近三个月", "2026-08-28", "2026-11-28")]
    [InlineData("过去一年半", "2025-05-28", "2026-11-28")]
    [InlineData("两周内", "2026-11-14", "2026-11-28")]
    [InlineData("2024年3月", "2024-03-01", "2024-03-31")]
    [InlineData("12月份", "2025-12-01", "2025-12-31")]
    [InlineData("5月", "2026-05-01", "2026-05-31")]
    [InlineData("上个月", "2026-10-01", "2026-10-31")]
    [InlineData("这个月", "2026-11-01", "2026-11-30")]
    [InlineData("最近", "2026-08-28", "2026-11-28")]
    [InlineData("年底前", "2026-11-28", "2026-12-31")]
    [InlineData("未来30天", "2026-11-28", "2026-12-28")]
    public void Days_as_they_are_said(string said, string from, string to) =>
        PeriodWords.Read(said, new DateOnly(2026, 11, 28)).ShouldBe(new DaysAsked(Day(from), Day(to)));

    /// <summary>Without a direction: trainings lie behind, what runs out ahead.</summary>
    [Theory]
    [InlineData("三个月内", "2026-11-28", "2027-02-28")]
    [InlineData("5月", "2027-05-01", "2027-05-31")]
    [InlineData("明年", "2027-01-01", "2027-12-31")]
    [InlineData("下个月", "2026-12-01", "2026-12-31")]
    public void Days_ahead(string said, string from, string to) => PeriodWords.Read(said, new DateOnly(2026, 11, 28), ahead: true).ShouldBe(new DaysAsked(Day(from), Day(to)));

    private static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);
}
