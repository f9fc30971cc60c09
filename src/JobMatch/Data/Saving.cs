using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace JobMatch.Data;

/// <summary>Saving at the end of a use case: a lost race over a row is something to tell the user, not a bug.</summary>
public static class Saving
{
    private const int SqliteUnique = 2067;
    private const int SqlitePrimaryKey = 1555;

    /// <summary>
    /// Saves; when somebody else changed a row meanwhile, or stored the same key a moment earlier, nothing is stored and the user is told.
    /// </summary>
    public static Task<Outcome<bool>> SaveOrRefuseAsync(this JobMatchDbContext db, CancellationToken cancel) => db.SaveAsync(() => true, cancel);

    /// <inheritdoc cref="SaveOrRefuseAsync"/>
    /// <param name="db">What is saved.</param>
    /// <param name="value">The outcome's value; taken after the save, when ids are known.</param>
    /// <param name="cancel">Stops the save.</param>
    public static async Task<Outcome<T>> SaveAsync<T>(this JobMatchDbContext db, Func<T> value, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(value);
        try
        {
            await db.SaveChangesAsync(cancel);
            return value();
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refusal.ChangedMeanwhile;
        }
        catch (DbUpdateException stored) when (stored.IsUniqueViolation())
        {
            return Refusal.ChangedMeanwhile;
        }
    }

    /// <summary>Two rows with one unique key met: the other one was first.</summary>
    public static bool IsUniqueViolation(this DbUpdateException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception.InnerException switch
        {
            SqliteException sqlite => sqlite.SqliteExtendedErrorCode is SqliteUnique or SqlitePrimaryKey,
            PostgresException postgres => postgres.SqlState == PostgresErrorCodes.UniqueViolation,
            _ => false,
        };
    }
}
