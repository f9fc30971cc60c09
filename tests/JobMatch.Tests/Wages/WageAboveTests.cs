using JobMatch.Wages;
using Shouldly;
using Xunit;

namespace JobMatch.Tests.Wages;

public class WageAboveTests
{
    [Theory]
    [InlineData("3000-4000元/月", "3000-4000元/月", false)]
    [InlineData("3000-4500元/月", "3000-4000元/月", true)]
    [InlineData("3500-4000元/月", "3000-4000元/月", true)]
    [InlineData("3000元/月", "3000-4000元/月", false)]
    [InlineData("4000元/月", "3000-4000元/月", true)]
    [InlineData("4000-5000元/月·13薪", "4000-5000元/月", true)]
    [InlineData("面议", "3000-4000元/月", false)]
    [InlineData("3000-4000元/月", "面议", true)]
    [InlineData("150元/天", "4000元/月", false)]
    [InlineData("300元/天", "4000元/月", true)]
    [InlineData("10万元/年", "4000元/月", true)]
    [InlineData("0.9元/件", "0.8元/件", true)]
    [InlineData("0.8元/件", "0.9元/件", false)]
    [InlineData("50元/次", "4000元/月", true)]
    public void More_is_promised_where_any_end_unit_or_month_says_more(string now, string seen, bool above) => WageReader.Read(now).IsAbove(WageReader.Read(seen)).ShouldBe(above);
}
