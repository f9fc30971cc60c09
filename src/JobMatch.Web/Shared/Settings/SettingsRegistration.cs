namespace JobMatch.Web.Shared.Settings;

internal static class SettingsRegistration
{
    /// <summary>The settings of the site itself; each part adds its own with <see cref="AddSettings{T}"/>.</summary>
    internal static void AddSettings(this WebApplicationBuilder builder)
    {
        builder.AddSettings<SiteOptions>(SettingsCheck.Root);
        builder.AddSettings<DatabaseOptions>($"{SettingsCheck.Root}:Database");
    }

    /// <summary>Binds a section under <c>JobMatch</c> to a type and makes its properties known to the check at start.</summary>
    internal static void AddSettings<T>(this WebApplicationBuilder builder, string section) where T : class
    {
        builder.Services.AddSingleton(new SettingsSection(section, typeof(T)));
        builder.Services.AddOptions<T>().BindConfiguration(section).ValidateDataAnnotations().ValidateOnStart();
    }

    /// <summary>Stops the start when a setting is unknown or not allowed.</summary>
    /// <exception cref="SettingsRefusedException">One sentence per fault, with the allowed values.</exception>
    internal static void CheckSettings(this WebApplication app)
    {
        var faults = SettingsCheck.Faults(app.Configuration, app.Services.GetServices<SettingsSection>().ToList());
        if (faults.Count > 0)
            throw new SettingsRefusedException(faults);
    }
}
