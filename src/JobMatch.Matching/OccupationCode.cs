using System.Globalization;

namespace JobMatch.Matching;

/// <summary>
/// A code of the 国家职业分类大典 2022 as a number: major 大类 · middle 中类 · minor 小类 · occupation 细类, "6-05-02-01" → 6050201.
/// A code given only to the minor or middle class ends in zeros.
/// </summary>
public static class OccupationCode
{
    /// <summary>The largest code that a profile carries: 23 bits. Of the last major class, 8, the 大典 has only 8-00-00-00.</summary>
    public const int Max = (1 << 23) - 1;

    /// <summary>Reads "6-05-02-01" or a prefix such as "6-05"; false when it is none.</summary>
    public static bool TryParse(string? text, out int code)
    {
        code = 0;
        if (string.IsNullOrWhiteSpace(text)) return false;
        var parts = text.Trim().Split('-');
        if (parts.Length > 4 || parts[0].Length != 1) return false;
        for (var i = 0; i < 4; i++)
        {
            var part = 0;
            if (i < parts.Length && (parts[i].Length > 2 || !int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out part)))
                return false;
            code = (code * 100) + part;
        }
        return code is >= 1_000_000 and <= Max;
    }

    /// <summary>The 中类 that a code lies in.</summary>
    public static int MiddleClass(int code) => code / 10_000;

    /// <summary>The 小类 that a code lies in.</summary>
    public static int MinorClass(int code) => code / 100;

    /// <summary>
    /// Whether work of one 中类 is alike. Some gather what the others left: 商务服务 (guards and guides), 技术辅助, 居民服务 (barbers, carers, undertakers), 文化和教育, 健康、体育和休闲, 农业辅助 and 生产辅助 (electricians,
    /// inspectors, packers); whoever did one of theirs has not done anything like another.
    /// </summary>
    public static bool IsAlike(int middleClass) => middleClass is not (407 or 408 or 410 or 413 or 414 or 505 or 631);

    /// <summary>How near two occupations are: 100 same, 70 same minor class, 40 same middle class whose work is alike, else 0.</summary>
    public static int Closeness(int a, int b) =>
        a == b ? 100
        : MinorClass(a) == MinorClass(b) ? 70
        : MiddleClass(a) == MiddleClass(b) && IsAlike(MiddleClass(a)) ? 40
        : 0;
}
