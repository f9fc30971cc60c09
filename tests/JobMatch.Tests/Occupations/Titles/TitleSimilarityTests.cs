using System.Globalization;
using JobMatch.Occupations;
using JobMatch.Occupations.Titles;
using Shouldly;
using Xunit;

namespace JobMatch.Tests.Occupations.Titles;

public class TitleSimilarityTests
{
    [Fact]
    public void The_table_is_small_enough_for_the_repository() => TitleTable.Instance.Bytes.ShouldBeLessThanOrEqualTo(8_000_000);

    [Theory]
    [InlineData("缝纫工", "车工(缝纫)", "会计")]
    [InlineData("缝纫工", "平车工", "数控车工")]
    [InlineData("会计", "财务会计师", "会计系学生会主席")]
    [InlineData("月嫂", "母婴护理员", "大嫂菜馆服务员")]
    [InlineData("货车司机", "重型卡车驾驶员", "货车修理工")]
    [InlineData("软件工程师", "程序员", "软件销售员")]
    [InlineData("养猪工", "猪场饲养员", "猪肉分割工")]
    [InlineData("夜间仓库理货人员", "仓库拣货员", "夜间护理人员")]
    public void A_title_is_closer_to_its_own_trade_than_to_its_own_letters(string title, string near, string far) =>
        TitleSimilarity.Of(title, near).ShouldBeGreaterThan(TitleSimilarity.Of(title, far));

    [Trait("Pace", "slow")]
    [Fact]
    public void It_is_symmetric_within_bounds_and_the_same_each_time()
    {
        var titles = Catalogue.Instance.Occupations.Values.OrderBy(o => o.Id).Where((_, at) => at % 40 == 0).Select(o => o.Name).ToList();
        foreach (var left in titles)
            foreach (var right in titles)
            {
                var closeness = TitleSimilarity.Of(left, right);
                closeness.ShouldBe(TitleSimilarity.Of(right, left));
                closeness.ShouldBe(TitleSimilarity.Of(left, right));
                closeness.ShouldBeInRange(0, 1);
                (closeness == 1).ShouldBe(left == right);
            }
    }

    [Theory]
    [InlineData("Java开发工程师", "ＪＡＶＡ开发工程师")]
    [InlineData("焊工 ( 氩弧焊 )", "焊工（氩弧焊）")]
    [InlineData("", "")]
    [InlineData("🙂", "")]
    public void Case_width_and_punctuation_do_not_part_a_title_from_itself(string left, string right) => TitleSimilarity.Of(left, right).ShouldBe(1);

    [Theory]
    [InlineData("")]
    [InlineData("🙂🙂")]
    [InlineData("\ud83d")]
    [InlineData("ꙮꙮ")]
    public void What_says_nothing_is_close_to_nothing(string title)
    {
        TitleTable.Instance.Of(title).IsKnown.ShouldBeFalse();
        TitleSimilarity.Of(title, "会计").ShouldBe(0);
    }

    [Fact]
    public void A_very_long_title_is_cut() => TitleTable.Instance.Of(new string('焊', 10_000) + "工").IsKnown.ShouldBeTrue();

    [Fact]
    public void A_title_as_bytes_points_the_same_way()
    {
        var (left, right) = (TitleTable.Instance.Of("电焊工"), TitleTable.Instance.Of("气焊工"));
        var product = left.ToBytes().Zip(right.ToBytes(), (a, b) => a * b).Sum() / (127f * 127f);
        product.ShouldBe(left.Cosine(right), 0.02);
    }

    /// <summary>The samples are the trainer's own vectors: folding, grams, hashes and layers are the same on both sides.</summary>
    [Fact]
    public void The_table_is_read_as_the_trainer_wrote_it()
    {
        foreach (var cells in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "titles.samples.tsv")).Select(line => line.Split('\t')))
        {
            var values = TitleTable.Instance.Of(cells[0]).Values;
            for (var at = 0; at < 8; at++) values[at].ShouldBe(float.Parse(cells[at + 1], CultureInfo.InvariantCulture), 0.012f, cells[0]);
        }
    }

    [Fact]
    public void A_damaged_table_is_refused()
    {
        Should.Throw<InvalidDataException>(() => new TitleTable([1, 2, 3]));
        Should.Throw<InvalidDataException>(() => new TitleTable("JMT1\u0001\u0000\u0000\u0000\u0001\u0000\u0000\u0000\u0001\u0000\u0000\u0000\u0001\u0000\u0000\u0000\u0001\u0000\u0000\u0000\u0001\u0000\u0000\u0000"u8));
    }

    [Fact]
    public void A_ranking_puts_the_same_text_first_and_the_trade_before_the_rest()
    {
        string[] titles = ["会计", "门卫", "服装车工", "出纳", "平车缝纫工", "缝纫工", "安保人员", "厨师"];
        var ranked = new TitleRanking(titles).Rank("缝纫工");
        ranked.Count.ShouldBe(titles.Length);
        titles[ranked[0].Place].ShouldBe("缝纫工");
        ranked[0].Closeness.ShouldBe(1);
        ranked.Take(3).Select(r => titles[r.Place]).ShouldBe(["缝纫工", "平车缝纫工", "服装车工"], ignoreOrder: true);
        ranked.Select(r => r.Closeness).ShouldBeInOrder(SortDirection.Descending);
    }

    /// <summary>Synonyms of one occupation come before titles that only share a character or a workshop.</summary>
    [Theory]
    [InlineData("电焊工", "焊工", "电工")]
    [InlineData("电焊工", "氩弧焊工", "裁床工")]
    [InlineData("服装缝纫工", "平车工", "裁床工")]
    [InlineData("服装缝纫工", "车位工", "裁床工")]
    [InlineData("货车司机", "大货车驾驶员", "出租车司机")]
    public void Synonyms_come_before_neighbours(string asked, string first, string then)
    {
        string[] titles = ["电工", "焊工", "氩弧焊工", "裁床工", "平车工", "车位工", "出租车司机", "大货车驾驶员", "保洁员", "厨师", "服务员", "文员"];
        var order = new TitleRanking(titles).Rank(asked).Select(r => titles[r.Place]).ToList();
        order.IndexOf(first).ShouldBeLessThan(order.IndexOf(then), string.Join(' ', order));
    }

    [Fact]
    public void A_ranking_of_one_or_none_works()
    {
        new TitleRanking([]).Rank("会计").ShouldBeEmpty();
        new TitleRanking(["出纳"]).Rank("会计").Single().Closeness.ShouldBeInRange(0, 0.999f);
    }

    /// <summary>Each title and the question are drawn toward neighbours, so the order is not that of plain cosines, and every title stays in it once.</summary>
    [Fact]
    public void A_set_of_titles_moves_its_own_ranking()
    {
        var titles = Catalogue.Instance.Occupations.Values.OrderBy(o => o.Id).Select(o => o.Name).Take(400).ToList();
        var asked = TitleTable.Instance.Of("仓库拣货员");
        var plain = Enumerable.Range(0, titles.Count).OrderByDescending(at => asked.Cosine(TitleTable.Instance.Of(titles[at]))).ToList();
        var ranked = new TitleRanking(titles).Rank("仓库拣货员").Select(r => r.Place).ToList();
        ranked.Order().ShouldBe(Enumerable.Range(0, titles.Count));
        ranked.ShouldNotBe(plain);
        ranked.Take(20).Intersect(plain.Take(20)).Count().ShouldBeGreaterThan(8);
    }
}
