using JobMatch.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace JobMatch.Postings;

/// <summary>Anyone may report a posting; a station looks.</summary>
public sealed class PostingReport : IDirties
{
    public long Id { get; private set; }

    public required long PostingId { get; init; }

    public required PostingReportReason Reason { get; init; }

    public string Text { get; init; } = "";

    public required DateTime At { get; init; }

    public DateTime? ClosedAt { get; set; }

    public long? ClosedBy { get; set; }

    public string Finding { get; set; } = "";

    public IEnumerable<Change> Dirties() => [new(ChangeKind.Posting, PostingId)];
}

internal sealed class PostingReportConfiguration : IEntityTypeConfiguration<PostingReport>
{
    public void Configure(EntityTypeBuilder<PostingReport> builder)
    {
        builder.HasOne<Posting>().WithMany().HasForeignKey(r => r.PostingId);
        builder.Property(r => r.Text).HasMaxLength(1000);
    }
}
