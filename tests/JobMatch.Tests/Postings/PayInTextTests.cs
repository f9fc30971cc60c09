using JobMatch.Postings;
using JobMatch.Wages;
using Shouldly;
using Xunit;

namespace JobMatch.Tests.Postings;

public class PayInTextTests
{
    [Theory]
    [InlineData("早晚送餐，送一单4元，多劳多得", WageUnit.PieceRate, 4, 4)]
    [InlineData("巡山护林，每年8000元，按季发", WageUnit.Year, 8000, 8000)]
    [InlineData("工资300到380一天", WageUnit.Day, 300, 380)]
    [InlineData("普工，4000元/月，没有押金", WageUnit.Month, 4000, 4000)]
    [InlineData("普工，4000元/月，不收押金，包吃", WageUnit.Month, 4000, 4000)]
    [InlineData("普工，4000元/月，不用交押金", WageUnit.Month, 4000, 4000)]
    [InlineData("小工150块1天，管午饭", WageUnit.Day, 150, 150)]
    [InlineData("钢结构厂房，要焊工证，工资300到380一天，工地管午饭，招20人", WageUnit.Day, 300, 380)]
    [InlineData("每天8小时，月休4天，月薪4500-6000元，五险。", WageUnit.Month, 4500, 6000)]
    [InlineData("年龄18-50岁，时薪18元，每天工作10小时", WageUnit.Hour, 18, 18)]
    [InlineData("招20人。一个月3500元。满3个月奖500", WageUnit.Month, 3500, 3500)]
    [InlineData("大工350，小工220一天", WageUnit.Day, 220, 350)]
    [InlineData("150元/天，日结，做3天", WageUnit.Day, 150, 150)]
    [InlineData("工资4,000-5,000元一个月", WageUnit.Month, 4000, 5000)]
    [InlineData("修水渠，工期20天，包午饭，总共3000元", WageUnit.Day, 150, 150)]
    [InlineData("工资总共3000元，工期20天", WageUnit.Day, 150, 150)]
    [InlineData("5K-7K·13薪", WageUnit.Month, 5000, 7000)]
    [InlineData("底薪2200+计件，一般能拿4000到5500元", WageUnit.Piece, 4000, 5500)]
    [InlineData("4000元/年，每月上山8次", WageUnit.Year, 4000, 4000)]
    [InlineData("护林员一名，4000元一年", WageUnit.Year, 4000, 4000)]
    [InlineData("打扫楼道，500元一周", WageUnit.Week, 500, 500)]
    [InlineData("临时卸货工3人，一天200，干满8小时", WageUnit.Day, 200, 200)]
    [InlineData("钟点保洁，一小时25，做3小时", WageUnit.Hour, 25, 25)]
    [InlineData("流水线，每月能拿5000左右", WageUnit.Month, 5000, 5000)]
    [InlineData("流水线，到手4500", WageUnit.Month, 4500, 4500)]
    [InlineData("放牛，一年给2万", WageUnit.Year, 20_000, 20_000)]
    [InlineData("底薪3000，加提成一般挣6000", WageUnit.Month, 6000, 6000)]
    public void Pay_is_found_among_other_numbers(string text, WageUnit unit, int min, int max)
    {
        var wage = PayInText.Read("电焊工\n" + text).ShouldNotBeNull();
        (wage.Unit, wage.MinFen, wage.MaxFen ?? wage.MinFen).ShouldBe((unit, min * 100L, max * 100L));
    }

    [Theory]
    [InlineData("工资面议")]
    [InlineData("要焊工证，每天8小时，招20人，18-50岁")]
    [InlineData("普工月薪4000元。技工月薪8000元。")]
    [InlineData("月营业额30万元")]
    [InlineData("烤烟季3个月，工资12000元")]
    [InlineData("每天300件，每年体检1次")]
    [InlineData("每月上山8次，一天2趟")]
    public void No_pay_and_two_pays_are_left_to_the_employer(string text) => PayInText.Read(text).ShouldBeNull();

    [Fact]
    public void A_base_beside_what_is_usually_earned_is_read_too() => PayInText.Read("缝纫工\n底薪2200+计件，一般能拿4000到5500元").ShouldNotBeNull().BaseFen.ShouldBe(220_000);

    [Theory]
    [InlineData("月薪4000，13薪", 13)]
    [InlineData("4000-6000元/月，14薪", 14)]
    [InlineData("5K-7K·13薪", 13)]
    [InlineData("月薪4000。年底双薪。", 13)]
    [InlineData("月薪4000", 12)]
    public void Months_paid_a_year_are_read_wherever_they_stand(string text, int months) => PayInText.Read(text).ShouldNotBeNull().MonthsPerYear.ShouldBe(months);
}
