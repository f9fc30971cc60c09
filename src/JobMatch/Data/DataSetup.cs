using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using System.Data.Common;

namespace JobMatch.Data;

/// <summary>Which database, and where the county's files lie.</summary>
public sealed class DataOptions
{
    /// <summary>Folder of the database, the keys and the embedded index.</summary>
    public string Folder { get; set; } = "data";

    /// <summary>Sqlite (default) or PostgreSql.</summary>
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>Only for PostgreSql; SQLite's file is <c>FOLDER/jobmatch.db</c>.</summary>
    public string ConnectionString { get; set; } = "";

    public string KeyFolder => Path.Combine(Folder, "keys");

    internal string EffectiveConnectionString => Provider == DatabaseProvider.Sqlite
        ? $"Data Source={Path.Combine(Folder, "jobmatch.db")};Foreign Keys=True;Default Timeout=30"
        : ConnectionString;
}

public enum DatabaseProvider
{
    Sqlite = 0,
    PostgreSql = 1,
}

public static class DataSetup
{
    /// <summary>The database, protection of personal data, change signal and scope.</summary>
    public static IServiceCollection AddData(this IServiceCollection services, DataOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        services.AddSingleton(options);
        services.AddSingleton<ChangeSignal>();
        services.AddSingleton(_ => PersonalData.Open(options.KeyFolder));
        services.AddScoped<CurrentScope>();
        services.AddDbContext<JobMatchDbContext>((provider, builder) => Configure(builder, options, provider.GetRequiredService<ChangeSignal>()));
        return services;
    }

    public static DbContextOptionsBuilder Configure(DbContextOptionsBuilder builder, DataOptions options, ChangeSignal signal)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Provider == DatabaseProvider.Sqlite)
            builder.UseSqlite(options.EffectiveConnectionString, o => o.MigrationsAssembly("JobMatch.Migrations.Sqlite").UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery));
        else
            builder.UseNpgsql(options.EffectiveConnectionString, o => o.MigrationsAssembly("JobMatch.Migrations.PostgreSql").UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery));
        return builder.AddInterceptors(new WakeOnCommit(signal), new SqlitePragmas());
    }

    /// <summary>Creates or upgrades the schema; makes the folder when it is missing.</summary>
    public static async Task MigrateAsync(this JobMatchDbContext db, DataOptions options, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(options);
        Directory.CreateDirectory(options.Folder);
        await db.Database.MigrateAsync(cancel);
    }

    /// <summary>A new service scope that sees everything: for jobs, projections and commands.</summary>
    public static AsyncServiceScope CreateSystemScope(this IServiceProvider services) => services.GetRequiredService<IServiceScopeFactory>().CreateSystemScope();

    /// <inheritdoc cref="CreateSystemScope(IServiceProvider)"/>
    public static AsyncServiceScope CreateSystemScope(this IServiceScopeFactory services)
    {
        var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentScope>().Use(Scope.System);
        return scope;
    }

    private sealed class WakeOnCommit(ChangeSignal signal) : DbTransactionInterceptor
    {
        public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            signal.Wake();
            return Task.CompletedTask;
        }

        public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => signal.Wake();
    }

    /// <summary>WAL keeps readers and the writer apart; NORMAL loses nothing committed when the process dies.</summary>
    private sealed class SqlitePragmas : DbConnectionInterceptor
    {
        private const string Pragmas = "pragma journal_mode = wal; pragma synchronous = normal; pragma busy_timeout = 30000; pragma cache_size = -32000;";

        /// <summary>EF looks whether the file exists through a read-only connection; that one cannot turn on WAL (a restored copy is not in WAL).</summary>
        private static bool IsWritable(DbConnection connection) => connection is Microsoft.Data.Sqlite.SqliteConnection
            && new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(connection.ConnectionString).Mode != Microsoft.Data.Sqlite.SqliteOpenMode.ReadOnly;

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            if (!IsWritable(connection)) return;
            using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            if (!IsWritable(connection)) return;
            await using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
