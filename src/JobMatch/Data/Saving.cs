using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace JobMatch.Data;

/// <summary>Saving at the end of a use case: a lost race over a row is something to tell the user, not a bug.</summary>
internal static class Saving
{
    private const int SqliteConstraint = 19;

    /// <summary>Saves; refuses when somebody else changed one of the rows since it was read. The value is taken after the save.</summary>
    public static async Task<Outcome<T>> SaveAsync<T>(this JobMatchDbContext db, Func<T> value, CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
            return value();
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refusal.ChangedMeanwhile;
        }
    }

    /// <summary>Two rows with one unique key met: the other one was first.</summary>
    public static bool IsUniqueViolation(this DbUpdateException exception) => exception.InnerException switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode == SqliteConstraint,
        PostgresException postgres => postgres.SqlState == PostgresErrorCodes.UniqueViolation,
        _ => false,
    };
}
