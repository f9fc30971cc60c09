using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;

namespace JobMatch.Web.Shared.Settings;

/// <summary>A section of the configuration and the type that it is bound to.</summary>
internal sealed record SettingsSection(string Path, Type Type);

/// <summary>
/// Compares what is configured with what can be configured. A typing error in a key is otherwise silent: the default applies and nobody knows.
/// </summary>
internal static class SettingsCheck
{
    internal const string Root = "JobMatch";

    /// <summary>One sentence for each set key that no section has.</summary>
    internal static IReadOnlyList<string> Unknown(IConfiguration configuration, IReadOnlyCollection<SettingsSection> sections)
    {
        var known = sections.SelectMany(Properties).ToDictionary(pair => pair.Path, pair => pair.Property, StringComparer.OrdinalIgnoreCase);
        var faults = new List<string>();
        Walk(configuration.GetSection(Root), known, faults);
        return faults;
    }

    /// <summary>One sentence for each value of a section that its type or its rules do not allow.</summary>
    internal static IReadOnlyList<string> ValueFaults(IConfiguration configuration, SettingsSection section) =>
    [
        .. Properties(section)
            .Where(pair => !IsMany(pair.Property.PropertyType))
            .Select(pair => (Setting: configuration.GetSection(pair.Path), pair.Property))
            .Where(pair => pair.Setting.Value is not null)
            .SelectMany(pair => ValueFaults(pair.Setting, pair.Property)),
    ];

    private static IEnumerable<(string Path, PropertyInfo Property)> Properties(SettingsSection section) => section.Type.GetProperties()
        .Where(property => property.SetMethod is { IsPublic: true })
        .Select(property => ($"{section.Path}:{property.Name}", property));

    private static void Walk(IConfigurationSection at, Dictionary<string, PropertyInfo> known, List<string> faults)
    {
        foreach (var child in at.GetChildren())
        {
            if (known.ContainsKey(child.Path))
                continue;
            if (known.Keys.Any(path => path.StartsWith(child.Path + ":", StringComparison.OrdinalIgnoreCase)))
                Walk(child, known, faults);
            else
                faults.Add($"Unknown setting {child.Path}; allowed under {at.Path}: {string.Join(", ", Names(at.Path, known))}.");
        }
    }

    private static IEnumerable<string> Names(string path, Dictionary<string, PropertyInfo> known) => known.Keys
        .Where(key => key.StartsWith(path + ":", StringComparison.OrdinalIgnoreCase))
        .Select(key => key[(path.Length + 1)..].Split(':')[0])
        .Distinct(StringComparer.OrdinalIgnoreCase)
        .Order(StringComparer.OrdinalIgnoreCase);

    private static bool IsMany(Type type) => type != typeof(string) && type.IsAssignableTo(typeof(IEnumerable));

    private static IEnumerable<string> ValueFaults(IConfigurationSection setting, PropertyInfo property)
    {
        var text = setting.Value ?? "";
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        object? value;
        if (type.IsEnum)
        {
            // Numbers and combinations would parse too; only the names are meant.
            value = Enum.GetNames(type).FirstOrDefault(name => name.Equals(text, StringComparison.OrdinalIgnoreCase));
            if (value is null)
                yield return $"Setting {setting.Path} is \"{text}\"; allowed values: {string.Join(", ", Enum.GetNames(type))}.";
            yield break;
        }

        try
        {
            value = System.ComponentModel.TypeDescriptor.GetConverter(type).ConvertFromString(null, CultureInfo.InvariantCulture, text);
        }
        catch (Exception error) when (error is ArgumentException or FormatException or NotSupportedException)
        {
            value = null;
        }

        if (value is null)
        {
            yield return $"Setting {setting.Path} is \"{text}\"; allowed values: {Shape(type)}.";
            yield break;
        }

        foreach (var rule in property.GetCustomAttributes<ValidationAttribute>().Where(rule => !rule.IsValid(value)))
            yield return $"Setting {setting.Path} is \"{text}\"; allowed values: {Wanted(rule)}.";
    }

    private static string Shape(Type type) =>
        type == typeof(bool) ? "true, false"
        : type == typeof(int) || type == typeof(long) ? "a whole number"
        : type == typeof(double) || type == typeof(decimal) ? "a number"
        : type == typeof(TimeSpan) ? "a duration such as 00:00:30"
        : type == typeof(Uri) ? "an address such as http://localhost:9200"
        : $"a {type.Name}";

    private static string Wanted(ValidationAttribute rule) => rule switch
    {
        AllowedValuesAttribute allowed => string.Join(", ", allowed.Values),
        RangeAttribute range => string.Create(CultureInfo.InvariantCulture, $"{range.Minimum} to {range.Maximum}"),
        RequiredAttribute => "any text, not empty",
        StringLengthAttribute length => $"{length.MinimumLength} to {length.MaximumLength} characters",
        RegularExpressionAttribute pattern => $"text of the form {pattern.Pattern}",
        _ => rule.FormatErrorMessage("it"),
    };
}
