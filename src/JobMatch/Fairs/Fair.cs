using System.Text.Json.Serialization;
using JobMatch.Data;
using JobMatch.Matching;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace JobMatch.Fairs;

/// <summary>招聘会: a day and a place, the postings that come, and who is invited (春风行动, 就业援助月, a workshop that opens).</summary>
public sealed class Fair : ISettlementScoped
{
    public long Id { get; private set; }

    /// <summary>Where it is held; its station sees it.</summary>
    public required long SettlementId { get; init; }

    public required string Name { get; set; }

    public required DateOnly On { get; set; }

    public required string Place { get; set; }

    public IReadOnlyList<long> PostingIds { get; set; } = [];

    public PeopleChoice Invited { get; set; } = new();

    public required long MadeBy { get; init; }

    public required DateTime MadeAt { get; init; }

    public int Version { get; private set; }
}

/// <summary>Which people a fair invites or a plan is about.</summary>
public sealed record PeopleChoice
{
    /// <summary>Settlements; within the clerk's scope.</summary>
    public IReadOnlyList<long> SettlementIds { get; init; } = [];

    public PeopleWanted Wanted { get; init; } = PeopleWanted.WithoutWork;

    /// <summary>Workers who are meant beside these groups, one by one and whether or not they have work now; within the clerk's scope.</summary>
    public IReadOnlyList<long> PersonIds { get; init; } = [];

    /// <summary>Also those who are on the way to a job already (sent by a confirmed plan, on trial, hired), and the places that are kept for them.</summary>
    public bool AlsoUnderWay { get; init; }

    /// <summary>Whom the gates let through. Who has work passes where somebody is meant by name; of the groups she is left out beforehand.</summary>
    [JsonIgnore]
    public Seekers Seekers => Wanted == PeopleWanted.AllWilling || PersonIds.Count > 0 ? Seekers.Willing : Seekers.WillingAndUnemployed;

    /// <summary>Whether somebody is meant although she has work.</summary>
    public bool TakesEmployed(long personId) => Wanted == PeopleWanted.AllWilling || PersonIds.Contains(personId);

    /// <summary>Whether somebody is meant although she is on the way to a job.</summary>
    public bool TakesUnderWay(long personId) => AlsoUnderWay || PersonIds.Contains(personId);
}

public enum PeopleWanted
{
    /// <summary>Want to work and have no work.</summary>
    WithoutWork = 1,

    /// <summary>Of these, only families where nobody works.</summary>
    ZeroEmploymentHouseholds = 2,

    /// <summary>All who want to work, also those who have work and look for another.</summary>
    AllWilling = 3,
}

internal sealed class FairConfiguration : IEntityTypeConfiguration<Fair>
{
    public void Configure(EntityTypeBuilder<Fair> builder)
    {
        builder.HasIndex(f => new { f.SettlementId, f.On });
        builder.Property(f => f.Name).HasMaxLength(80);
        builder.Property(f => f.Place).HasMaxLength(120);
        builder.Property(f => f.PostingIds).HasMaxLength(20_000).HasJsonText();
        builder.Property(f => f.Invited).HasMaxLength(4_000).HasJsonText();
    }
}
