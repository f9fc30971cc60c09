using JobMatch.Data;
using JobMatch.Postings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace JobMatch.Referrals;

/// <summary>
/// 推荐/报名: one person, one posting, one history. Suggested → Referred | Applied → Viewed → Interview → Trial → Hired → Started, or out by
/// Refused, Withdrawn, Expired, Obsolete, NoShow. Every move says who, when and why.
/// </summary>
public sealed class Referral : IEmployerShared, IDirties
{
    private const string HiddenReason = "Hidden";
    /// <summary>Reason of the move by which a station takes back what it sent.</summary>
    public const string TakenBackReason = "TakenBack";

    private static readonly ReferralState[] Forward =
        [ReferralState.Suggested, ReferralState.Referred, ReferralState.Applied, ReferralState.Viewed, ReferralState.Interview, ReferralState.Trial, ReferralState.Hired, ReferralState.Started];

    public long Id { get; private set; }

    public required long PersonId { get; init; }

    public required long PostingId { get; init; }

    public Posting? Posting { get; init; }

    public required long EmployerId { get; init; }

    public required long SettlementId { get; set; }

    public required int CountyCode { get; init; }

    /// <summary>The place of the posting that a plan found for her; once hired, the one whose vacancy the hire took; it stays when that comes to an end. Null: nobody has said where.</summary>
    public long? QuotaId { get; private set; }

    public ReferralState State { get; private set; } = ReferralState.Suggested;

    public RefusalReason? RefusedFor { get; private set; }

    public WithdrawalReason? WithdrawnFor { get; private set; }

    /// <summary>The employer sees a referral once the person applied or the station referred her.</summary>
    public bool EmployerMaySee { get; private set; }

    /// <summary>Name and phone are unmasked for the employer: the person applied or agreed.</summary>
    public bool PersonAgreed { get; private set; }

    public DateTime CreatedAt { get; init; }

    public DateTime ChangedAt { get; private set; }

    /// <summary>An answer is due by this instant; afterwards it expires (default 14 days).</summary>
    public DateTime? AnswerDue { get; private set; }

    /// <summary>The last day on which an answer is in time: the one that everybody is told.</summary>
    public DateOnly? LastAnswerDay => AnswerDue is { } end ? ChinaDay.Of(end.AddSeconds(-1)) : null;

    public int Version { get; private set; }

    public List<ReferralMove> Moves { get; } = [];

    public bool IsOpen => State is not (ReferralState.Started or ReferralState.Refused or ReferralState.Withdrawn or ReferralState.Expired
        or ReferralState.Obsolete or ReferralState.NoShow);

    private ReferralMove? Last => Moves.MaxBy(m => m.Id);

    private bool HadApplied => Moves.Exists(m => m.To == ReferralState.Applied);

    public bool IsWaitingForEmployer => State is ReferralState.Referred or ReferralState.Applied or ReferralState.Viewed;

    public Outcome<bool> Refer(Actor by, DateTime answerDue) => Enter(ReferralState.Referred, by, answerDue, agreed: PersonAgreed);

    /// <summary>A plan sends her to this place of the posting; a hire takes its vacancy while there is one.</summary>
    public void MeanFor(long quotaId) => QuotaId = quotaId;

    public Outcome<bool> Apply(Actor by, DateTime answerDue) => Enter(ReferralState.Applied, by, answerDue, agreed: true);

    /// <summary>She applies herself to what the station had referred her for.</summary>
    public Outcome<bool> TakeUp(Actor by)
    {
        if (State != ReferralState.Referred) return new Refusal("Referral.NotFrom", "", State, ReferralState.Applied);
        PersonAgreed = true;
        return Move(ReferralState.Applied, by);
    }

    /// <summary>Viewed, Interview, Trial: forward only, and only while it is open.</summary>
    public Outcome<bool> Advance(ReferralState to, Actor by)
    {
        if (!IsOpen || Array.IndexOf(Forward, to) <= Array.IndexOf(Forward, State) || to is ReferralState.Hired or ReferralState.Started)
            return new Refusal("Referral.NotFrom", "", State, to);
        return Move(to, by);
    }

    /// <summary>Takes one vacancy; quota and referral are saved together.</summary>
    public Outcome<bool> Hire(Quota quota, Actor by)
    {
        ArgumentNullException.ThrowIfNull(quota);
        if (!IsOpen || State is ReferralState.Suggested or ReferralState.Hired) return new Refusal("Referral.NotFrom", "", State, ReferralState.Hired);
        var taken = quota.Take();
        if (!taken.IsDone) return taken;
        QuotaId = quota.Id;
        PersonAgreed = true;
        return Move(ReferralState.Hired, by);
    }

    public Outcome<bool> Start(Actor by) => State == ReferralState.Hired ? Move(ReferralState.Started, by) : new Refusal("Referral.NotFrom", "", State, ReferralState.Started);

    /// <param name="reason">Coded.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="seat">The vacancy that a hire took.</param>
    public Outcome<bool> Refuse(RefusalReason reason, Actor by, Quota? seat = null)
    {
        if (!IsOpen) return new Refusal("Referral.NotOpen");
        Leave(seat);
        RefusedFor = reason;
        return Move(ReferralState.Refused, by with { Reason = reason.ToString() });
    }

    /// <param name="reason">Coded.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="seat">The vacancy that a hire took.</param>
    public Outcome<bool> Withdraw(WithdrawalReason reason, Actor by, Quota? seat = null)
    {
        if (!IsOpen) return new Refusal("Referral.NotOpen");
        Leave(seat);
        WithdrawnFor = reason;
        return Move(ReferralState.Withdrawn, by with { Reason = reason.ToString() });
    }

    public Outcome<bool> Expire(DateTime at) => IsWaitingForEmployer
        ? Move(ReferralState.Expired, Actor.Job(at, "NoAnswer"))
        : new Refusal("Referral.NotOpen");

    /// <summary>The posting closed while she waited: an answer, if not the one hoped for.</summary>
    public Outcome<bool> ExpireWithPosting(DateTime at) => IsOpen && State != ReferralState.Hired
        ? Move(ReferralState.Expired, Actor.Job(at, "PostingClosed"))
        : new Refusal("Referral.NotOpen");

    /// <summary>The hire that had made it obsolete fell through: it stands where it stood.</summary>
    public Outcome<bool> ComeBack(ReferralState to, DateTime answerDue, Actor by)
    {
        if (State != ReferralState.Obsolete) return new Refusal("Referral.NotFrom", "", State, to);
        AnswerDue = answerDue;
        return Move(to, by);
    }

    /// <summary>She was hired elsewhere; comes back if that hire falls through.</summary>
    public Outcome<bool> MakeObsolete(Actor by) => IsOpen && State != ReferralState.Hired ? Move(ReferralState.Obsolete, by) : new Refusal("Referral.NotOpen");

    /// <summary>Never came, or left at once: the vacancy is free again.</summary>
    public Outcome<bool> DidNotShow(Quota? quota, Actor by)
    {
        if (State is not (ReferralState.Interview or ReferralState.Trial or ReferralState.Hired)) return new Refusal("Referral.NotFrom", "", State, ReferralState.NoShow);
        Leave(quota);
        return Move(ReferralState.NoShow, by);
    }

    /// <summary>A refused, withdrawn, expired or obsolete one is taken up again as it entered: applied for, or referred by the station.</summary>
    /// <param name="by">Who takes it up.</param>
    /// <param name="answerDue">The new day by which the employer answers.</param>
    /// <param name="hadApplied">She had applied herself once.</param>
    /// <param name="herself">She takes it up: applying again agrees to be seen again.</param>
    public Outcome<bool> Reopen(Actor by, DateTime answerDue, bool hadApplied, bool herself)
    {
        if (IsOpen || State == ReferralState.Started) return new Refusal("Referral.IsOpen");
        (RefusedFor, WithdrawnFor, AnswerDue, EmployerMaySee, QuotaId) = (null, null, answerDue, true, null);
        if (hadApplied && herself) PersonAgreed = true;
        return Move(hadApplied ? ReferralState.Applied : ReferralState.Referred, by);
    }

    /// <summary>
    /// She does not want this employer to see her: what is open is withdrawn, and no row of hers stands in the employer's lists any more. Who was hired
    /// is known to the employer; that stays.
    /// </summary>
    /// <returns>Whether something open was withdrawn.</returns>
    public bool Hide(Actor by)
    {
        if (State is ReferralState.Suggested or ReferralState.Hired or ReferralState.Started) return false;
        var wasOpen = IsOpen;
        (EmployerMaySee, PersonAgreed) = (false, false);
        if (!wasOpen) return false;
        WithdrawnFor = WithdrawalReason.ChangedMind;
        Move(ReferralState.Withdrawn, by with { Reason = HiddenReason });
        return true;
    }

    /// <summary>The employer may see her again; what had ended stays ended.</summary>
    public void Show() => EmployerMaySee = State != ReferralState.Suggested;

    /// <summary>Hiding was a slip: what it withdrew stands again where it stood. Needs the moves.</summary>
    public Outcome<bool> TakeBackHiding(Actor by)
    {
        if (State != ReferralState.Withdrawn || Last is not { To: ReferralState.Withdrawn, Reason: HiddenReason } hidden) return new Refusal("Referral.NotFrom", "", State, State);
        (WithdrawnFor, EmployerMaySee, PersonAgreed) = (null, true, HadApplied);
        return Move(hidden.From, by);
    }

    /// <summary>The station takes back what it sent a moment ago and nobody has answered: it stands as before. Needs the moves.</summary>
    public Outcome<bool> TakeBack(Actor by)
    {
        if (State != ReferralState.Referred || Last is not { To: ReferralState.Referred } sent) return new Refusal("Referral.NotFrom", "", State, ReferralState.Suggested);
        var before = Moves.Where(m => m.Id != sent.Id && m.To == sent.From).MaxBy(m => m.Id)?.Reason;
        if (sent.From == ReferralState.Refused && Enum.TryParse<RefusalReason>(before, out var refused)) RefusedFor = refused;
        if (sent.From == ReferralState.Withdrawn && Enum.TryParse<WithdrawalReason>(before, out var withdrawn)) WithdrawnFor = withdrawn;
        (EmployerMaySee, AnswerDue, QuotaId) = (sent.From != ReferralState.Suggested, null, null);
        return Move(sent.From, by with { Reason = TakenBackReason });
    }

    /// <summary>The person lets this employer see name and phone, or takes that back.</summary>
    public void AgreeToBeSeen(bool agreed) => PersonAgreed = agreed;

    public IEnumerable<Change> Dirties() => [new(ChangeKind.Referral, Id), new(ChangeKind.Worker, PersonId)];

    /// <summary>Whoever was hired gives her vacancy back, once.</summary>
    private void Leave(Quota? seat)
    {
        if (State == ReferralState.Hired) seat?.GiveBack();
    }

    private Outcome<bool> Enter(ReferralState to, Actor by, DateTime answerDue, bool agreed)
    {
        if (State is not ReferralState.Suggested)
        {
            if (IsOpen || State == ReferralState.Started) return new Refusal("Referral.Already");
            (RefusedFor, WithdrawnFor, QuotaId) = (null, null, null);
        }

        (EmployerMaySee, PersonAgreed, AnswerDue) = (true, agreed, answerDue);
        return Move(to, by);
    }

    private Outcome<bool> Move(ReferralState to, Actor by)
    {
        Moves.Add(new ReferralMove { From = State, To = to, At = by.At, AccountId = by.AccountId, Reason = by.Reason, PersonId = PersonId, SettlementId = SettlementId });
        (State, ChangedAt) = (to, by.At);
        return true;
    }
}

internal sealed class ReferralConfiguration : IEntityTypeConfiguration<Referral>
{
    public void Configure(EntityTypeBuilder<Referral> builder)
    {
        builder.HasIndex(r => new { r.PersonId, r.PostingId }).IsUnique();
        builder.HasIndex(r => new { r.PostingId, r.State });
        builder.HasIndex(r => new { r.EmployerId, r.State });
        builder.HasIndex(r => new { r.State, r.AnswerDue });
        builder.HasOne(r => r.Posting).WithMany().HasForeignKey(r => r.PostingId);
        builder.HasMany(r => r.Moves).WithOne().HasForeignKey(m => m.ReferralId);
    }
}
