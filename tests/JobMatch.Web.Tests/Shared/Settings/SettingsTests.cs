using System.Diagnostics;
using JobMatch.Web.Shared.Edge;
using JobMatch.Web.Shared.Settings;
using Microsoft.Extensions.Configuration;
using Shouldly;
using Xunit;

namespace JobMatch.Web.Tests.Shared.Settings;

public sealed class SettingsTests
{
    private static readonly SettingsSection SiteSection = new("JobMatch", typeof(SiteOptions));
    private static readonly SettingsSection DatabaseSection = new("JobMatch:Database", typeof(DatabaseOptions));
    private static readonly SettingsSection LimitsSection = new("JobMatch:RateLimits", typeof(RateLimitOptions));

    [Fact]
    public void What_is_known_and_allowed_passes()
    {
        var configuration = Set(("JobMatch:Culture", "en"), ("jobmatch:database:provider", "postgresql"), ("JobMatch:RateLimits:ApplyPerMinute", "5"));
        SettingsCheck.Unknown(configuration, [SiteSection, DatabaseSection, LimitsSection]).ShouldBeEmpty();
        SettingsCheck.ValueFaults(configuration, SiteSection).ShouldBeEmpty();
        SettingsCheck.ValueFaults(configuration, DatabaseSection).ShouldBeEmpty();
        SettingsCheck.ValueFaults(configuration, LimitsSection).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("JobMatch:Colour", "red", "Unknown setting JobMatch:Colour; allowed under JobMatch: CountyName, Culture, Data, Database, ShowOutbox.")]
    [InlineData("JobMatch:Database:Host", "x", "Unknown setting JobMatch:Database:Host; allowed under JobMatch:Database: ConnectionString, Provider.")]
    public void An_unknown_key_is_named_with_what_is_allowed(string key, string value, string said) =>
        SettingsCheck.Unknown(Set((key, value)), [SiteSection, DatabaseSection]).ShouldBe([said]);

    [Theory]
    [InlineData("JobMatch:Culture", "fr", "Setting JobMatch:Culture is \"fr\"; allowed values: zh-CN, en.")]
    [InlineData("JobMatch:Database:Provider", "Oracle", "Setting JobMatch:Database:Provider is \"Oracle\"; allowed values: Sqlite, PostgreSql.")]
    [InlineData("JobMatch:Database:Provider", "1", "Setting JobMatch:Database:Provider is \"1\"; allowed values: Sqlite, PostgreSql.")]
    [InlineData("JobMatch:RateLimits:SignInPerMinute", "many", "Setting JobMatch:RateLimits:SignInPerMinute is \"many\"; allowed values: a whole number.")]
    [InlineData("JobMatch:RateLimits:SignInPerMinute", "0", "Setting JobMatch:RateLimits:SignInPerMinute is \"0\"; allowed values: 1 to 1000000.")]
    public void A_wrong_value_is_named_with_what_is_allowed(string key, string value, string said) =>
        new[] { SiteSection, DatabaseSection, LimitsSection }.SelectMany(section => SettingsCheck.ValueFaults(Set((key, value)), section)).ShouldBe([said]);

    [Theory]
    [InlineData("--JobMatch:Colour=red", "Unknown setting JobMatch:Colour")]
    [InlineData("--JobMatch:Database:Provider=Oracle", "allowed values: Sqlite, PostgreSql.")]
    public async Task The_program_stops_with_code_2_and_one_sentence(string argument, string said)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, argument, "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        using var program = Process.Start(start)!;
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var error = await program.StandardError.ReadToEndAsync(limit.Token);
        await program.WaitForExitAsync(limit.Token);

        program.ExitCode.ShouldBe(2);
        error.Trim().Split('\n').ShouldHaveSingleItem().ShouldContain(said);
    }

    private static IConfiguration Set(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build();
}
