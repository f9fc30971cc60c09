using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace JobMatch.Data;

/// <summary>
/// A document that a search server refused for good: it cannot be found there until somebody mends the cause. Kept with the server's reason
/// for administrators; gone as soon as the server takes it.
/// </summary>
public sealed class RejectedDocument
{
    public const int LongestReason = 400;

    /// <summary>Posting or worker.</summary>
    public required ChangeKind Kind { get; init; }

    public required long EntityId { get; init; }

    public required long Seq { get; set; }

    public required string Reason { get; set; }

    public required DateTime At { get; set; }
}

internal sealed class RejectedDocumentConfiguration : IEntityTypeConfiguration<RejectedDocument>
{
    public void Configure(EntityTypeBuilder<RejectedDocument> builder) => builder.HasKey(d => new { d.Kind, d.EntityId });
}
