using System.Data;
using System.Data.Common;
using System.Text;
using JobMatch.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace JobMatch.Tallies;

/// <summary>
/// Writes the evidence of a month in statements of many rows. Through the change tracker 50,000 rows kept SQLite's only write lock for
/// about eight seconds on two cores; this takes well under one (measured with 51,662 rows). Every other table is written by EF Core.
/// </summary>
internal static class WorkerMonthWriter
{
    private const int RowsAStatement = 20; // SQLite looks each parameter up by name along the list: many more cost more than they save

    private static readonly string[] Columns =
        ["MonthCountId", "Month", "PersonId", "HouseholdId", "SettlementId", "HasCapacity", "Willing", "WorkingAge", "Employed", "Stable", "Channel", "SpellId", "WageFenPerMonth"];

    private static readonly DbType[] Types =
    [
        DbType.Int64, DbType.Int32, DbType.Int64, DbType.Int64, DbType.Int64, DbType.Boolean, DbType.Boolean, DbType.Boolean, DbType.Boolean, DbType.Boolean,
        DbType.Int32, DbType.Int64, DbType.Int64,
    ];

    /// <summary>Inside the caller's transaction.</summary>
    public static async Task WriteAsync(JobMatchDbContext db, IReadOnlyList<WorkerMonth> rows, CancellationToken cancel)
    {
        DbCommand? command = null;
        try
        {
            foreach (var chunk in rows.Chunk(RowsAStatement))
            {
                if (command?.Parameters.Count != chunk.Length * Columns.Length)
                {
                    if (command is not null) await command.DisposeAsync();
                    command = Prepare(db, chunk.Length);
                }

                Fill(command, chunk);
                await command.ExecuteNonQueryAsync(cancel);
            }
        }
        finally
        {
            if (command is not null) await command.DisposeAsync();
        }
    }

    private static DbCommand Prepare(JobMatchDbContext db, int rows)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        var sql = new StringBuilder("insert into \"WorkerMonth\" (").AppendJoin(", ", Columns.Select(c => $"\"{c}\"")).Append(") values ");
        for (var row = 0; row < rows; row++)
        {
            sql.Append(row == 0 ? "(" : ", (");
            for (var column = 0; column < Columns.Length; column++)
            {
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.DbType) = ($"@p{command.Parameters.Count}", Types[column]);
                command.Parameters.Add(parameter);
                sql.Append(column == 0 ? "" : ", ").Append(parameter.ParameterName);
            }

            sql.Append(')');
        }

#pragma warning disable CA2100 // the text is made of the constants above and parameter names
        command.CommandText = sql.ToString();
#pragma warning restore CA2100
        return command;
    }

    private static void Fill(DbCommand command, WorkerMonth[] rows)
    {
        var at = 0;
        foreach (var row in rows)
        {
            object?[] values =
            [
                row.MonthCountId, row.Month, row.PersonId, row.HouseholdId, row.SettlementId, row.HasCapacity, row.Willing, row.WorkingAge, row.Employed, row.Stable,
                row.Channel is { } channel ? (int)channel : null, row.SpellId, row.WageFenPerMonth,
            ];
            foreach (var value in values) command.Parameters[at++].Value = value ?? DBNull.Value;
        }
    }
}
