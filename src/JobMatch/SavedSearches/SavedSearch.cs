using System.Text.Json;
using JobMatch.Accounts;
using JobMatch.Asking;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace JobMatch.SavedSearches;

/// <summary>
/// 收藏的搜索: a search that somebody keeps and is told of when something new matches. Belongs to an account; a resident's to the person she was
/// signed in as, too. It runs under the rights that the account has on the day it runs.
/// </summary>
public sealed class SavedSearch
{
    public const int LongestName = 40;

    private SavedSearch()
    {
    }

    public long Id { get; private set; }

    public long AccountId { get; private init; }

    public Role Role { get; private init; }

    /// <summary>The resident who is told; null for staff, whose station is told.</summary>
    public long? PersonId { get; private init; }

    /// <summary>The settlement whose station is told; null for residents.</summary>
    public long? StationSettlementId { get; private init; }

    public SavedSearchOf Of { get; private init; }

    public string Name { get; private set; } = "";

    /// <summary>The question as JSON: a <see cref="PostingQuery"/> or a <see cref="WorkerQuery"/>.</summary>
    public string Question { get; private init; } = "";

    /// <summary>The page that asks it, with its question: "/jobs?q=…".</summary>
    public string Address { get; private init; } = "";

    public DateTime CreatedAt { get; private init; }

    /// <summary>Not run since; null while it runs.</summary>
    public DateTime? StoppedAt { get; private set; }

    public DateTime? LastRunAt { get; private set; }

    /// <summary>How often it has told; makes each message's key.</summary>
    public int Told { get; private set; }

    public int Version { get; private set; }

    public bool IsRunning => StoppedAt is null;

    public PostingQuery Postings => JsonSerializer.Deserialize<PostingQuery>(Question)! is var asked && JsonSerializer.Deserialize<OnePlace>(Question) is { IsAsked: true } one ? asked with { Places = [one.Place] } : asked;

    public WorkerQuery Workers => JsonSerializer.Deserialize<WorkerQuery>(Question)!;

    public static SavedSearch OfPostings(SavedSearchOwner owner, string name, PostingQuery question, string address, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(owner);
        ArgumentNullException.ThrowIfNull(question);
        return Make(owner, SavedSearchOf.Postings, name, JsonSerializer.Serialize(question with { Page = 0, After = null, Facets = null, Near = null, Sort = PostingSort.Newest }), address, at);
    }

    public static SavedSearch OfWorkers(SavedSearchOwner owner, string name, WorkerQuery question, string address, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(owner);
        ArgumentNullException.ThrowIfNull(question);
        return Make(owner, SavedSearchOf.Workers, name, JsonSerializer.Serialize(question with { Page = 0, After = null }), address, at);
    }

    /// <summary>How a question saved before several places could be asked tells its only one.</summary>
    private sealed record OnePlace(long? RegionCode, long? SettlementId, bool ThereOnly)
    {
        public bool IsAsked => (RegionCode ?? SettlementId) is not null;

        public PlaceAsked Place => new(RegionCode, SettlementId) { ThereOnly = ThereOnly };
    }

    public void Rename(string name) => Name = name;

    public void Stop(DateTime at) => StoppedAt ??= at;

    public void GoOn() => StoppedAt = null;

    /// <summary>It ran; true when it has something to tell.</summary>
    public void Ran(DateTime at, bool tells) => (LastRunAt, Told) = (at, tells ? Told + 1 : Told);

    private static SavedSearch Make(SavedSearchOwner owner, SavedSearchOf of, string name, string question, string address, DateTime at) => new()
    {
        AccountId = owner.AccountId,
        Role = owner.Role,
        PersonId = owner.PersonId,
        StationSettlementId = owner.StationSettlementId,
        Of = of,
        Name = name,
        Question = question,
        Address = address,
        CreatedAt = at,
    };
}

/// <summary>Whose search it is, and who is told: the person herself, or the station of a settlement.</summary>
public sealed record SavedSearchOwner(long AccountId, Role Role, long? PersonId, long? StationSettlementId);

public enum SavedSearchOf
{
    Postings = 1,
    Workers = 2,
}

/// <summary>What a saved search has found before: each item once, so that nothing is told twice.</summary>
public sealed class SavedSearchFound
{
    public long SavedSearchId { get; init; }

    /// <summary>A posting's or a person's id.</summary>
    public long ItemId { get; init; }

    public DateTime At { get; init; }

    /// <summary>False: it matched already when the search was saved.</summary>
    public bool IsNew { get; init; }
}

internal sealed class SavedSearchConfiguration : IEntityTypeConfiguration<SavedSearch>
{
    public void Configure(EntityTypeBuilder<SavedSearch> builder)
    {
        builder.HasIndex(s => s.AccountId);
        builder.Property(s => s.Name).HasMaxLength(SavedSearch.LongestName);
        builder.Property(s => s.Question).HasMaxLength(4000);
        builder.Property(s => s.Address).HasMaxLength(1000);
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.Ignore(s => s.Postings);
        builder.Ignore(s => s.Workers);
        builder.Ignore(s => s.IsRunning);
        builder.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId);
    }
}

internal sealed class SavedSearchFoundConfiguration : IEntityTypeConfiguration<SavedSearchFound>
{
    public void Configure(EntityTypeBuilder<SavedSearchFound> builder)
    {
        builder.HasKey(f => new { f.SavedSearchId, f.ItemId });
        builder.HasOne<SavedSearch>().WithMany().HasForeignKey(f => f.SavedSearchId);
    }
}
