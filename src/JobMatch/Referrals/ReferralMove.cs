using JobMatch.Data;

namespace JobMatch.Referrals;

/// <summary>Who moves it, when and why; account 0 is a job.</summary>
public sealed record Actor(long AccountId, DateTime At, string Reason = "")
{
    public static Actor Job(DateTime at, string reason) => new(0, at, reason);
}

/// <summary>A step of a referral: from where to where, and who did it.</summary>
public sealed class ReferralMove : IPersonScoped
{
    public long Id { get; private set; }

    public long ReferralId { get; init; }

    public required long PersonId { get; init; }

    public required long SettlementId { get; set; }

    public required ReferralState From { get; init; }

    public required ReferralState To { get; init; }

    public required DateTime At { get; init; }

    public required long AccountId { get; init; }

    public string Reason { get; init; } = "";
}
