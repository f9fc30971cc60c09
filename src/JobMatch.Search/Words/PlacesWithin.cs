using JobMatch.Regions;

namespace JobMatch.Search.Words;

/// <summary>
/// The cities of a province by name: who worked in Dongguan has worked in Guangdong, and who would go anywhere in Guangdong would go to Dongguan. Cities only: what is smaller is
/// seldom written without its city.
/// </summary>
internal static class PlacesWithin
{
    private static readonly Lazy<ILookup<string, string>> OfProvinces = new(() => Divisions.Instance.All.Where(d => d.Level == RegionLevel.Province)
        .SelectMany(province => PlaceForms.Of(province.Name), (province, form) => (form, names: PlaceForms.Of(province.Name).Concat(CitiesOf(province))))
        .SelectMany(p => p.names.Where(name => name != p.form), (p, name) => (p.form, name)).ToLookup(p => p.form, p => p.name, StringComparer.Ordinal));

    /// <summary>Other names of a province, then its cities, each with and without its kind; empty for any other word.</summary>
    public static IReadOnlyList<string> Of(string word) => [.. OfProvinces.Value[word]];

    /// <summary>The cities of a province, each with and without its kind; none of a narrower place.</summary>
    public static IEnumerable<string> CitiesOf(Division province) => province.Level != RegionLevel.Province ? []
        : Divisions.Instance.All.Where(d => d.Level == RegionLevel.City && d.IsWithin(province.Code)).SelectMany(city => PlaceForms.Of(city.Name));
}
