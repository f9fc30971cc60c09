using JobMatch.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace JobMatch.Migrations.Tool;

/// <summary>For dotnet-ef only: <c>-- pg</c> chooses PostgreSQL, otherwise SQLite. See README, "change the schema".</summary>
internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<JobMatchDbContext>
{
    public JobMatchDbContext CreateDbContext(string[] args)
    {
        var options = args.Contains("pg")
            ? new DataOptions { Provider = DatabaseProvider.PostgreSql, ConnectionString = "Host=127.0.0.1;Database=design" }
            : new DataOptions { Folder = Path.GetTempPath() };
        var builder = new DbContextOptionsBuilder<JobMatchDbContext>();
        DataSetup.Configure(builder, options, new ChangeSignal());
        return new JobMatchDbContext(builder.Options, new CurrentScope());
    }

    private static void Main() => Console.WriteLine("Start this through dotnet-ef.");
}
