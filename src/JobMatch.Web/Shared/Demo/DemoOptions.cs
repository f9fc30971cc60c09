using JobMatch.Web.Shared.Settings;

namespace JobMatch.Web.Shared.Demo;

/// <summary>What the start does with an empty database, section <c>JobMatch:Demo</c>.</summary>
public sealed class DemoOptions
{
    /// <summary>None leaves it empty; the others load an invented county of that size while the site already answers.</summary>
    public DemoCounty County { get; set; } = DemoCounty.None;

    /// <summary>Number from which the county is made; the same number gives the same county.</summary>
    public int Seed { get; set; } = 1;
}

public enum DemoCounty
{
    None = 0,
    Tiny = 1,
    Demo = 2,
    County = 3,
}

internal static class DemoRegistration
{
    internal static void AddDemo(this WebApplicationBuilder builder)
    {
        builder.AddSettings<DemoOptions>($"{SettingsCheck.Root}:Demo");
        builder.Services.AddHostedService<DemoCountyLoader>();
    }
}
