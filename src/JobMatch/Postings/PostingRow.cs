namespace JobMatch.Postings;

/// <summary>
/// One row of a file of postings, as text. Columns are known by name, in any order, case and spaces ignored; all but a title are optional:
/// <list type="bullet">
/// <item>our own: 编号 id · 岗位名称 title · 用工单位 company · 地点 place · 地区 region · 岗位类别 kind · 人数 headcount · 薪资 salary ·
/// 最低工资 salary_min · 最高工资 salary_max · 薪资单位 salary_unit · 标签 tags · 岗位描述 description · 学历 education · 经验 experience · 来源 source ·
/// 截止日期 closes_on (2026-11-30 or 2026/11/30) · 用工形式 job_type · 分类 category · 发布时间 created_at · 链接 url</item>
/// <item>a local job site's: id, title, company, location, region, salary_min, salary_max, salary_unit, job_type, category, headcount, tags, description, source, created_at</item>
/// <item>a national site's: title, company, salary, tags, place, experience, education, url</item>
/// </list>
/// </summary>
public sealed class PostingRow
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["编号"] = "id", ["岗位编号"] = "id", ["岗位名称"] = "title", ["岗位"] = "title", ["职位"] = "title", ["职位名称"] = "title",
        ["用工单位"] = "company", ["企业名称"] = "company", ["单位名称"] = "company", ["地点"] = "place", ["工作地点"] = "place", ["location"] = "place",
        ["地区"] = "region", ["所属区域"] = "region", ["岗位类别"] = "kind", ["人数"] = "headcount", ["招聘人数"] = "headcount", ["薪资"] = "salary", ["工资"] = "salary",
        ["最低工资"] = "salary_min", ["薪资范围起"] = "salary_min", ["最高工资"] = "salary_max", ["薪资范围至"] = "salary_max", ["薪资单位"] = "salary_unit",
        ["薪资类型"] = "salary_unit", ["标签"] = "tags", ["岗位描述"] = "description", ["工作职责"] = "description", ["岗位职责"] = "description", ["任职要求"] = "requirement",
        ["岗位要求"] = "requirement", ["学历"] = "education", ["学历要求"] = "education", ["经验"] = "experience", ["来源"] = "source", ["截止日期"] = "closes_on",
        ["结束时间"] = "closes_on", ["用工形式"] = "job_type", ["分类"] = "category", ["发布时间"] = "created_at", ["链接"] = "url",
    };

    private static readonly HashSet<string> OwnNames = new(Names.Values, StringComparer.OrdinalIgnoreCase);

    private readonly List<string> _unknown = [];
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    public PostingRow(int line, IEnumerable<(string Name, string Value)> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        Line = line;
        foreach (var (name, value) in cells)
        {
            var key = name.Trim().TrimStart('\uFEFF');
            if (value.Trim() is not { Length: > 0 } text) continue;
            _values.TryAdd(Names.GetValueOrDefault(key, key), text);
            if (key.Length > 0 && !KnowsColumn(key)) _unknown.Add(key);
        }
    }

    /// <summary>Line of the file that the row begins on, from 1.</summary>
    public int Line { get; }

    /// <summary>Columns that say something here and that nobody reads.</summary>
    public IReadOnlyList<string> UnknownColumns => _unknown;

    /// <summary>Why the row could not be read at all; null for a readable one.</summary>
    public string? Broken { get; init; }

    /// <summary>Whether the file was damaged here: a character that its encoding does not know.</summary>
    public bool HasBrokenCharacter => _values.Values.Any(value => value.Contains('\uFFFD', StringComparison.Ordinal));

    public string this[string column] => _values.GetValueOrDefault(column, "");

    /// <summary>Everything that the row says, in a fixed order: the ground of its fingerprint.</summary>
    public string Whole => string.Join('\u001f', _values.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => v.Key + '\u001e' + v.Value));

    public static bool KnowsColumn(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var key = name.Trim().TrimStart('\uFEFF');
        return Names.ContainsKey(key) || OwnNames.Contains(key);
    }
}
