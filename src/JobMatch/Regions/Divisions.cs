using System.Globalization;
using System.Reflection;
using System.Text;

namespace JobMatch.Regions;

/// <summary>A province, city or county of the country.</summary>
/// <param name="Code">Six digits, GB/T 2260: …0000 a province, …00 a city, else a county.</param>
/// <param name="Name">With its kind: 广东省, 深圳市, 武鸣区.</param>
public sealed record Division(int Code, string Name)
{
    public RegionLevel Level => Code % 10_000 == 0 ? RegionLevel.Province : Code % 100 == 0 ? RegionLevel.City : RegionLevel.County;

    /// <summary>Lies in it or is it.</summary>
    public bool IsWithin(int code) => Code == code || (code % 10_000 == 0 ? Code / 10_000 == code / 10_000 : code % 100 == 0 && Code / 100 == code / 100);
}

/// <summary>
/// The country's provinces, cities and counties, embedded (made by <c>tools/Regions</c>): a county's own divisions stand in the ledger, but people go to
/// work, and ask for work, far beyond it.
/// </summary>
public sealed class Divisions
{
    private static readonly Lazy<Divisions> Loaded = new(Load);
    private readonly Dictionary<int, Division> _byCode;
    private readonly ILookup<string, Division> _byForm;
    private readonly int _longestForm;

    private Divisions(List<Division> all)
    {
        All = all;
        _byCode = all.ToDictionary(d => d.Code);
        _byForm = all.SelectMany(d => PlaceForms.Of(d.Name), (division, form) => (division, form)).ToLookup(d => d.form, d => d.division, StringComparer.Ordinal);
        _longestForm = _byForm.Max(g => g.Key.Length);
    }

    public static Divisions Instance => Loaded.Value;

    /// <summary>By code.</summary>
    public IReadOnlyList<Division> All { get; }

    /// <summary>Null when no division has it; longer codes than six digits have none here.</summary>
    public Division? Find(long code) => code is > 0 and <= 999_999 ? _byCode.GetValueOrDefault((int)code) : null;

    /// <summary>
    /// The narrowest division that an address begins with: 广东深圳宝安 → 440306, 东莞市虎门镇 → 441900. A county's name without its kind counts only
    /// below its province or city, or alone; a name that several share only below one of them. Null when it begins with none.
    /// </summary>
    public int? Locate(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        Division? found = null;
        var rest = address.AsSpan().TrimStart(Between);
        while (Longest(rest, found) is { } next)
        {
            found = next.Division;
            rest = rest[next.Length..].TrimStart(Between);
        }

        return found?.Code;
    }

    private const string Between = " ·•-—/、,，:：";

    private (Division Division, int Length)? Longest(ReadOnlySpan<char> text, Division? above)
    {
        for (var length = Math.Min(_longestForm, text.Length); length >= 2; length--)
        {
            var (form, alone) = (text[..length].ToString(), text.Length == length);
            var fitting = _byForm[form].Where(d => above is null ? d.Level < RegionLevel.County || d.Name == form || alone : d.Code != above.Code && d.IsWithin(above.Code)).ToList();
            if (fitting.Count == 0) continue;
            // 吉林 is a province and a city: the wider one, below which the other may follow.
            var widest = fitting.Min(d => d.Level);
            if (fitting.Where(d => d.Level == widest).ToList() is [var one]) return (one, length);
        }

        return null;
    }

    private static Divisions Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("JobMatch.Regions.divisions.txt") ?? throw new InvalidOperationException("The table of divisions is not embedded.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var all = new List<Division>();
        while (reader.ReadLine() is { } line)
            if (line.Split(' ') is [var code, var name]) all.Add(new Division(int.Parse(code, CultureInfo.InvariantCulture), name));
        return new Divisions(all);
    }
}
