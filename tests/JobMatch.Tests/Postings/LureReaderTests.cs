using System.Globalization;
using JobMatch.Matching;
using JobMatch.Postings;
using JobMatch.Wages;
using Shouldly;
using Xunit;

namespace JobMatch.Tests.Postings;

public class LureReaderTests
{
    /// <summary>The trainer's own scores of some composed adverts: both cut and add alike, and the shipped table is the one that it wrote.</summary>
    [Fact]
    public void Scores_are_those_of_the_trainer()
    {
        var samples = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Postings", "lure-reader.samples.tsv")).Select(line => line.Split('\t')).ToList();
        samples.Count.ShouldBeGreaterThan(40);
        foreach (var sample in samples) LureReader.Instance.Score(sample[0], sample[1]).ShouldBe(double.Parse(sample[2], CultureInfo.InvariantCulture), 0.001, sample[1]);
    }

    [Theory]
    [InlineData("1,200元，先交300.50元", "4元,|先交3元")]
    [InlineData("APP下载、（扫码）！", "app下载,|扫码.")]
    [InlineData("，，包吃住……", "包吃住")]
    [InlineData("123456元", "5元")]
    public void Words_are_folded(string text, string folded) => string.Join('|', LureText.Clauses(text).Select(clause => clause.Folded)).ShouldBe(folded);

    [Fact]
    public void A_title_alone_is_too_little() => LureReader.Instance.Lure("网络兼职", "").ShouldBeNull();

    [Fact]
    public void What_reads_like_a_lure_is_quoted_by_its_heaviest_clause()
    {
        const string text = "包吃住，双休。两部手机放一起，一部打号码，你别出声。地址在工业园B区。";
        LureReader.Instance.Lure("话务辅助", text).ShouldNotBeNull().ShouldBeOneOf("两部手机放一起", "一部打号码", "你别出声");
    }

    [Fact]
    public void It_finds_a_lure_in_the_middle_of_a_long_advert()
    {
        const string plain = "工作时间早八晚六，月休四天。包吃住，宿舍四人间，有空调。要求踏实肯干，有经验优先。每月十五号发工资。";
        LureReader.Instance.Lure("文员", plain).ShouldBeNull();
        LureReader.Instance.Lure("文员", plain + "凭身份证办几张电话卡，办好卡给我们，当天结账。" + plain).ShouldNotBeNull();
    }

    /// <summary>Words of a known kind in honest company flag nothing; the same words asked of the applicant do.</summary>
    [Theory]
    [InlineData("酒店前台", "办理入住退房，收退客人押金，三班倒。", BaitFlags.None)]
    [InlineData("物业客服", "催缴物业费，登记装修押金，退押金开票。", BaitFlags.None)]
    [InlineData("包装工", "包吃住，入职交押金300元，满三个月退。", BaitFlags.Fee)]
    [InlineData("酒店前台", "办理入住退房。入职先交押金300元，做满半年退。", BaitFlags.Fee)]
    public void Honest_company_is_believed(string title, string text, BaitFlags flags) =>
        BaitCheck.Check(PostingKind.Enterprise, Wage.Negotiable, Education.Unknown, title, text).ShouldBe(flags);

    /// <summary>An expression that runs away goes on for hours; the others take milliseconds.</summary>
    private static readonly TimeSpan Endless = TimeSpan.FromMinutes(1);

    /// <summary>5,000 characters that begin what many expressions look for.</summary>
    [Theory]
    [InlineData("先")]
    [InlineData("需要交")]
    [InlineData("培训先交费")]
    [InlineData("身份证，")]
    [InlineData("日结 ")]
    [InlineData("1 ")]
    [InlineData("12000")]
    [InlineData("做满退")]
    [InlineData("点赞")]
    [InlineData("本金货款")]
    [InlineData("购买一")]
    [InlineData("缅甸")]
    [InlineData("没有经验")]
    public void Repeated_beginnings_are_read_to_the_end(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 5_000 / piece.Length));
        Should.CompleteIn(() => BaitCheck.Check(PostingKind.Enterprise, Wage.Negotiable, Education.Unknown, "普工", text), Endless);
    }
}
