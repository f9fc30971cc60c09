using JobMatch.Matching;
using JobMatch.Postings;
using Shouldly;
using Xunit;

namespace JobMatch.Tests.Postings;

public class BaitCheckTests
{
    [Theory]
    [InlineData("入职交押金500元", BaitFlags.Fee)]
    [InlineData("服装费自理200元", BaitFlags.Fee)]
    [InlineData("先缴纳培训费，学会上岗", BaitFlags.Fee)]
    [InlineData("保证金离职可退", BaitFlags.Fee)]
    [InlineData("日结万元不是梦", BaitFlags.EasyMoney)]
    [InlineData("在家轻松月入过万", BaitFlags.EasyMoney)]
    [InlineData("招远洋船员，月薪一万包吃住", BaitFlags.KnownLure)]
    [InlineData("夜场保安，月薪一万包吃住", BaitFlags.KnownLure)]
    [InlineData("网店刷单员", BaitFlags.Crime)]
    [InlineData("境外客服，高薪包机票", BaitFlags.Abroad)]
    [InlineData("不收押金", BaitFlags.None)]
    [InlineData("免培训费", BaitFlags.None)]
    [InlineData("体检费报销", BaitFlags.None)]
    [InlineData("体检费由公司承担", BaitFlags.None)]
    [InlineData("谨防骗子收取押金", BaitFlags.None)]
    [InlineData("小区保安，包吃住", BaitFlags.None)]
    [InlineData("免费发工作服，带薪培训", BaitFlags.None)]
    public void Baits_are_flagged_and_honest_words_are_not(string text, BaitFlags flags) =>
        BaitCheck.Check(PostingKind.Enterprise, Wage.Negotiable, Education.Unknown, text).ShouldBe(flags);

    [Theory]
    [InlineData(PostingKind.Enterprise, "2万-3万", Education.Unknown, true)]
    [InlineData(PostingKind.Enterprise, "2万-3万", Education.Bachelor, false)]
    [InlineData(PostingKind.Enterprise, "5千-8千", Education.Unknown, false)]
    [InlineData(PostingKind.HomeWork, "1万元/月", Education.Unknown, true)]
    [InlineData(PostingKind.PublicWelfare, "400元/月", Education.Unknown, false)]
    public void Pay_is_measured_against_its_kind(PostingKind kind, string wage, Education education, bool flagged) =>
        BaitCheck.Check(kind, WageReader.Read(wage), education).HasFlag(BaitFlags.PayFarAbove).ShouldBe(flagged);
}
