using System.Globalization;
using JobMatch.Web.Shared.Language;
using Shouldly;
using Xunit;

namespace JobMatch.Web.Tests.Shared.Language;

public class NumberWordsTests
{
    [Theory]
    [InlineData(1, "1 more person fits")]
    [InlineData(0, "0 more people fit")]
    [InlineData(2, "2 more people fit")]
    [InlineData(21, "21 more people fit")]
    public void Words_beside_a_number_are_those_of_the_number(int number, string said)
    {
        string.Format(new NumberWords(CultureInfo.GetCultureInfo("en")), "{0} more {0:person fits|people fit}", number).ShouldBe(said);
        string.Format(new NumberWords(CultureInfo.GetCultureInfo("en")), "{0} more {0:person fits|people fit}", number.ToString(CultureInfo.InvariantCulture)).ShouldBe(said, "written out already");
        string.Format(new NumberWords(CultureInfo.GetCultureInfo("en")), "{1} of {0:person fits|people fit}", (long)number, 7).ShouldStartWith("7 of ");
    }

    [Fact]
    public void Other_formats_are_the_cultures()
    {
        string.Format(new NumberWords(CultureInfo.GetCultureInfo("en")), "{0:0.0} {1:N0} {2}", 1.25m, 12345, null).ShouldBe("1.3 12,345 ");
        string.Format(new NumberWords(CultureInfo.GetCultureInfo("zh-CN")), "{0}", 3.5).ShouldBe("3.5");
    }
}
