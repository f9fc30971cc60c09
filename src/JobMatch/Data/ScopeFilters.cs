using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Data;

/// <summary>
/// The scope, as a named query filter on every row that belongs to somebody. It is named so that a view may lift it for a count outside
/// the clerk's scope (<c>IgnoreQueryFilters([ScopeFilters.Name])</c>) without lifting anything else.
/// </summary>
public static class ScopeFilters
{
    public const string Name = "Scope";

    private static readonly (Type Kind, string Method)[] Filters =
    [
        (typeof(IEmployerShared), nameof(EmployerShared)),
        (typeof(IPersonScoped), nameof(OfPerson)),
        (typeof(IHouseholdScoped), nameof(OfHousehold)),
        (typeof(ISettlementScoped), nameof(OfSettlement)),
    ];

    internal static void Apply(ModelBuilder model, Type entity, JobMatchDbContext db)
    {
        var filter = Filters.FirstOrDefault(f => f.Kind.IsAssignableFrom(entity));
        if (filter.Method is null) return;
        var method = typeof(ScopeFilters).GetMethod(filter.Method, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(entity);
        model.Entity(entity).HasQueryFilter(Name, (LambdaExpression)method.Invoke(null, [db])!);
    }

    private static Expression<Func<T, bool>> EmployerShared<T>(JobMatchDbContext db) where T : IEmployerShared =>
        row => db.ScopeIsSystem || db.ScopeSettlements.Contains(row.SettlementId) || row.PersonId == db.ScopePerson
            || (row.EmployerId == db.ScopeEmployer && row.EmployerMaySee);

    private static Expression<Func<T, bool>> OfPerson<T>(JobMatchDbContext db) where T : IPersonScoped =>
        row => db.ScopeIsSystem || db.ScopeSettlements.Contains(row.SettlementId) || row.PersonId == db.ScopePerson;

    private static Expression<Func<T, bool>> OfHousehold<T>(JobMatchDbContext db) where T : IHouseholdScoped =>
        row => db.ScopeIsSystem || db.ScopeSettlements.Contains(row.SettlementId) || row.HouseholdId == db.ScopeHousehold;

    private static Expression<Func<T, bool>> OfSettlement<T>(JobMatchDbContext db) where T : ISettlementScoped =>
        row => db.ScopeIsSystem || db.ScopeSettlements.Contains(row.SettlementId);
}
