using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace JobMatch.Data;

/// <summary>
/// Rows of a person carry her settlement, because the scope is tested on it. When she moves they follow: every row whose settlement can be
/// set. A settlement that is only given when the row is made (evidence of a month, a membership) stays where it happened.
/// </summary>
internal static class PersonRows
{
    /// <summary>Moves the rows of every module; runs inside the caller's transaction.</summary>
    public static async Task FollowAsync(JobMatchDbContext db, long personId, long householdId, long settlementId, CancellationToken cancel)
    {
        foreach (var entity in db.Model.GetEntityTypes().Where(e => typeof(IPersonScoped).IsAssignableFrom(e.ClrType) && Follows(e, "SettlementId")))
        {
            if (entity.FindProperty("PersonId") is null && entity.FindProperty("WorkerId") is null && !IsWorker(entity)) continue;
            await db.Database.ExecuteSqlRawAsync(Statement(entity), [settlementId, householdId, personId], cancel);
        }
    }

    /// <summary>The person herself is tracked by the use case that moves her; the worker shares her id.</summary>
    private static bool IsWorker(IEntityType entity) => entity.FindPrimaryKey()!.Properties[0].IsForeignKey();

    private static bool Follows(IEntityType entity, string name) =>
        entity.ClrType.GetProperty(name) is { SetMethod: { IsPublic: true } set } && entity.FindProperty(name) is not null
        && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static string Statement(IEntityType entity)
    {
        var table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)!.Value;
        string Column(string property) => $"\"{entity.FindProperty(property)!.GetColumnName(table)}\"";
        var key = entity.FindProperty("PersonId") is not null ? "PersonId" : entity.FindProperty("WorkerId") is not null ? "WorkerId" : "Id";
        var household = Follows(entity, "HouseholdId") ? $", {Column("HouseholdId")} = {{1}}" : "";
        var version = entity.FindProperty("Version") is { IsConcurrencyToken: true } ? $", {Column("Version")} = {Column("Version")} + 1" : "";
        return $"update \"{table.Name}\" set {Column("SettlementId")} = {{0}}{household}{version} where {Column(key)} = {{2}}";
    }
}
