using JobMatch.Matching;
using JobMatch.Occupations;
using Shouldly;
using Xunit;

namespace JobMatch.Tests.Occupations;

public class CatalogueTests
{
    /// <summary>What people really call two different jobs by one name, wherever it is said; a search for it must find both. Nothing else may be ambiguous.</summary>
    private static readonly string[] MeantForSeveral = ["普工", "操作工", "上下料", "水电工", "养殖", "车工", "司机", "开车", "裁缝"];

    private static readonly string[] Origins = ["classification", "related searches (597.com)", "portal category", "local boards", "ours"];

    private static Catalogue Catalogue => Catalogue.Instance;

    [Fact]
    public void Every_id_is_the_code_as_a_number()
    {
        Catalogue.Occupations.Count.ShouldBeGreaterThan(1_600);
        foreach (var occupation in Catalogue.Occupations.Values)
        {
            OccupationCode.TryParse(occupation.Code, out var code).ShouldBeTrue(occupation.Code);
            code.ShouldBe(occupation.Id);
        }
    }

    [Fact]
    public void Names_of_occupations_are_unique() => Catalogue.Occupations.Values.Select(o => o.Name).ShouldBeUnique();

    [Fact]
    public void No_trades_are_borrowed_from_the_occupation_before()
    {
        var ordered = Catalogue.Occupations.Values.OrderBy(o => o.Id).ToList();
        ordered.Zip(ordered.Skip(1)).Where(p => p.Second.Trades.Count > 0 && p.First.Trades.SequenceEqual(p.Second.Trades)).ShouldBeEmpty();
        Catalogue.Occupations[4070501].Trades.ShouldBe(["防暴指导员"]);
        Catalogue.Occupations[6310500].Trades.ShouldBeEmpty();
    }

    /// <summary>All but those that an airfield, a railway or an arms works alone has are hired by words that the classification does not hold.</summary>
    [Fact]
    public void Most_production_trades_have_everyday_words()
    {
        var said = Catalogue.EverydayWords.SelectMany(w => w.Occupations).ToHashSet();
        Catalogue.Occupations.Values.Count(o => o.Id / 1_000_000 == 6 && !said.Contains(o.Id)).ShouldBeLessThanOrEqualTo(25);
    }

    [Fact]
    public void Two_hundred_occupations_have_everyday_names() =>
        Catalogue.Occupations.Values.Count(o => o.EverydayNames.Count > 0).ShouldBeGreaterThanOrEqualTo(200);

    [Theory]
    [InlineData("车位工", 6050103)]
    [InlineData("车工", 6050103)]
    [InlineData("环卫工", 4090801)]
    [InlineData("门卫", 4070501)]
    [InlineData("月嫂", 4100106)]
    [InlineData("外卖骑手", 4100801)]
    [InlineData("泥工", 6290101)]
    [InlineData("网格员", 3010402)]
    [InlineData("就业信息员", 3010403)]
    [InlineData("生态护林员", 5020301)]
    public void An_everyday_name_leads_to_its_occupation(string word, int occupation) =>
        Catalogue.Occupations[occupation].EverydayNames.ShouldContain(word);

    [Fact]
    public void Everyday_words_have_an_origin_and_mean_what_exists()
    {
        Catalogue.EverydayWords.Count.ShouldBeGreaterThan(8_000);
        Catalogue.EverydayWords.Select(w => w.Word).ShouldBeUnique();
        var industries = Catalogue.Industries.Select(i => i.Key).ToHashSet();
        foreach (var word in Catalogue.EverydayWords)
        {
            Origins.ShouldContain(word.Origin, word.Word);
            word.Occupations.ShouldNotBeEmpty(word.Word);
            word.Occupations.ShouldAllBe(id => Catalogue.Occupations.ContainsKey(id), word.Word);
            word.At.Keys.ShouldAllBe(key => industries.Contains(key), word.Word);
        }
    }

    [Fact]
    public void Words_of_industries_are_written_in_capitals() =>
        Catalogue.Industries.SelectMany(i => i.Words).ShouldAllBe(word => !word.Any(char.IsLower));

    [Fact]
    public void Everyday_words_are_ambiguous_only_where_people_use_them_so() =>
        Catalogue.EverydayWords.Where(w => w.Means.Count > 1).Select(w => w.Word).ShouldBe(MeantForSeveral, ignoreOrder: true);

    [Fact]
    public void Words_that_the_classification_uses_origin_classification()
    {
        var official = Catalogue.Occupations.Values.SelectMany(o => o.Trades.Append(o.Name)).ToHashSet();
        Catalogue.EverydayWords.Where(w => w.Origin == "classification").ShouldAllBe(w => official.Contains(w.Word));
    }

    [Fact]
    public void Every_occupation_hangs_in_the_tree()
    {
        Catalogue.Groups["6-05-01"].Name.ShouldContain("服装");
        foreach (var occupation in Catalogue.Occupations.Values)
            foreach (var length in (int[])[1, 4, 7])
                Catalogue.Groups.ContainsKey(occupation.Code[..length]).ShouldBeTrue(occupation.Code);
    }

    [Fact]
    public void Skills_refer_to_what_exists_and_closeness_goes_both_ways()
    {
        foreach (var skill in Catalogue.Skills.Values)
        {
            skill.Occupations.ShouldNotBeEmpty(skill.Name);
            skill.Occupations.ShouldAllBe(id => Catalogue.Occupations.ContainsKey(id), skill.Name);
            skill.Close.ShouldNotContain(skill.Id);
            skill.Close.ShouldAllBe(id => Catalogue.Skills.ContainsKey(id) && Catalogue.Skills[id].Close.Contains(skill.Id), skill.Name);
        }
    }

    [Fact]
    public void Words_of_skills_and_certificates_mean_one_thing()
    {
        Catalogue.Skills.Values.SelectMany(s => s.Words).ShouldBeUnique();
        Catalogue.Certificates.Values.SelectMany(c => c.Words).ShouldBeUnique();
        Catalogue.Skills.Values.Select(s => s.NameEn).ShouldBeUnique();
        Catalogue.Certificates.Values.Select(s => s.NameEn).ShouldBeUnique();
    }

    [Fact]
    public void A_health_certificate_may_be_had_before_the_first_day_and_a_licence_may_not()
    {
        Catalogue.Certificates.Values.Single(c => c.Name == "健康证").Obtainable.ShouldBeTrue();
        Catalogue.Certificates.Values.Single(c => c.Name == "低压电工证").Obtainable.ShouldBeFalse();
    }

    [Fact]
    public void Trainings_refer_to_what_exists()
    {
        foreach (var training in Catalogue.Trainings.Values)
        {
            training.Skills.ShouldAllBe(id => Catalogue.Skills.ContainsKey(id), training.Name);
            training.Occupations.ShouldAllBe(id => Catalogue.Occupations.ContainsKey(id), training.Name);
            if (training.CertificateId is { } certificate) Catalogue.Certificates.ContainsKey(certificate).ShouldBeTrue(training.Name);
        }
    }
}
