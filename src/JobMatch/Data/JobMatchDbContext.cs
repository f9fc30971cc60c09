using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace JobMatch.Data;

/// <summary>
/// The database. It names no entity: configurations are discovered, so that it depends on no module. Each save writes the change
/// events of what it changed in the same transaction.
/// </summary>
public sealed class JobMatchDbContext(DbContextOptions<JobMatchDbContext> options, CurrentScope scope) : DbContext(options)
{
    /// <summary>Key of the advisory lock under which Seq is drawn on PostgreSQL.</summary>
    private const long ChangeLock = 0x4A4F424D41544348; // "JOBMATCH"

    private readonly List<Change> _announced = [];

    // Read by the query filters; one row must not need more than these comparisons.
    public bool ScopeIsSystem => scope.Value.IsSystem;

    public IReadOnlyList<long> ScopeSettlements => scope.Value.SettlementIds;

    public long ScopePerson => scope.Value.PersonId;

    public long ScopeHousehold => scope.Value.HouseholdId;

    public long ScopeEmployer => scope.Value.EmployerId;

    /// <summary>Says that a bulk statement changed something; written with the next save of this context.</summary>
    public void Announce(ChangeKind kind, IEnumerable<long> ids) => _announced.AddRange(ids.Select(id => new Change(kind, id)));

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Saving is asynchronous here: use SaveChangesAsync.");

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        ChangeTracker.DetectChanges();
        var dirty = ChangeTracker.Entries().Where(e => e.Entity is IDirties && IsWritten(e)).Select(e => (IDirties)e.Entity).ToList();
        BumpVersions();
        // What a row dirtied before the change counts too: a person who moves leaves one household and joins another.
        var before = dirty.SelectMany(d => d.Dirties()).ToList();
        if (dirty.Count == 0 && _announced.Count == 0) return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);

        await using var transaction = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancellationToken) : null;
        var rows = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        await WriteChangeEventsAsync(before.Concat(dirty.SelectMany(d => d.Dirties())).Concat(_announced), cancellationToken);
        if (transaction is not null) await transaction.CommitAsync(cancellationToken);
        _announced.Clear();
        return rows;
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(JobMatchDbContext).Assembly);
        foreach (var entity in modelBuilder.Model.GetEntityTypes().Where(e => e.BaseType is null).ToList())
        {
            if (entity.FindProperty("Version") is { } version && version.ClrType == typeof(int)) version.IsConcurrencyToken = true;
            ScopeFilters.Apply(modelBuilder, entity, this);
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Protected>().HaveConversion<ProtectedConverter, ProtectedComparer>();
        configurationBuilder.Properties<string>().HaveMaxLength(400);
    }

    private static bool IsWritten(EntityEntry entry) => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted;

    private void BumpVersions()
    {
        foreach (var entry in ChangeTracker.Entries().Where(e => e.State == EntityState.Modified))
            if (entry.Metadata.FindProperty("Version") is { IsConcurrencyToken: true })
                entry.Property("Version").CurrentValue = (int)entry.Property("Version").OriginalValue! + 1;
    }

    private async Task WriteChangeEventsAsync(IEnumerable<Change> changes, CancellationToken cancel)
    {
        var distinct = changes.Where(c => c.Id > 0).Distinct().ToList();
        if (distinct.Count == 0) return;
        if (Database.IsNpgsql()) await Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({ChangeLock})", cancel);
        var events = distinct.Select(c => new ChangeEvent { Kind = c.Kind, EntityId = c.Id }).ToList();
        AddRange(events);
        await base.SaveChangesAsync(acceptAllChangesOnSuccess: true, cancel);
        foreach (var written in events) Entry(written).State = EntityState.Detached;
    }

    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        value => value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : DateTime.SpecifyKind(value, DateTimeKind.Utc),
        value => DateTime.SpecifyKind(value, DateTimeKind.Utc));

    private sealed class ProtectedConverter() : ValueConverter<Protected, byte[]>(value => value.Cipher, bytes => new Protected(bytes));

    private sealed class ProtectedComparer() : ValueComparer<Protected>(
        (a, b) => ReferenceEquals(a, b) || (a != null && a.Equals(b)), value => value.GetHashCode(), value => value);
}
