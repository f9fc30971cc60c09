using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace JobMatch.Search.Embedded;

/// <summary>One connection to an index file with its statements kept prepared. Used by one thread at a time.</summary>
internal sealed class IndexConnection : IDisposable
{
    private const int MostStatements = 64;
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _statements = new(StringComparer.Ordinal);

    private readonly Dictionary<string, sqlite3_stmt> _lists = new(StringComparer.Ordinal);

    private IndexConnection(string file, SqliteOpenMode mode, string pragmas, IndexMemory memory)
    {
        Memory = memory;
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false, DefaultTimeout = 30 }.ToString());
        try
        {
            _connection.Open();
            Script(pragmas);
        }
        catch
        {
            _connection.Dispose();
            throw;
        }
    }

    /// <summary>What the readers of this file share.</summary>
    public IndexMemory Memory { get; }

    public static IndexConnection ForReading(string file, IndexMemory memory) =>
        new(file, SqliteOpenMode.ReadOnly, "pragma busy_timeout = 5000; pragma query_only = on; pragma cache_size = -16000; pragma mmap_size = 268435456;", memory);

    public static IndexConnection ForWriting(string file) =>
        new(file, SqliteOpenMode.ReadWrite, "pragma busy_timeout = 30000; pragma synchronous = normal; pragma cache_size = -16000;", new IndexMemory());

    /// <summary>A new file, filled without a journal: when the process dies, nobody has heard of it yet.</summary>
    public static IndexConnection ForBuilding(string file) =>
        new(file, SqliteOpenMode.ReadWriteCreate, "pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -64000;", new IndexMemory());

    public void Script(string sql)
    {
        using var command = _connection.CreateCommand();
#pragma warning disable CA2100 // All statements of the index are constants of this folder; values are parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    public int Run(string sql, params ReadOnlySpan<(string Name, object? Value)> values) => Statement(sql, values).ExecuteNonQuery();

    public long? Number(string sql, params ReadOnlySpan<(string Name, object? Value)> values) =>
        Statement(sql, values).ExecuteScalar() is { } value and not DBNull ? Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture) : null;

    public List<T> Rows<T>(string sql, Func<SqliteDataReader, T> row, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var reader = Statement(sql, values).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(row(reader));
        return rows;
    }

    public void Each(string sql, Action<SqliteDataReader> row, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var reader = Statement(sql, values).ExecuteReader();
        while (reader.Read()) row(reader);
    }

    /// <summary>
    /// The row numbers that a statement with one text parameter gives, as slots. Stepped by hand: a common word has tens of thousands of
    /// rows, and a reader's bookkeeping for each costs more than the list itself.
    /// </summary>
    public SlotSet Slots(string sql, string value, int length)
    {
        if (!_lists.TryGetValue(sql, out var statement))
        {
            Check(raw.sqlite3_prepare_v2(_connection.Handle!, sql, out statement));
            _lists[sql] = statement;
        }

        var slots = new SlotSet(length);
        try
        {
            Check(raw.sqlite3_bind_text(statement, 1, value));
            int code;
            while ((code = raw.sqlite3_step(statement)) == raw.SQLITE_ROW) slots.Add((int)raw.sqlite3_column_int64(statement, 0));
            if (code != raw.SQLITE_DONE) Check(code);
        }
        finally
        {
            _ = raw.sqlite3_reset(statement);
        }

        return slots;
    }

    /// <summary>Everything inside sees, or writes, one state of the file.</summary>
    public T InTransaction<T>(bool writes, Func<T> work)
    {
        Run(writes ? "begin immediate" : "begin");
        try
        {
            var result = work();
            Run("commit");
            return result;
        }
        catch
        {
            Run("rollback");
            throw;
        }
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values) statement.Dispose();
        foreach (var statement in _lists.Values) statement.Dispose();
        _connection.Dispose();
    }

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK) throw new SqliteException(raw.sqlite3_errmsg(_connection.Handle!).utf8_to_string(), code);
    }

    private SqliteCommand Statement(string sql, ReadOnlySpan<(string Name, object? Value)> values)
    {
        if (!_statements.TryGetValue(sql, out var command))
        {
            if (_statements.Count >= MostStatements) Forget();
            command = _connection.CreateCommand();
#pragma warning disable CA2100 // As above.
            command.CommandText = sql;
#pragma warning restore CA2100
            foreach (var (name, _) in values) command.Parameters.Add(new SqliteParameter { ParameterName = name });
            _statements[sql] = command;
        }

        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i].Value ?? DBNull.Value;
        return command;
    }

    private void Forget()
    {
        foreach (var statement in _statements.Values) statement.Dispose();
        _statements.Clear();
    }
}
