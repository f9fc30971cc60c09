using JobMatch.Matching;
using JobMatch.Web.Shared.Fits;
using Shouldly;
using Xunit;

namespace JobMatch.Web.Tests.Shared.Fits;

public class SharedGapsTests
{
    private static readonly Gap Licence = new(GapCode.CertificateBeforeStart, Audience.Station, [1]);
    private static readonly Gap Sewing = new(GapCode.SkillNotEvidenced, Audience.Station, [7]);
    private static readonly Gap Cutting = new(GapCode.SkillNotEvidenced, Audience.Station, [8]);

    [Fact]
    public void What_all_rows_lack_is_said_once_and_each_row_says_what_is_its_own()
    {
        Fit[] rows = [Row(Sewing, Licence), Row(Licence with { Values = [1] }, Cutting), Row(Licence)];
        var shared = new SharedGaps(rows);
        shared.All.ShouldHaveSingleItem().Code.ShouldBe(GapCode.CertificateBeforeStart);
        rows.Select(row => shared.Own(row).Select(gap => gap.Values.Single()).ToList()).ShouldBe([[7], [8], []]);
    }

    [Fact]
    public void Alike_but_of_another_skill_is_not_shared_and_one_row_shares_nothing()
    {
        new SharedGaps([Row(Sewing), Row(Cutting)]).All.ShouldBeEmpty();
        new SharedGaps([Row(Sewing)]).All.ShouldBeEmpty();
        new SharedGaps([]).All.ShouldBeEmpty();
    }

    private static Fit Row(params Gap[] gaps) => new()
    {
        WorkerId = 1, PostingId = 1, QuotaId = 1, SuitsPost = 50, SuitsPerson = 50, Score = 50, Confidence = 50, NeedTier = 0, FailedGates = [], Reasons = [], Gaps = gaps, Eligible = true,
    };
}
