using JobMatch.Cli;
using Shouldly;
using Xunit;

namespace JobMatch.Tests.Cli;

public sealed class AdminCreateCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("jobmatch-admin-").FullName;

    [Fact]
    public async Task Makes_the_first_administrator_once_and_prints_the_password_once()
    {
        var (code, output, _) = await RunAsync("admin", "create", "--user", "guanli");
        code.ShouldBe(0);
        output.ShouldMatch("Password, shown this once: [a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}");

        (code, output, var error) = await RunAsync("admin", "create", "--user", "guanli");
        code.ShouldBe(2);
        error.ShouldContain("is taken already");
        output.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_name_is_needed()
    {
        var (code, _, error) = await RunAsync("admin", "create");
        code.ShouldBe(2);
        error.ShouldContain("--user");
        Directory.EnumerateFileSystemEntries(_folder).ShouldBeEmpty();
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        using StringWriter output = new(), error = new();
        var code = await CommandLine.RunAsync([.. args, "--data", _folder], output, error);
        return (code, output.ToString(), error.ToString());
    }
}
