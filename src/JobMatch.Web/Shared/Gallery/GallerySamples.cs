using JobMatch.Wages;
using JobMatch.Web.Shared.Language;
using JobMatch.Web.Shared.Parts;

namespace JobMatch.Web.Shared.Gallery;

/// <summary>Made-up content for the gallery; figures are examples.</summary>
internal static class GallerySamples
{
    internal static IReadOnlyList<JobCard> Jobs(Texts t, Say say) =>
    [
        new(t["Gallery.Job1"], "#job-1", say.Pay(280_000, 450_000, WageUnit.Month), t["Gallery.Where", t["Gallery.Factory"], say.Distance(600), say.Walk(600)])
        {
            Id = "1",
            PayNote = t["Gallery.Job1.PayNote"],
            Chips = [new(t["Gallery.Workshop"]), new(t["Gallery.DayShift"], "plain"), new(t["Gallery.PostedToday"], "plain")],
            Reasons = [new(t["Gallery.Reason.Skill"]), new(t["Gallery.Reason.School"]), new(t["Gallery.Reason.Health"], IsGap: true)],
            ApplyUrl = "#apply", ApplyText = t["Gallery.Apply"],
        },
        new(t["Gallery.Job2"], "#job-2", say.Pay(90_000, 90_000, WageUnit.Month), t["Gallery.Where", t["Gallery.Settlement"], say.Distance(150), say.Walk(150)])
        {
            Id = "2",
            PayNote = t["Gallery.Job2.PayNote"],
            Chips = [new(t["Gallery.Welfare"], "calm"), new(t["Gallery.FourHours"], "plain")],
            Reasons = [new(t["Gallery.Reason.First"])],
            ApplyUrl = "#apply", ApplyText = t["Gallery.Apply"],
        },
    ];

    internal static IReadOnlyList<Reason> Reasons(Texts t) =>
    [
        new(t["Gallery.Why.Skill"], Points: 52), new(t["Gallery.Why.Work"], Points: 39), new(t["Gallery.Why.Near"], Points: 34),
        new(t["Gallery.Why.Shift"], Points: 30), new(t["Gallery.Why.Health"], IsGap: true),
    ];

    internal static IReadOnlyList<(string Name, string About, FitScore Fit, string Why, Chip? Gap, Chip House)> People(Texts t, Say say) =>
    [
        (t["Gallery.P1"], t["Gallery.P1.About"], new(86, 91, 82), t["Gallery.P1.Why", say.Distance(600)], new(t["Gallery.Gap.Health"], "gap"), new(t["Gallery.House.Zero"], "bad")),
        (t["Gallery.P2"], t["Gallery.P2.About"], new(81, 84, 78), t["Gallery.P2.Why", say.Distance(400)], null, new(t["Gallery.House.One"], "plain")),
        (t["Gallery.P3"], t["Gallery.P3.About"], new(77, 72, 83), t["Gallery.P3.Why", say.Distance(300)], new(t["Gallery.Gap.Paper"], "gap"), new(t["Gallery.House.Watched"], "gap")),
        (t["Gallery.P4"], t["Gallery.P4.About"], new(74, 70, 79), t["Gallery.P4.Why", say.Distance(900)], new(t["Gallery.Gap.Check"], "plain"), new(t["Gallery.House.Two"], "plain")),
    ];

    internal static IReadOnlyList<Kpi> Kpis(Texts t, Say say) =>
    [
        new(t["Gallery.K1"], say.Percent(.964), "#k1") { Change = "0.6", Rose = true, Good = true, Note = t["Gallery.K1.Note"] },
        new(t["Gallery.K2"], say.Households(7), "#k2") { Change = "2", Rose = true, Good = false, Note = t["Gallery.K2.Note"] },
        new(t["Gallery.K3"], say.Number(5806), "#k3") { Change = "41", Rose = true, Good = true, Note = t["Gallery.K3.Note"] },
        new(t["Gallery.K4"], say.Percent(.881), "#k4") { Note = t["Gallery.K4.Note"] },
    ];

    internal static IReadOnlyList<Chart> Charts(Texts t)
    {
        string[] months = [.. Enumerable.Range(0, 12).Select(i => t["Gallery.MonthName", (i + 11) % 12 + 1])];
        return
        [
            new("channels", t["Gallery.C1"], "area", t["Gallery.UnitPeople"], months,
            [
                new(t["Gallery.C1.Local"], [1960, 1970, 2010, 2040, 2050, 2040, 2080, 2110, 2150, 2150, 2180, 2210]),
                new(t["Gallery.C1.Province"], [1290, 1290, 1330, 1330, 1340, 1350, 1360, 1380, 1390, 1400, 1420, 1482]),
                new(t["Gallery.C1.Out"], [1760, 1700, 1960, 2010, 2000, 1920, 2000, 2030, 2040, 2080, 2110, 2114]),
            ]) { LabelHead = t["Gallery.C1.Head"] },
            new("settlements", t["Gallery.C2"], "rows", t["Gallery.UnitPeople"], [t["Gallery.S1"], t["Gallery.S2"], t["Gallery.S3"]], [new(t["Gallery.C2.Series"], [1604, 1377, 351])])
            { LabelHead = t["Gallery.C2.Head"], Urls = ["#s1", "#s2", "#s3"] },
        ];
    }

    internal static IReadOnlyList<Happened> History(Texts t, Say say) =>
    [
        new(say.Day(say.Today), t["Gallery.H1"], t["Gallery.H1.Who"], "gap"),
        new(say.Day(say.Today.AddDays(-1)), t["Gallery.H2"], t["Gallery.H2.Who"]),
        new(say.Day(say.Today.AddDays(-19)), t["Gallery.H3"], t["Gallery.H3.Who"], "plain"),
    ];
}
