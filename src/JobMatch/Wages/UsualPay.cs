using System.Reflection;
using System.Text.Json;
using JobMatch.Occupations;

namespace JobMatch.Wages;

/// <summary>
/// What a group of occupations usually pays a month at the lower end of an advertisement: medians of local boards in the south-west, 2024–2026,
/// rounded. It only measures what is far above; nothing is paid or promised by it. The nearest group decides (小类 before 中类 before 大类).
/// </summary>
public static class UsualPay
{
    private static readonly Lazy<Dictionary<string, long>> Fen = new(Load);

    /// <summary>Fen a month; the highest of several occupations; null when none of them is known.</summary>
    public static long? Of(IEnumerable<int> occupations)
    {
        ArgumentNullException.ThrowIfNull(occupations);
        return occupations.Select(id => Catalogue.Instance.Occupations.GetValueOrDefault(id)).OfType<Occupation>().Select(o => Of(o.Code)).Max();
    }

    private static long? Of(string code)
    {
        for (var group = code; ; group = group[..group.LastIndexOf('-')])
        {
            if (Fen.Value.TryGetValue(group, out var fen)) return fen;
            if (!group.Contains('-', StringComparison.Ordinal)) return null;
        }
    }

    private static Dictionary<string, long> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("JobMatch.Wages.usual-pay.json")
            ?? throw new InvalidOperationException("The table of usual pay is not embedded.");
        return JsonSerializer.Deserialize<List<Row>>(stream, JsonSerializerOptions.Web)!.ToDictionary(r => r.Code, r => r.Yuan * 100);
    }

    private sealed record Row(string Code, long Yuan);
}
