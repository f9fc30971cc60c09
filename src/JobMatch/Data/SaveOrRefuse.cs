using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace JobMatch.Data;

public static class SaveOrRefuse
{
    private const int SqliteUnique = 2067;
    private const int SqlitePrimaryKey = 1555;

    /// <summary>
    /// Saves; when somebody else changed a row meanwhile, or stored the same key a moment earlier, nothing is stored and the user is told.
    /// </summary>
    public static async Task<Outcome<bool>> SaveOrRefuseAsync(this JobMatchDbContext db, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        try
        {
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refusal.ChangedMeanwhile;
        }
        catch (DbUpdateException stored) when (IsTakenKey(stored))
        {
            return Refusal.ChangedMeanwhile;
        }
    }

    /// <summary>Whether a unique key was taken already.</summary>
    public static bool IsTakenKey(DbUpdateException failed)
    {
        ArgumentNullException.ThrowIfNull(failed);
        return failed.InnerException switch
        {
            SqliteException sqlite => sqlite.SqliteExtendedErrorCode is SqliteUnique or SqlitePrimaryKey,
            PostgresException postgres => postgres.SqlState == PostgresErrorCodes.UniqueViolation,
            _ => false,
        };
    }
}
