using JobMatch.Employers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace JobMatch.Postings;

/// <summary>招聘公告: one notice may carry several postings, each with its quotas.</summary>
public sealed class Notice
{
    public long Id { get; private set; }

    public required long EmployerId { get; init; }

    public required string Title { get; set; }

    /// <summary>文号, when the notice has one.</summary>
    public string DocumentNumber { get; set; } = "";

    public DateOnly? ClosesOn { get; set; }

    public required DateTime CreatedAt { get; init; }
}

internal sealed class NoticeConfiguration : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> builder) => builder.HasOne<Employer>().WithMany().HasForeignKey(n => n.EmployerId);
}
