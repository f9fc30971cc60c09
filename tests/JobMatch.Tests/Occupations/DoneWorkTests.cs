using JobMatch.Occupations;
using Shouldly;
using Xunit;

namespace JobMatch.Tests.Occupations;

public class DoneWorkTests
{
    [Theory]
    [InlineData("车衣服", "缝纫工")]
    [InlineData("踩裤子", "缝纫工")]
    [InlineData("裁布", "裁剪工")]
    [InlineData("缝书包", "缝纫工")]
    [InlineData("剪线头", "整烫")]
    [InlineData("做鞋子", "制鞋工")]
    [InlineData("刷盘子", "洗碗")]
    [InlineData("端菜盘", "餐厅服务员")]
    [InlineData("送包裹", "快递员")]
    [InlineData("打包快递", "快件处理员")]
    [InlineData("送桶装水", "送外卖")]
    [InlineData("养黑山羊", "家畜饲养员")]
    [InlineData("喂土鸡", "家禽饲养员")]
    [InlineData("养小龙虾", "水生动物饲养工")]
    [InlineData("摘刺梨", "园艺工")]
    [InlineData("种洋芋", "农艺工")]
    [InlineData("扫楼道", "保洁员")]
    [InlineData("守停车场", "保安员")]
    [InlineData("带老人", "养老护理员")]
    [InlineData("哄娃娃", "育婴")]
    [InlineData("剪头发", "美发师")]
    [InlineData("做指甲", "美甲师")]
    [InlineData("扛水泥", "搬运")]
    [InlineData("贴标签", "包装工")]
    [InlineData("打螺丝", "电子设备装接工")]
    [InlineData("摆货架", "理货员")]
    [InlineData("卖衣服", "商品营业员")]
    [InlineData("炒小炒", "中式烹调师")]
    [InlineData("包包子", "米面主食制作工")]
    [InlineData("烤蛋糕", "糕点面包烘焙工")]
    [InlineData("洗床单", "洗衣工")]
    [InlineData("接电话", "客服")]
    [InlineData("焊钢管", "焊工")]
    [InlineData("带货", "直播")]
    [InlineData("踩平车", "缝纫工")]
    [InlineData("开网店", "网店")]
    [InlineData("贴瓷砖", "装饰装修工")]
    [InlineData("扎钢筋", "钢筋工")]
    [InlineData("穿珠子", "手工")]
    [InlineData("洗车", "汽车维修工")]
    [InlineData("装空调", "家用电器产品维修工")]
    [InlineData("修手机", "信息通信网络终端维修员")]
    [InlineData("种蘑菇", "食用菌工")]
    [InlineData("剪菇脚", "果蔬加工")]
    [InlineData("挖何首乌", "中药材种植员")]
    [InlineData("晒天麻", "中药炮制工")]
    [InlineData("炒茶叶", "茶叶加工工")]
    [InlineData("晒辣椒", "果蔬加工")]
    [InlineData("修剪李子树", "园艺工")]
    [InlineData("编烤烟", "烟叶调制员")]
    [InlineData("酿苞谷酒", "白酒酿造工")]
    [InlineData("榨菜籽油", "制油工")]
    [InlineData("灌香肠", "肉制品加工工")]
    [InlineData("骟猪", "家畜繁殖员")]
    [InlineData("杀猪", "屠宰工")]
    [InlineData("开大货车", "货车司机")]
    [InlineData("跑摩的", "客车司机")]
    [InlineData("和水泥", "小工")]
    [InlineData("拌砂浆", "小工")]
    [InlineData("砌堡坎", "砌筑工")]
    [InlineData("修公路", "筑路工")]
    [InlineData("画蜡画", "蜡染")]
    [InlineData("掏下水道", "管道疏通")]
    [InlineData("铺床", "客房服务员")]
    [InlineData("煮羊肉粉", "中式烹调师")]
    [InlineData("打糍粑", "米面主食制作工")]
    [InlineData("天麻种植", "中药材种植员")]
    [InlineData("菌棒厂接种", "食用菌工")]
    [InlineData("太子参采收", "中药材种植员")]
    public void What_is_done_to_what_names_a_work_of_the_catalogue(string said, string work)
    {
        DoneWork.WorkOf(said).ShouldBe(work);
        DoneWork.Is(said).ShouldBeTrue();
        OccupationResolver.Instance.Resolve(work).ShouldContain(found => found.Words == work);
    }

    [Theory]
    [InlineData("车间")]
    [InlineData("看护员")]
    [InlineData("打工")]
    [InlineData("上班")]
    [InlineData("送餐员")]
    [InlineData("缝纫")]
    [InlineData("制衣厂")]
    [InlineData("打菜")]
    [InlineData("打药")]
    [InlineData("果园")]
    [InlineData("菜种")]
    public void Other_words_name_none(string said) => DoneWork.WorkOf(said).ShouldBeNull();

    [Theory]
    [InlineData("种菇工人", "食用菌工")]
    [InlineData("木耳采摘工", "食用菌工")]
    [InlineData("做豆腐的", null)]
    [InlineData("帮人掏下水道的", "管道疏通")]
    [InlineData("合作社摘刺梨", "园艺工")]
    public void Who_does_it_and_where_changes_no_work(string said, string? work) => DoneWork.WorkOfDoer(said).ShouldBe(work);

    [Theory]
    [InlineData("洗碗刷盘子", "洗碗|刷盘子")]
    [InlineData("拖地擦玻璃", "拖地|擦玻璃")]
    [InlineData("洗菜切菜端盘子", "洗菜|切菜|端盘子")]
    public void Duties_written_as_one_word_are_parted(string said, string duties) => DoneWork.Row(said, duty => DoneWork.WorkOf(duty) is not null || OccupationResolver.Instance.Resolve(duty).Any(found => found.Words == duty)).ShouldBe(duties.Split('|'));

    [Theory]
    [InlineData("洗碗工")]
    [InlineData("电子厂普工")]
    [InlineData("打扫卫生")]
    public void Who_does_it_is_no_row_of_duties(string said) => DoneWork.Row(said, duty => OccupationResolver.Instance.Resolve(duty).Count > 0).ShouldBeNull();

    [Theory]
    [InlineData("服装", 6050103)]
    [InlineData("鞋", 6050401)]
    [InlineData("箱包", 6050201)]
    [InlineData("电子", 6250407)]
    [InlineData("家具", 6060400)]
    [InlineData("玩具", 6090500)]
    [InlineData("食品", 6020101)]
    [InlineData("茶叶", 6020610)]
    public void Goods_by_themselves_name_the_work_on_them(string goods, int occupation)
    {
        GoodsWork.OccupationsOf(goods).ShouldContain(occupation);
        GoodsWork.GoodsIn($"做{goods}行业").ShouldBe(goods);
    }

    [Fact]
    public void What_is_no_goods_names_nothing()
    {
        GoodsWork.OccupationsOf("保安").ShouldBeEmpty();
        GoodsWork.GoodsIn("服装厂").ShouldBeNull("where goods are made is a word of its own");
    }
}
