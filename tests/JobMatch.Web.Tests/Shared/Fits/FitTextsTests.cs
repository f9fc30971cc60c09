using System.Globalization;
using JobMatch.Data;
using JobMatch.Matching;
using JobMatch.Web.Shared.Fits;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace JobMatch.Web.Tests.Shared.Fits;

/// <summary>Every code of matching is said in both languages, whatever its values are.</summary>
public sealed class FitTextsTests(Site site) : IClassFixture<Site>
{
    // Valid as an enum value, a flag, an id, metres and fen alike; {2} of an occupation is a band of months.
    private static readonly long[] Values = [1, 2, 12, 1];

    private FitTexts Texts => site.Services.GetRequiredService<FitTexts>();

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void Every_code_is_said(string culture)
    {
        using var _ = new InCulture(culture);
        foreach (var audience in new[] { Audience.Resident, Audience.Station, Audience.Employer })
        {
            foreach (var code in Enum.GetValues<GapCode>()) Complete(Texts.Of(new Gap(code, audience, Values), audience), code.ToString());
            foreach (var code in Enum.GetValues<GateCode>()) Complete(Texts.Of(new FailedGate(code, false, WorkerFact.None, audience, Values), audience), code.ToString());
        }

        foreach (var code in Enum.GetValues<ReasonCode>()) Complete(Texts.Of(Reason(code)), code.ToString());
        foreach (var fact in Enum.GetValues<WorkerFact>()) Complete(Texts.Of(new Gap(GapCode.Record, Audience.Resident, [(long)fact]), Audience.Resident), fact.ToString());
        foreach (var duty in Enum.GetValues<Duty>().Where(d => d != Duty.None)) Complete(Texts.Of(duty), duty.ToString());
        foreach (var restriction in Enum.GetValues<WorkRestriction>().Where(r => r != WorkRestriction.None)) Complete(Texts.Of(restriction), restriction.ToString());
        foreach (var group in Enum.GetValues<HardshipGroup>().Where(g => g != HardshipGroup.None)) Complete(Texts.Of(group), group.ToString());
        foreach (var mobility in Enum.GetValues<Mobility>()) Complete(Texts.Of(mobility, 2000), mobility.ToString());
        foreach (var criterion in Enum.GetValues<Criterion>()) Complete(Texts.Of(new FailedGate(GateCode.MustUnknown, true, WorkerFact.None, Audience.Station, [(long)criterion]), Audience.Station), criterion.ToString());
    }

    [Fact]
    public void A_distance_is_said_with_the_walk_while_one_walks()
    {
        using var _ = new InCulture("zh-CN");
        Texts.Of(Reason(ReasonCode.TravelDistance, 600)).ShouldBe("离家 600 米，走路 8 分钟");
        Texts.Of(Reason(ReasonCode.TravelDistance, 0)).ShouldBe("就在家附近");
        Texts.Of(Reason(ReasonCode.TravelDistance, 12_300)).ShouldBe("离家 12 公里");
    }

    [Fact]
    public void Residents_are_told_what_to_do_and_staff_what_to_record()
    {
        using var _ = new InCulture("zh-CN");
        var gap = new Gap(GapCode.Record, Audience.Resident | Audience.Station, [(long)WorkerFact.Mobility]);
        Texts.Of(gap, Audience.Resident).ShouldBe("还不知道：愿意去多远。在“我的”里写上，或者告诉服务站");
        Texts.Of(gap, Audience.Station).ShouldBe("台账上没有愿意去多远，请补上");
    }

    [Theory]
    [InlineData("zh-CN", -1, "已经过期，要补办", "已经过期，报名前要补办")]
    [InlineData("zh-CN", 0, "就过期，上班前要换新的", "就过期，报名前要换新的")]
    [InlineData("en", -1, "ran out on", "ran out on")]
    [InlineData("en", 0, "is valid until", "is valid until")]
    public void A_certificate_whose_last_day_is_over_has_run_out_and_is_not_spoken_of_as_future(string culture, int days, string gap, string gate)
    {
        using var _ = new InCulture(culture);
        var last = site.Services.GetRequiredService<TimeProvider>().Today().AddDays(days).DayNumber;
        foreach (var audience in new[] { Audience.Resident, Audience.Station, Audience.Employer })
        {
            Texts.Of(new Gap(GapCode.CertificateRunsOut, audience, [1, last]), audience).ShouldContain(gap);
            Texts.Of(new FailedGate(GateCode.CertificateExpired, false, WorkerFact.None, audience, [1, last]), audience).ShouldContain(gate);
        }
    }

    [Fact]
    public void Several_groups_are_joined()
    {
        using var _ = new InCulture("zh-CN");
        Texts.Of(HardshipGroup.Disabled | HardshipGroup.Resettled).ShouldBe("残疾、易地搬迁");
    }

    [Fact]
    public void What_speaks_against_is_no_reason_in_favour()
    {
        var fit = new Fit
        {
            WorkerId = 1, PostingId = 2, QuotaId = 3, SuitsPost = 50, SuitsPerson = 50, Score = 50, Confidence = 50, NeedTier = 0, Eligible = true, FailedGates = [], Gaps = [],
            Reasons = [Reason(ReasonCode.WageBelowFloor), Reason(ReasonCode.OccupationUnknown), Reason(ReasonCode.TravelSameTownship), Remark(ReasonCode.NeedZeroEmploymentHousehold)],
        };
        FitTexts.InFavour(fit).Select(r => r.Code).ShouldBe([ReasonCode.NeedZeroEmploymentHousehold, ReasonCode.TravelSameTownship]);
    }

    [Fact]
    public void A_reckoned_wage_is_said_in_round_figures()
    {
        using var _ = new InCulture("zh-CN");
        Texts.Of(Reason(ReasonCode.WageBelowFloor, 90_000, 114_942)).ShouldBe("工资不够数：最高 900 元/月，想要 1,150 元/月");
        Texts.Of(Reason(ReasonCode.WageBelowFloor, 90_000, 114_942, 250_000)).ShouldBe("工资不够数：最高 900 元/月，想要 2,500 元/月，按这份活的工时折合 1,150 元/月");
        Texts.Of(Reason(ReasonCode.WageMeetsFloor, 300_000, 250_000, 250_000)).ShouldBe("工资够数：最低 3,000 元/月，想要 2,500 元/月");
        Texts.Of(Reason(ReasonCode.WageMeetsFloor, 40_000, 32_000, 280_000)).ShouldBe("活不多，只有 400 元/月；按小时算够数（想要 2,800 元/月，同样的工时是 320 元/月）", "enough by the hour is not enough to live on");
        Texts.Of(Reason(ReasonCode.WageMayMeetFloor, 80_000, 64_000, 60_000, 390_000)).ShouldContain("按小时算可能够数");
        Texts.Of(new Gap(GapCode.WageBelowFloor, Audience.Resident, [180_000, 190_000, 300_000]), Audience.Resident).ShouldBe("比想要的少：最高 1,800 元/月，想要 3,000 元/月，按这份活的工时折合 1,900 元/月；可以先和单位谈");
    }

    private static void Complete(string text, string code)
    {
        text.ShouldNotBeNullOrWhiteSpace(code);
        text.ShouldNotContain("{");
    }

    private static Reason Reason(ReasonCode code, params long[] values) =>
        new(code, Criterion.Travel, 10, 1, Importance.Matters, Audience.Resident, values.Length > 0 ? values : Values);

    private static Reason Remark(ReasonCode code) => new(code, null, 0, 0, Importance.Matters, Audience.Resident, []);

    private sealed class InCulture : IDisposable
    {
        private readonly CultureInfo _before = CultureInfo.CurrentUICulture;

        public InCulture(string name) => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(name);

        public void Dispose() => CultureInfo.CurrentUICulture = _before;
    }
}
