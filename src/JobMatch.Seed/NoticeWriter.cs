using JobMatch.Data;
using JobMatch.Employers;
using JobMatch.Matching;
using JobMatch.Occupations;
using JobMatch.Postings;

namespace JobMatch.Seed;

/// <summary>Notices with their postings, walked through their states by their own verbs.</summary>
internal sealed class NoticeWriter(JobMatchDbContext db, CountyPlan plan, Ids ids)
{
    /// <summary>By this key an interrupted load finds its postings again.</summary>
    public static string Key(PostingPlan posting) => $"seed:{posting.Index}";

    public async Task WriteAsync(IReadOnlyList<NoticePlan> block, CancellationToken cancel)
    {
        List<(Posting Posting, PostingReportReason Reason, DateOnly On)> reported = [];
        foreach (var made in block)
        {
            var notice = made.Title is null ? null : new Notice { EmployerId = ids.Employers[made.Employer], Title = made.Title, DocumentNumber = made.DocumentNumber, ClosesOn = made.ClosesOn, CreatedAt = Clock.Morning(made.CreatedOn) };
            foreach (var one in made.Postings)
            {
                var posting = Entity(one, notice);
                Walk(posting, one);
                db.Add(posting);
                if (one.Reported is { } reason) reported.Add((posting, reason, one.CreatedOn));
            }
        }

        await db.SaveChangesAsync(cancel);
        db.AddRange(reported.Select(r => new PostingReport { PostingId = r.Posting.Id, Reason = r.Reason, Text = Words(r.Reason), At = Clock.Morning(r.On, 12) }));
        await db.SaveChangesAsync(cancel);
    }

    private static string Words(PostingReportReason reason) => reason switch
    {
        PostingReportReason.Fee => "打电话过去说要先交两百块体检费。",
        PostingReportReason.PayDiffers => "说好的工资和写的不一样。",
        PostingReportReason.NotReal => "去了说早就不招人了。",
        _ => "说只要年轻的。",
    };

    private Posting Entity(PostingPlan made, Notice? notice)
    {
        var pattern = made.Pattern;
        var posting = new Posting
        {
            Notice = notice,
            EmployerId = ids.Employers[made.Employer],
            CountyCode = plan.County.Code,
            Kind = pattern.Kind,
            WelfareType = pattern.Welfare,
            Title = made.Title,
            Description = made.Description,
            OccupationIds = pattern.Occupations,
            Wage = made.Wage,
            Shift = pattern.Shift,
            HoursPerDay = pattern.Hours,
            DaysPerMonth = pattern.Days,
            Strain = pattern.Strain,
            Duties = pattern.Duties.Aggregate(Duty.None, (all, duty) => all | duty),
            Hazardous = pattern.Hazardous,
            EducationAsked = pattern.Education,
            MandarinAsked = pattern.Mandarin,
            StatedAgeFrom = pattern.Ages.Count == 2 ? pattern.Ages[0] : null,
            StatedAgeTo = pattern.Ages.Count == 2 ? pattern.Ages[1] : null,
            Food = pattern.Benefits.Contains("Food"),
            Lodging = pattern.Benefits.Contains("Lodging"),
            Transport = pattern.Benefits.Contains("Transport"),
            SocialInsurance = pattern.Benefits.Contains("SocialInsurance"),
            CareFriendly = pattern.Care,
            StartsOn = made.StartsOn,
            ClosesOn = made.ClosesOn,
            CreatedAt = Clock.Morning(made.CreatedOn),
            Flag = made.Flag,
            ExternalKey = Key(made),
        };
        posting.Quotas.AddRange(made.Quotas.Select(q => new Quota
        {
            Place = q.Place,
            SettlementId = q.Settlement is { } at ? ids.Settlements[at] : null,
            RegionCode = q.Region,
            PlaceText = q.Text,
            Latitude = q.Latitude,
            Longitude = q.Longitude,
            Vacancies = q.Vacancies,
        }));
        posting.Skills.AddRange(pattern.Skills.Select((s, i) => new PostingSkill { SkillId = s, Must = pattern.MustSkill && i == 0 }));
        posting.Certificates.AddRange(pattern.Certificates.Select(c => new PostingCertificate { KindId = c, Timing = Obtainable(pattern, c) ? CertificateTiming.ObtainableBeforeStart : CertificateTiming.NeededToApply }));
        return posting;
    }

    private static bool Obtainable(PostingPattern pattern, int certificate) => pattern.ObtainableAll || Catalogue.Instance.Certificates[certificate].Obtainable;

    private void Walk(Posting posting, PostingPlan made)
    {
        if (made.State == PostingState.Draft) return;
        var verified = plan.Employers[made.Employer].State == EmployerState.Verified;
        Must.Be(posting.Submit(verified, Clock.Morning(made.CreatedOn, 1)));
        if (made.State == PostingState.Submitted) return;
        if (made.State == PostingState.SentBack)
        {
            Must.Be(posting.SendBack("请写清楚每月做几天、工钱怎么算。"));
            return;
        }

        if (posting.State == PostingState.Submitted) Must.Be(posting.Approve(verified, Clock.Morning(made.CreatedOn, 3)));
        if (made.ConfirmedOn > made.CreatedOn) posting.Confirm(Clock.Morning(made.ConfirmedOn));
        if (made.State == PostingState.Published && made.ConfirmedOn < plan.Today.AddDays(-30)) posting.AskWhetherOpen(Clock.Morning(made.ConfirmedOn.AddDays(30)));
        if (made.State == PostingState.Paused) Must.Be(posting.Pause());
        if (made.CloseReason is { } reason) Must.Be(posting.Close(reason, Filling(reason), Clock.Morning(Earlier(made.CreatedOn.AddDays(25), plan.Today.AddDays(-1)))));
    }

    private static PostingFilling Filling(PostingCloseReason reason) => reason switch
    {
        PostingCloseReason.Filled => PostingFilling.Here,
        PostingCloseReason.FilledElsewhere => PostingFilling.Elsewhere,
        PostingCloseReason.NotNeeded => PostingFilling.NotFilled,
        _ => PostingFilling.Unknown,
    };

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;
}
