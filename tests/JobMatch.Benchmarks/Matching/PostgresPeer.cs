using System.Globalization;
using JobMatch.Matching;
using Npgsql;
using NpgsqlTypes;

namespace JobMatch.Benchmarks.Matching;

/// <summary>
/// The same ranking in SQL: the gates as conditions, the criteria as integer expressions over the facts that the posting asks for, one process, everything in memory. The hash by which
/// equals take turns is stored, so the database need not work it out.
/// </summary>
internal sealed class PostgresPeer : IAsyncDisposable
{
    private readonly string name = string.Create(CultureInfo.InvariantCulture, $"jobmatch_bench_{Environment.ProcessId}");
    private readonly string admin;
    private readonly NpgsqlDataSource source;

    private PostgresPeer(string admin)
    {
        this.admin = admin;
        source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(admin) { Database = name, CommandTimeout = 600 });
    }

    /// <summary>Null where no cluster is given.</summary>
    public static async Task<PostgresPeer?> CreateAsync(IEnumerable<WorkerProfile> workers)
    {
        if (Environment.GetEnvironmentVariable("JOBMATCH_TEST_POSTGRESQL") is not { Length: > 0 } admin) return null;
        var peer = new PostgresPeer(admin);
        await peer.RunAdminAsync($"CREATE DATABASE {peer.name}");
        await peer.LoadAsync(workers);
        return peer;
    }

    /// <summary>Ids of the best, in order, and the milliseconds of processor time that the server spent on them.</summary>
    public async Task<(IReadOnlyList<long> Ids, double Milliseconds)> BestAsync(PostingProfile posting, int k)
    {
        await using var connection = await source.OpenConnectionAsync();
        await ExecuteAsync(connection, "SET max_parallel_workers_per_gather = 0; SET work_mem = '256MB'; SET jit = off");
        await using var command = new NpgsqlCommand(RankingSql.Of(posting, k), connection);
        await command.PrepareAsync();
        var ids = new List<long>();
        var clock = new BackendClock(connection.ProcessID);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) ids.Add(reader.GetInt64(0));
        return (ids, clock.Milliseconds);
    }

    public async ValueTask DisposeAsync()
    {
        await source.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        await RunAdminAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }

    private async Task RunAdminAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(admin);
        await connection.OpenAsync();
        await ExecuteAsync(connection, sql);
    }

    private async Task LoadAsync(IEnumerable<WorkerProfile> workers)
    {
        await using var connection = await source.OpenConnectionAsync();
        await ExecuteAsync(connection, """
            CREATE UNLOGGED TABLE worker (id bigint, settlement int, township int, county int, province int, latitude int, longitude int, birth date, capacity int, restrictions int,
                impossible int, mobility int, metres int, education int, mandarin int, kinds int, shifts int, care bool, floor bigint, last bigint, waiting date, hidden bool, turn bigint);
            CREATE UNLOGGED TABLE fact (worker bigint, kind int, code int, a int, b int);
            """);
        var facts = new List<(long Worker, int Kind, int Code, int A, int B)>();
        await using (var writer = await connection.BeginBinaryImportAsync("COPY worker FROM STDIN (FORMAT BINARY)"))
        {
            foreach (var worker in workers)
            {
                await WriteAsync(writer, worker);
                facts.AddRange(FactsOf(worker));
            }
            await writer.CompleteAsync();
        }
        await using (var writer = await connection.BeginBinaryImportAsync("COPY fact FROM STDIN (FORMAT BINARY)"))
        {
            foreach (var fact in facts)
            {
                await writer.StartRowAsync();
                await writer.WriteAsync(fact.Worker, NpgsqlDbType.Bigint);
                foreach (var number in (int[])[fact.Kind, fact.Code, fact.A, fact.B]) await writer.WriteAsync(number, NpgsqlDbType.Integer);
            }
            await writer.CompleteAsync();
        }
        await ExecuteAsync(connection, "ALTER TABLE worker ADD PRIMARY KEY (id); CREATE INDEX ON fact (kind, code) INCLUDE (worker, a, b); VACUUM ANALYZE worker; VACUUM ANALYZE fact;");
    }

    private static IEnumerable<(long, int, int, int, int)> FactsOf(WorkerProfile worker) =>
        worker.Skills.Select(s => (worker.Id, RankingSql.Skill, s.Skill, s.Level, s.Evidenced ? 1 : 0))
            .Concat(worker.Occupations.Select(o => (worker.Id, RankingSql.Occupation, o.Occupation, o.LastYear, o.Months)))
            .Concat(worker.Certificates.Select(c => (worker.Id, RankingSql.Certificate, c.Kind, c.ValidTo?.DayNumber ?? int.MaxValue, 0)))
            .Concat(worker.TrainingsDone.Select(t => (worker.Id, RankingSql.Training, t, 0, 0)))
            .Concat(worker.WishedOccupations.Select(o => (worker.Id, RankingSql.WishedOccupation, o, 0, 0)))
            .Concat(worker.WishedPlaces.Select(p => (worker.Id, RankingSql.WishedPlace, p, 0, 0)));

    private static async Task WriteAsync(NpgsqlBinaryImporter writer, WorkerProfile worker)
    {
        var home = worker.Home;
        await writer.StartRowAsync();
        await writer.WriteAsync(worker.Id, NpgsqlDbType.Bigint);
        foreach (var number in (int[])[home.Settlement, home.Township, home.County, home.Province, home.Position!.Value.LatitudeE6, home.Position.Value.LongitudeE6])
            await writer.WriteAsync(number, NpgsqlDbType.Integer);
        await writer.WriteAsync(worker.BirthDate!.Value, NpgsqlDbType.Date);
        foreach (var number in (int[])
                 [
                     (int)worker.LabourCapacity, (int)worker.Restrictions, (int)worker.Impossible, (int)worker.Mobility, worker.MobilityMetres, (int)worker.Education, (int)worker.Mandarin,
                     (int)worker.WishedKinds, (int)worker.WishedShifts,
                 ])
            await writer.WriteAsync(number, NpgsqlDbType.Integer);
        await writer.WriteAsync(worker.WantsCareFriendlyHours, NpgsqlDbType.Boolean);
        await writer.WriteAsync(worker.WageFloorFen, NpgsqlDbType.Bigint);
        await writer.WriteAsync(worker.LastWageFen, NpgsqlDbType.Bigint);
        if (worker.WaitingSince is { } since) await writer.WriteAsync(since, NpgsqlDbType.Date);
        else await writer.WriteNullAsync();
        await writer.WriteAsync(worker.Hidden, NpgsqlDbType.Boolean);
        // Unsigned order in a signed column.
        await writer.WriteAsync(unchecked((long)(RankOrder.Hash(worker.Id, Province.Today) ^ (1UL << 63))), NpgsqlDbType.Bigint);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        // One by one: VACUUM and CREATE DATABASE refuse to share a transaction.
        foreach (var statement in sql.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            await using var command = new NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync();
        }
    }
}
