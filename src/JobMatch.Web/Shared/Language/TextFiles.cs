using System.Collections.Frozen;
using System.Text.Json;

namespace JobMatch.Web.Shared.Language;

/// <summary>
/// The words of the site: files <c>{Audience}.{culture}.json</c>, flat objects of key and text. All audiences of a culture make one table, so a key
/// may stand in one file only. A language is there as soon as one file names it.
/// </summary>
public sealed class TextFiles
{
    private readonly FrozenDictionary<string, FrozenDictionary<string, string>> _byCulture;

    private TextFiles(Dictionary<string, Dictionary<string, string>> byCulture) =>
        _byCulture = byCulture.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToFrozenDictionary(StringComparer.Ordinal), StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<string> Cultures => [.. _byCulture.Keys.Order(StringComparer.Ordinal)];

    public IReadOnlyCollection<string> Keys(string culture) => _byCulture[culture].Keys;

    public string? Find(string culture, string key) => _byCulture.TryGetValue(culture, out var table) && table.TryGetValue(key, out var text) ? text : null;

    /// <summary>Reads a folder once.</summary>
    /// <exception cref="InvalidDataException">A file is no flat object of texts, a key stands twice, or there is no file at all.</exception>
    public static TextFiles Read(string folder)
    {
        var byCulture = new Dictionary<string, Dictionary<string, string>>(StringComparer.OrdinalIgnoreCase);
        var origin = new Dictionary<(string, string), string>();
        foreach (var path in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            var file = Path.GetFileName(path);
            if (file.Split('.') is not [_, var culture, "json"])
                throw new InvalidDataException($"{file}: the name must be Audience.culture.json.");

            if (!byCulture.TryGetValue(culture, out var table))
                byCulture[culture] = table = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var (key, text) in Entries(path, file))
            {
                if (!table.TryAdd(key, text))
                    throw new InvalidDataException($"{file}: the key \"{key}\" stands in {origin[(culture, key)]} already.");
                origin[(culture, key)] = file;
            }
        }

        return byCulture.Count > 0 ? new TextFiles(byCulture) : throw new InvalidDataException($"No text files in {folder}.");
    }

    private static IEnumerable<(string Key, string Text)> Entries(string path, string file)
    {
        using var document = Parse(path, file);
        foreach (var entry in document.RootElement.EnumerateObject())
        {
            if (entry.Value.ValueKind != JsonValueKind.String || string.IsNullOrWhiteSpace(entry.Value.GetString()))
                throw new InvalidDataException($"{file}: \"{entry.Name}\" must be a text.");
            yield return (entry.Name, entry.Value.GetString()!);
        }
    }

    private static JsonDocument Parse(string path, string file)
    {
        try
        {
            var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return document.RootElement.ValueKind == JsonValueKind.Object ? document : throw new InvalidDataException($"{file}: must be one object.");
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"{file}: {error.Message}", error);
        }
    }
}
