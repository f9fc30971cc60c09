using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace JobMatch.Data;

/// <summary>
/// The scope, as a named query filter on every row that belongs to somebody. It is named so that a view may lift it for a count outside
/// the clerk's scope (<c>IgnoreQueryFilters([ScopeFilters.Name])</c>) without lifting anything else.
/// </summary>
public static class ScopeFilters
{
    public const string Name = "Scope";

    internal static void Apply(ModelBuilder model, IMutableEntityType entity, JobMatchDbContext db)
    {
        var type = entity.ClrType;
        var row = Expression.Parameter(type, "row");
        if (!typeof(IPersonScoped).IsAssignableFrom(type) && !typeof(IHouseholdScoped).IsAssignableFrom(type) && !typeof(ISettlementScoped).IsAssignableFrom(type)) return;

        var seen = Expression.OrElse(Of(db, nameof(db.ScopeIsSystem)), InScopedSettlement(type, row, db));
        if (typeof(IPersonScoped).IsAssignableFrom(type))
            seen = Expression.OrElse(seen, Expression.Equal(Column(row, Key(entity, "PersonId", "WorkerId")), Of(db, nameof(db.ScopePerson))));
        if (typeof(IHouseholdScoped).IsAssignableFrom(type))
            seen = Expression.OrElse(seen, Expression.Equal(Column(row, Key(entity, "HouseholdId")), Of(db, nameof(db.ScopeHousehold))));
        if (typeof(IEmployerShared).IsAssignableFrom(type))
        {
            var ofEmployer = Expression.Equal(Column(row, nameof(IEmployerShared.EmployerId)), Of(db, nameof(db.ScopeEmployer)));
            seen = Expression.OrElse(seen, Expression.AndAlso(ofEmployer, Expression.Property(row, nameof(IEmployerShared.EmployerMaySee))));
        }

        model.Entity(type).HasQueryFilter(Name, Expression.Lambda(seen, row));
    }

    /// <summary>Settlements themselves are keyed by Id; the mapped column that names the owner is the first that exists.</summary>
    private static string Key(IMutableEntityType entity, params string[] names) => names.FirstOrDefault(n => entity.FindProperty(n) is not null) ?? "Id";

    private static MethodCallExpression InScopedSettlement(Type type, ParameterExpression row, JobMatchDbContext db)
    {
        var column = Expression.Property(row, type.GetProperty(nameof(ISettlementScoped.SettlementId))!);
        return Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [typeof(long)], Of(db, nameof(db.ScopeSettlements)), column);
    }

    private static MemberExpression Column(ParameterExpression row, string name) => Expression.Property(row, name);

    // EF replaces the context of the model by the context of the query.
    private static MemberExpression Of(JobMatchDbContext db, string property) => Expression.Property(Expression.Constant(db), property);
}
