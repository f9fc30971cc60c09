namespace JobMatch.Matching.Tests;

public sealed class ReasonAudienceTests
{
    /// <summary>All that an employer may ever read. Adding to it is a decision about people's privacy.</summary>
    private static readonly string[] ForEmployers =
    [
        "SkillEvidenced", "SkillClaimed", "SkillClose", "SkillUnknown",
        "OccupationSame", "OccupationSibling", "OccupationBranch", "OccupationOther", "OccupationUnknown",
        "TrainingDone", "TrainingUnknown", "EducationMet", "EducationBelow", "EducationUnknown", "MandarinMet", "MandarinBelow", "MandarinUnknown",
        "AgeWithinPreference",
        "CertificateBeforeStart", "CertificateRunsOut", "SkillMissing", "SkillNotEvidenced", "EducationBelow", "MandarinBelow",
        "AskStrain", "AskPlace", "AskWage", "AskShift", "AskHours", "AskOccupation",
        "PostingNotOpen", "NoVacancy", "CertificateMissing", "CertificateExpired",
    ];

    [Fact]
    public void Employers_see_what_is_listed_here_and_nothing_else()
    {
        var seen = Enum.GetValues<ReasonCode>().Where(code => ReasonAudience.Of(code).HasFlag(Audience.Employer)).Select(code => code.ToString())
            .Concat(Enum.GetValues<GapCode>().Where(code => ReasonAudience.Of(code).HasFlag(Audience.Employer)).Select(code => code.ToString()))
            .Concat(Enum.GetValues<GateCode>().Where(code => ReasonAudience.Of(code).HasFlag(Audience.Employer)).Select(code => code.ToString()));
        seen.ShouldBe(ForEmployers, ignoreOrder: true);
    }

    [Fact]
    public void The_station_sees_everything()
    {
        Enum.GetValues<ReasonCode>().ShouldAllBe(code => ReasonAudience.Of(code).HasFlag(Audience.Station));
        Enum.GetValues<GapCode>().ShouldAllBe(code => ReasonAudience.Of(code).HasFlag(Audience.Station));
        Enum.GetValues<GateCode>().ShouldAllBe(code => ReasonAudience.Of(code).HasFlag(Audience.Station));
    }

    [Fact]
    public void Nobody_sees_nothing()
    {
        var fit = A.Fit(A.Worker with { Hidden = true, ZeroEmploymentHousehold = true }, A.Posting with { NeedFirst = true }).For(Audience.None);
        (fit.Reasons.Count + fit.Gaps.Count + fit.FailedGates.Count).ShouldBe(0);
        fit.Eligible.ShouldBeFalse();
    }

    [Fact]
    public void Need_is_told_to_the_station_and_not_to_the_employer()
    {
        var worker = A.Worker with
        {
            ZeroEmploymentHousehold = true,
            OpenJobLoss = true,
            Monitored = true,
            Groups = [new(HardshipGroup.Disabled, null)],
        };
        var fit = A.Fit(worker, A.Posting with { NeedFirst = true });
        ReasonCode[] need =
        [
            ReasonCode.NeedZeroEmploymentHousehold, ReasonCode.NeedJobLoss, ReasonCode.NeedMonitored, ReasonCode.NeedHardship,
        ];
        fit.For(Audience.Station).Reasons.Select(reason => reason.Code).Intersect(need).ShouldBe(need, ignoreOrder: true);
        fit.For(Audience.Employer).Reasons.Select(reason => reason.Code).Intersect(need).ShouldBeEmpty();
    }
}
