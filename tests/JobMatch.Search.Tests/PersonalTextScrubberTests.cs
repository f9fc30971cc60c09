using Shouldly;
using Xunit;

namespace JobMatch.Search.Tests;

public sealed class PersonalTextScrubberTests
{
    [Theory]
    [InlineData("联系王小明 13912345678，身份证 520102199001011234，住清水新居3号楼2单元501", "联系王小明  ，身份证  ，住清水新居")]
    [InlineData("电话１３９ 1234-5678", "电话")]
    [InlineData("座机0851-12345678，找人事", "座机 ，找人事")]
    [InlineData("身份证52010219900101123X。", "身份证 。")]
    [InlineData("身份证520102 19900101 123x", "身份证")]
    [InlineData("旧证520102900101123", "旧证")]
    [InlineData("住5栋二单元301室", "住")]
    [InlineData("住5栋602", "住")]
    [InlineData("到301室面试", "到 面试")]
    [InlineData("电话一三八七六五四三二一零，找人事", "电话 ，找人事")]
    [InlineData("微信幺三八 七六五四 三二一零", "微信")]
    [InlineData("打138七六五四3210", "打")]
    [InlineData("３号楼２单元５０１", "")]
    public void A_posting_loses_phones_id_numbers_and_whole_flats(string text, string left) => PersonalTextScrubber.ScrubPosting(text).ShouldBe(left);

    [Theory]
    [InlineData("月薪3000-5000元，每月10号发工资")]
    [InlineData("8000-10000 元，2026-11-27 前报名")]
    [InlineData("C1货车司机，Excel，地铁2号线")]
    [InlineData("办公室保洁，三室两厅，教室")]
    [InlineData("负责5栋宿舍，上班08:30-17:30")]
    [InlineData("三四千块，二〇二六年十一月，一二三四楼都要打扫")]
    [InlineData("2026-11-27八点，一周五天，一二班倒")]
    public void Pay_dates_and_places_of_work_stay_as_typed(string text) => PersonalTextScrubber.ScrubPosting(text).ShouldBe(text);

    [Theory]
    [InlineData("住3号楼2单元501", "住")]
    [InlineData("住7号楼2单元301,会缝纫", "住 ,会缝纫")]
    [InlineData("会Excel和ERP,Ｃ１驾照", "会Excel和ERP,Ｃ１驾照")]
    public void A_worker_keeps_no_torn_flat_and_her_words_as_they_were_written(string text, string left) => PersonalTextScrubber.Scrub(text, []).ShouldBe(left);

    [Fact]
    public void A_worker_keeps_no_name_of_her_household() =>
        PersonalTextScrubber.Scrub("王小明是我丈夫，王小明明天回来；李四也是", ["李四", "王小明", "王"]).ShouldBe("是我丈夫， 明天回来； 也是");
}
