using JobMatch.Data;
using JobMatch.Employers;
using JobMatch.Matching;
using JobMatch.Wages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace JobMatch.Postings;

/// <summary>岗位. Its verbs guard its states: Draft → Submitted → Published ↔ Paused → Closed; Submitted → SentBack.</summary>
public sealed class Posting : IDirties
{
    public long Id { get; private set; }

    public long? NoticeId { get; set; }

    public Notice? Notice { get; set; }

    public required long EmployerId { get; init; }

    public Employer? Employer { get; init; }

    public required int CountyCode { get; init; }

    public required PostingKind Kind { get; set; }

    /// <summary>公益性岗位 by type, whose dated rules it follows; None for other kinds.</summary>
    public PublicWelfareType WelfareType { get; set; }

    public required string Title { get; set; }

    public string Description { get; set; } = "";

    /// <summary>Codes of the 2022 classification; several when the title names several jobs (「普工/保安」).</summary>
    public IReadOnlyList<int> OccupationIds { get; set; } = [];

    public Wage Wage { get; set; } = Wage.Negotiable;

    public Shift Shift { get; set; }

    public decimal? HoursPerDay { get; set; }

    public int? DaysPerMonth { get; set; }

    public Strain Strain { get; set; }

    public Duty Duties { get; set; }

    /// <summary>Forbidden to 16–17-year-olds (未成年工特殊保护规定).</summary>
    public bool Hazardous { get; set; }

    public Education EducationAsked { get; set; }

    public Mandarin MandarinAsked { get; set; }

    /// <summary>Age words of the advertisement: shown as a stated preference, never a gate.</summary>
    public int? StatedAgeFrom { get; set; }

    public int? StatedAgeTo { get; set; }

    public bool Food { get; set; }

    public bool Lodging { get; set; }

    public bool Transport { get; set; }

    public bool SocialInsurance { get; set; }

    /// <summary>Hours around school or come-and-go: the deciding attribute for people with children to fetch.</summary>
    public bool CareFriendly { get; set; }

    public DateOnly? StartsOn { get; set; }

    public DateOnly? ClosesOn { get; set; }

    public PostingState State { get; private set; } = PostingState.Draft;

    public string StateReason { get; private set; } = "";

    public DateTime CreatedAt { get; init; }

    public DateTime? PublishedAt { get; private set; }

    /// <summary>Last time the employer said it is still open; asked after 30 days, closed after 60.</summary>
    public DateTime? ConfirmedAt { get; private set; }

    public DateTime? AskedAt { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    /// <summary>The employer's answer to "was it filled, and how?".</summary>
    public PostingFilling Filling { get; private set; }

    /// <summary>Why a station has to look before residents see it: bait words, pay far above its kind.</summary>
    public string Flag { get; set; } = "";

    /// <summary>What a station saw when it let this through; in one that became public by itself what stood there before a change that waits, null while there is none.</summary>
    public PostingSeen? Seen { get; private set; }

    /// <summary>For residents: while a change waits for a station, the title from before it.</summary>
    public string PublicTitle => Seen is { Title.Length: > 0 } before ? before.Title : Title;

    /// <summary>Key of the imported row ("source:id"), so that the same file twice changes nothing.</summary>
    public string? ExternalKey { get; init; }

    /// <summary>Fingerprint of the imported row; a changed row updates the posting.</summary>
    public string? ExternalHash { get; set; }

    public int Version { get; private set; }

    public List<Quota> Quotas { get; } = [];

    public List<PostingSkill> Skills { get; } = [];

    public List<PostingCertificate> Certificates { get; } = [];

    /// <summary>All that its employer says in words of his own, the title first: each is read by residents, so each is looked at for lures.</summary>
    public IEnumerable<string> FreeTexts => [Title, Description, Wage.Text, .. Quotas.Select(q => q.PlaceText)];

    public int Vacancies => Quotas.Sum(q => q.Vacancies);

    public int OpenVacancies => Quotas.Sum(q => q.Open);

    public bool IsPublic => State == PostingState.Published;

    /// <summary>A station looks first: public welfare, work relief, and whatever carries a flag.</summary>
    public bool NeedsStation => Kind is PostingKind.PublicWelfare or PostingKind.WorkRelief || Flag.Length > 0;

    /// <summary>Hands it in. A verified employer's ordinary posting is published at once; others wait for a station.</summary>
    public Outcome<bool> Submit(bool employerVerified, DateTime at)
    {
        if (State is not (PostingState.Draft or PostingState.SentBack)) return new Refusal("Posting.NotDraft");
        if (Vacancies < 1) return new Refusal("Posting.NoVacancies", "Vacancies");
        State = PostingState.Submitted;
        StateReason = "";
        return employerVerified && !NeedsStation ? GoPublic(at) : true;
    }

    /// <summary>A station lets it through.</summary>
    public Outcome<bool> Approve(bool employerVerified, DateTime at)
    {
        if (State != PostingState.Submitted) return new Refusal("Posting.NotWaiting");
        if (!employerVerified) return new Refusal("Employer.NotVerified");
        Seen = PostingSeen.Of(this, at) with { ByStation = true };
        return GoPublic(at);
    }

    public Outcome<bool> SendBack(string reason)
    {
        if (State != PostingState.Submitted) return new Refusal("Posting.NotWaiting");
        (State, StateReason) = (PostingState.SentBack, reason);
        return true;
    }

    public Outcome<bool> Pause(string reason = "")
    {
        if (State != PostingState.Published) return new Refusal("Posting.NotPublished");
        (State, StateReason) = (PostingState.Paused, reason);
        return true;
    }

    public Outcome<bool> Resume(bool employerVerified, DateTime at)
    {
        if (State != PostingState.Paused) return new Refusal("Posting.NotPaused");
        if (!employerVerified) return new Refusal("Employer.NotVerified");
        if (OpenVacancies < 1) return new Refusal("Posting.NoVacancies", "Vacancies");
        return GoPublic(at);
    }

    public Outcome<bool> Close(PostingCloseReason reason, PostingFilling filling, DateTime at)
    {
        if (State == PostingState.Closed) return new Refusal("Posting.Closed");
        (State, StateReason, ClosedAt, Filling) = (PostingState.Closed, reason.ToString(), at, filling);
        return true;
    }

    /// <summary>A vacancy came back to a posting that had closed because it was full; one that its employer closed stays closed.</summary>
    public void OpenAgain(DateTime at)
    {
        if (State != PostingState.Closed || StateReason != nameof(PostingCloseReason.Full) || OpenVacancies < 1) return;
        (ClosedAt, Filling) = (null, PostingFilling.Unknown);
        GoPublic(at);
    }

    /// <summary>
    /// Its text was changed. A public one that goes beyond what a station saw (a new flag, new words under an old one, more pay under a flag) waits for a station again.
    /// </summary>
    /// <param name="before">As it stood before the change; counts where no station has looked, or looked before it was noted what it saw.</param>
    public Outcome<bool> Edit(PostingSeen before)
    {
        if (State == PostingState.Closed) return new Refusal("Posting.Closed");
        if (State is not (PostingState.Published or PostingState.Paused) || !(Seen ?? before).Unseen(this).IsAny) return true;
        (State, StateReason, Seen) = (PostingState.Submitted, "", (Seen ?? before) with { Title = before.Title });
        return true;
    }

    /// <summary>The employer says it is still open.</summary>
    public void Confirm(DateTime at) => (ConfirmedAt, AskedAt) = (at, null);

    public void AskWhetherOpen(DateTime at) => AskedAt = at;

    public IEnumerable<Change> Dirties() => [new(ChangeKind.Posting, Id)];

    private bool GoPublic(DateTime at)
    {
        (State, StateReason) = (PostingState.Published, "");
        if (Seen is { Title.Length: > 0 } seen) Seen = seen with { Title = "" };
        PublishedAt ??= at;
        Confirm(at);
        return true;
    }
}

public sealed class PostingSkill : IDirties
{
    public long Id { get; private set; }

    public long PostingId { get; init; }

    public required int SkillId { get; init; }

    /// <summary>Asked for, as against "would be nice".</summary>
    public required bool Must { get; init; }

    public IEnumerable<Change> Dirties() => [new(ChangeKind.Posting, PostingId)];
}

public sealed class PostingCertificate : IDirties
{
    public long Id { get; private set; }

    public long PostingId { get; init; }

    public required int KindId { get; init; }

    public required CertificateTiming Timing { get; init; }

    public IEnumerable<Change> Dirties() => [new(ChangeKind.Posting, PostingId)];
}

internal sealed class PostingConfiguration : IEntityTypeConfiguration<Posting>
{
    public void Configure(EntityTypeBuilder<Posting> builder)
    {
        builder.HasOne(p => p.Employer).WithMany().HasForeignKey(p => p.EmployerId);
        builder.HasOne(p => p.Notice).WithMany().HasForeignKey(p => p.NoticeId);
        builder.HasIndex(p => p.ExternalKey).IsUnique();
        builder.HasIndex(p => new { p.State, p.PublishedAt });
        builder.Property(p => p.Description).HasMaxLength(8000);
        builder.Property(p => p.OccupationIds).HasMaxLength(400).HasJsonText();
        builder.ComplexProperty(p => p.Wage);
        builder.Property(p => p.Seen).HasMaxLength(4000).HasJsonText();
        builder.HasMany(p => p.Quotas).WithOne().HasForeignKey(q => q.PostingId);
        builder.HasMany(p => p.Skills).WithOne().HasForeignKey(q => q.PostingId);
        builder.HasMany(p => p.Certificates).WithOne().HasForeignKey(q => q.PostingId);
    }
}
