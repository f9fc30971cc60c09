using JobMatch.Data;

namespace JobMatch.Web.Shared.Settings;

internal static class SettingsRegistration
{
    /// <summary>The settings of the site itself; each part adds its own with <see cref="AddSettings{T}"/>.</summary>
    /// <returns>Where the data lies, for the parts that need it before the program is built.</returns>
    internal static DataOptions AddSettings(this WebApplicationBuilder builder)
    {
        var site = builder.AddSettings<SiteOptions>(SettingsCheck.Root);
        var database = builder.AddSettings<DatabaseOptions>($"{SettingsCheck.Root}:Database");
        return new DataOptions { Folder = site.Data, Provider = database.Provider, ConnectionString = database.ConnectionString };
    }

    /// <summary>Binds a section under <c>JobMatch</c> to a type, makes its properties known to the check at start, and returns what is set now.</summary>
    /// <exception cref="SettingsRefusedException">A value is not allowed.</exception>
    internal static T AddSettings<T>(this WebApplicationBuilder builder, string section) where T : class, new()
    {
        var added = new SettingsSection(section, typeof(T));
        Refuse(SettingsCheck.ValueFaults(builder.Configuration, added));
        builder.Services.AddSingleton(added);
        builder.Services.AddOptions<T>().BindConfiguration(section).ValidateDataAnnotations().ValidateOnStart();
        return builder.Configuration.GetSection(section).Get<T>() ?? new T();
    }

    /// <summary>Stops the start when a setting under <c>JobMatch</c> belongs to nobody. Called when all parts have been added.</summary>
    /// <exception cref="SettingsRefusedException">One sentence per fault, with what is allowed there.</exception>
    internal static void CheckSettings(this WebApplicationBuilder builder)
    {
        var sections = builder.Services.Select(service => service.ImplementationInstance).OfType<SettingsSection>().ToList();
        Refuse(SettingsCheck.Unknown(builder.Configuration, sections));
    }

    private static void Refuse(IReadOnlyList<string> faults)
    {
        if (faults.Count > 0)
            throw new SettingsRefusedException(faults);
    }
}
