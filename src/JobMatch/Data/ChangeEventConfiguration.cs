using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace JobMatch.Data;

internal sealed class ChangeEventConfiguration : IEntityTypeConfiguration<ChangeEvent>
{
    public void Configure(EntityTypeBuilder<ChangeEvent> builder) => builder.HasKey(e => e.Seq);
}

internal sealed class ProjectionCursorConfiguration : IEntityTypeConfiguration<ProjectionCursor>
{
    public void Configure(EntityTypeBuilder<ProjectionCursor> builder) => builder.HasKey(c => c.Name);
}
