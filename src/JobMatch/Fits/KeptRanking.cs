using JobMatch.Accounts;
using JobMatch.Households;
using JobMatch.Postings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace JobMatch.Fits;

/// <summary>Which ranking: the people of one posting, or the postings of one person.</summary>
public sealed record RankedSearch
{
    private RankedSearch()
    {
    }

    public long? PostingId { get; private init; }

    public long? PersonId { get; private init; }

    public static RankedSearch OfPosting(long id) => new() { PostingId = id };

    public static RankedSearch OfPerson(long id) => new() { PersonId = id };
}

/// <summary>
/// How a clerk last chose to rank one posting's people or one person's postings. It belongs to her account and to that search alone; where it differs from the page as it opens only, and until it was
/// not used for <see cref="KeptDays"/> days.
/// </summary>
public sealed class KeptRanking
{
    public const int KeptDays = 90;

    private KeptRanking()
    {
    }

    public long Id { get; private set; }

    public long AccountId { get; private init; }

    public long? PostingId { get; private init; }

    public long? PersonId { get; private init; }

    /// <summary>The ranking as the query of an address: "Wage=Must&amp;needFirst=true".</summary>
    public string Query { get; private init; } = "";

    /// <summary>Last chosen or, to the day, last opened.</summary>
    public DateTime UsedAt { get; private init; }

    internal static KeptRanking Of(long accountId, RankedSearch search, string query, DateTime at) =>
        new() { AccountId = accountId, PostingId = search.PostingId, PersonId = search.PersonId, Query = query, UsedAt = at };
}

internal sealed class KeptRankingConfiguration : IEntityTypeConfiguration<KeptRanking>
{
    public void Configure(EntityTypeBuilder<KeptRanking> builder)
    {
        // Of the two ids one is always empty, and empty ones are no duplicates.
        builder.HasIndex(k => new { k.AccountId, k.PostingId }).IsUnique();
        builder.HasIndex(k => new { k.AccountId, k.PersonId }).IsUnique();
        builder.HasOne<Account>().WithMany().HasForeignKey(k => k.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Posting>().WithMany().HasForeignKey(k => k.PostingId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(k => k.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
