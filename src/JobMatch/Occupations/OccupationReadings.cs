using JobMatch.Words;

namespace JobMatch.Occupations;

/// <summary>
/// Occupations by how their names are read, without tones: baoan is 保安. A reading that names of different occupations share names none of them.
/// </summary>
public sealed class OccupationReadings
{
    private static readonly Lazy<OccupationReadings> Loaded = new(() => new OccupationReadings(Catalogue.Instance, OccupationResolver.Instance));
    private readonly Dictionary<string, ReadOccupation> _byReading = new(StringComparer.Ordinal);

    public OccupationReadings(Catalogue catalogue, OccupationResolver resolver)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(resolver);
        // What people say comes first: that is the name shown.
        var names = catalogue.EverydayWords.Select(w => w.Word).Concat(catalogue.Occupations.Values.OrderBy(o => o.Id).SelectMany(o => o.Trades.Prepend(o.Name))).Distinct(StringComparer.Ordinal);
        foreach (var same in names.Select(name => (Name: name, Reading: Pinyin.Instance.Whole(name))).Where(n => n.Reading is { Length: > 3 }).GroupBy(n => n.Reading!))
        {
            var meant = same.Select(n => new ReadOccupation(n.Name, OccupationResolver.Ids(resolver.Resolve(n.Name).Where(found => found.Words == n.Name)))).Where(m => m.Ids.Count > 0).ToList();
            if (meant.Count > 0 && meant.TrueForAll(m => m.Ids.SequenceEqual(meant[0].Ids))) _byReading[same.Key] = meant[0];
        }
    }

    public static OccupationReadings Instance => Loaded.Value;

    public IEnumerable<string> All => _byReading.Keys;

    public ReadOccupation? Find(string letters) => _byReading.GetValueOrDefault(letters);
}

/// <summary>The name as people say it, and the ids of the classification that it means.</summary>
public sealed record ReadOccupation(string Name, IReadOnlyList<int> Ids);
