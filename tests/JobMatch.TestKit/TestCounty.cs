using JobMatch.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace JobMatch.TestKit;

/// <summary>
/// A county of its own for one test: a real database (a copy of a migrated template), real keys, the business wired as in the product,
/// and a clock that the test sets. Dispose drops the database and the folder.
/// </summary>
public sealed class TestCounty : IAsyncDisposable
{
    /// <summary>A Sunday morning in China, well inside a month.</summary>
    public static readonly DateTimeOffset Start = new(2026, 11, 15, 1, 0, 0, TimeSpan.Zero);

    private static readonly SemaphoreSlim TemplateGate = new(1, 1);
    private static readonly string TemplateFolder = Path.Combine(Path.GetTempPath(), $"jobmatch-template-{Environment.ProcessId}");
    private static readonly string TemplateName = $"jobmatch_template_{Environment.ProcessId}";
    private static readonly HashSet<DatabaseProvider> TemplatesReady = [];
    private readonly string? _database;

    private TestCounty(ServiceProvider services, DataOptions options, TestClock clock, string? database) =>
        (Services, Options, Clock, _database) = (services, options, clock, database);

    /// <summary>Connection string of a server on which databases may be made, or null.</summary>
    public static string? PostgreSqlServer { get; } = Environment.GetEnvironmentVariable("JOBMATCH_TEST_POSTGRESQL") is { Length: > 0 } value ? value : null;

    public ServiceProvider Services { get; }

    public DataOptions Options { get; }

    public TestClock Clock { get; }

    public DateOnly Today => Clock.Today();

    public static async Task<TestCounty> CreateAsync(DatabaseProvider provider = DatabaseProvider.Sqlite, Action<IServiceCollection>? more = null)
    {
        await EnsureTemplateAsync(provider);
        var folder = Directory.CreateTempSubdirectory("jobmatch-test-").FullName;
        var options = new DataOptions { Folder = folder, Provider = provider };
        string? database = null;
        if (provider == DatabaseProvider.Sqlite)
        {
            File.Copy(Path.Combine(TemplateFolder, "jobmatch.db"), Path.Combine(folder, "jobmatch.db"));
        }
        else
        {
            database = $"jobmatch_test_{Guid.NewGuid():N}";
            await RunOnServerAsync($"create database {database} template {TemplateName}");
            options.ConnectionString = ConnectionTo(database);
        }

        var clock = new TestClock(Start);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(clock);
        services.AddJobMatch(options);
        more?.Invoke(services);
        return new TestCounty(services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true }), options, clock, database);
    }

    /// <summary>Runs something in a request of its own, under a scope (default: the system's).</summary>
    public async Task<T> InAsync<T>(Func<IServiceProvider, Task<T>> work, Scope? scope = null)
    {
        ArgumentNullException.ThrowIfNull(work);
        await using var request = Services.CreateAsyncScope();
        request.ServiceProvider.GetRequiredService<CurrentScope>().Use(scope ?? Scope.System);
        return await work(request.ServiceProvider);
    }

    public Task InAsync(Func<IServiceProvider, Task> work, Scope? scope = null) => InAsync(async services =>
    {
        await work(services);
        return true;
    }, scope);

    /// <summary>Runs something on the database in a request of its own.</summary>
    public Task<T> OnDbAsync<T>(Func<JobMatchDbContext, Task<T>> work, Scope? scope = null) =>
        InAsync(services => work(services.GetRequiredService<JobMatchDbContext>()), scope);

    public Task OnDbAsync(Func<JobMatchDbContext, Task> work, Scope? scope = null) =>
        InAsync(services => work(services.GetRequiredService<JobMatchDbContext>()), scope);

    /// <summary>Stores entities and gives them back with their ids.</summary>
    public async Task<T> AddAsync<T>(T entity, params object[] more) where T : class
    {
        await OnDbAsync(async db =>
        {
            db.Add(entity);
            db.AddRange(more);
            await db.SaveChangesAsync();
        });
        return entity;
    }

    /// <summary>Writes everything into the database's file (SQLite), so that a copy of the folder holds it. Nobody may be using it.</summary>
    public void FoldWal() => FoldWal(Path.Combine(Options.Folder, "jobmatch.db"));

    /// <summary>Copies database and keys into another folder, after <see cref="FoldWal()"/>.</summary>
    public void CopyTo(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(Options.Folder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(Options.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        if (_database is null)
        {
            using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(Options.Folder, "jobmatch.db")};Foreign Keys=True;Default Timeout=30"))
                Microsoft.Data.Sqlite.SqliteConnection.ClearPool(connection);
        }
        else
        {
            NpgsqlConnection.ClearPool(new NpgsqlConnection(ConnectionTo(_database)));
            await RunOnServerAsync($"drop database if exists {_database} with (force)");
        }

        Directory.Delete(Options.Folder, recursive: true);
    }

    private static string ConnectionTo(string database) => new NpgsqlConnectionStringBuilder(PostgreSqlServer) { Database = database, MaxPoolSize = 20 }.ConnectionString;

    private static async Task EnsureTemplateAsync(DatabaseProvider provider)
    {
        await TemplateGate.WaitAsync();
        try
        {
            if (TemplatesReady.Contains(provider)) return;
            if (provider == DatabaseProvider.PostgreSql)
            {
                await RunOnServerAsync($"drop database if exists {TemplateName} with (force)");
                await RunOnServerAsync($"create database {TemplateName}");
            }

            var options = new DataOptions { Folder = TemplateFolder, Provider = provider, ConnectionString = provider == DatabaseProvider.PostgreSql ? ConnectionTo(TemplateName) : "" };
            AppDomain.CurrentDomain.ProcessExit += (_, _) => DropTemplate(provider);
            var builder = new DbContextOptionsBuilder<JobMatchDbContext>();
            DataSetup.Configure(builder, options, new ChangeSignal());
            await using (var db = new JobMatchDbContext(builder.Options, new CurrentScope()))
                await db.MigrateAsync(options, CancellationToken.None);
            if (provider == DatabaseProvider.Sqlite) FoldWal(Path.Combine(TemplateFolder, "jobmatch.db"));
            else NpgsqlConnection.ClearAllPools();
            TemplatesReady.Add(provider);
        }
        finally
        {
            TemplateGate.Release();
        }
    }

    /// <summary>A copy of the file alone has to hold everything.</summary>
    private static void FoldWal(string file)
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "pragma wal_checkpoint(truncate); pragma journal_mode = delete;";
        command.ExecuteNonQuery();
    }

    private static void DropTemplate(DatabaseProvider provider)
    {
        if (provider == DatabaseProvider.Sqlite && Directory.Exists(TemplateFolder)) Directory.Delete(TemplateFolder, recursive: true);
        if (provider != DatabaseProvider.PostgreSql) return;
        using var connection = new NpgsqlConnection(PostgreSqlServer);
        connection.Open();
        using var command = new NpgsqlCommand($"drop database if exists {TemplateName} with (force)", connection);
        command.ExecuteNonQuery();
    }

    private static async Task RunOnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(PostgreSqlServer);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>A clock that stands still until a test moves it.</summary>
public sealed class TestClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan by) => _now += by;

    public void Set(DateTimeOffset now) => _now = now;
}
