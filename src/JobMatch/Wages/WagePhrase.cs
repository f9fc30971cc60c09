using System.Globalization;
using System.Text.RegularExpressions;

namespace JobMatch.Wages;

/// <summary>
/// The pay that a text states: amounts in yuan and what they are paid for. Where several amounts stand, the one with a unit of its own (/月, 日薪) counts
/// before one without, a monthly range before a rate per piece (it can be compared), and then the first.
/// </summary>
/// <param name="Unit">Null when the text does not say.</param>
/// <param name="Min">Yuan; null when not stated.</param>
/// <param name="Max">Yuan; null when not stated or open upwards.</param>
/// <param name="Base">Guaranteed yuan a month beside piece pay or commission.</param>
internal sealed partial record WagePhrase(WageUnit? Unit, decimal? Min, decimal? Max, decimal? Base)
{
    private const int Near = 12;

    /// <summary>A range that falls to less than one part in so many is a slip of the pen.</summary>
    private const int Slip = 4;

    /// <param name="text">As <see cref="WageText.Tidy"/> leaves it.</param>
    public static WagePhrase Find(string text)
    {
        var (hasBase, guaranteed) = BaseOf(text);
        // 「每头猪提成30元,底薪3500元/月」: beside a base a month commission is extra, however it is counted.
        if (guaranteed is not null) text = Commission().Replace(text, " ");
        var pay = WageText.WithoutOtherNumbers(hasBase ? BaseWords().Replace(text, " ") : text);
        // In 「4800元/月(160元/天)」 the bracket explains; in 「(4000-5000)」 it states.
        var found = Best(WithoutBrackets(WageText.WithoutExtras(pay)), text) ?? Best(WageText.WithoutExtras(pay), text) ?? (hasBase ? null : Best(pay, text));
        if (found is null) return new WagePhrase(UnitOf(text), null, null, guaranteed);
        return found with { Base = found.Base ?? guaranteed };
    }

    public static string WithoutBrackets(string text) => Inside().Replace(text, " ");

    /// <summary>What a column says, by the first unit in it.</summary>
    public static WageUnit? UnitOf(string text)
    {
        (int At, WageUnit Unit)? first = null;
        foreach (var (unit, word) in Words())
            if (word.Match(text) is { Success: true } match && (first is null || match.Index < first.Value.At)) first = (match.Index, unit);
        return first?.Unit;
    }

    public static bool IsPieceWork(string text) => PieceWork().IsMatch(text);

    /// <summary>保底 and 底薪 beside something else: 「保底2800+计件」. A range after it is the pay itself.</summary>
    public static (bool Found, decimal? Yuan) BaseOf(string text) =>
        BaseWords().Match(text) is { Success: true } match ? (true, Yuan(match.Groups["n"].Value, match.Groups["u"].Value)) : (false, null);

    /// <summary>「每月不少于10天且不少于20小时」, 「每月20小时」 and 「20小时/月」 are hours a month.</summary>
    public static int? HoursAMonth(string text) => Hours(MonthlyHours().Match(text)) is { } monthly ? (int)monthly : Hours(WeeklyHours().Match(text)) is { } weekly ? (int)Math.Round(weekly * 52 / 12) : null;

    private static decimal? Hours(Match match) => match.Success && decimal.TryParse(match.Groups["h"].Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var hours) && hours is >= 1 and <= 400 ? hours : null;

    /// <summary>「每天4小时」, 「4小时/天」, 「8小时制」, 「每月26天」, 「月休4天」.</summary>
    public static (decimal? Hours, int? Days) HoursAndDays(string text)
    {
        decimal? hours = DailyHours().Match(text) is { Success: true } daily && decimal.TryParse(daily.Groups["h"].Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var h) && h is >= 1 and <= 16 ? h : null;
        if (MonthlyDays().Match(text) is not { Success: true } monthly) return (hours, null);
        var days = int.Parse(monthly.Groups["d"].Success ? monthly.Groups["d"].Value : monthly.Groups["r"].Value, CultureInfo.InvariantCulture);
        if (monthly.Groups["r"].Success) days = 30 - days;
        return (hours, days is >= 1 and <= 31 ? days : null);
    }

    private static WagePhrase? Best(string pay, string whole)
    {
        var all = Amounts().Matches(pay).Select(match => (Match: match, Phrase: Read(pay, match))).Where(f => f.Phrase is not null).ToList();
        if (all.Count == 0) return null;
        var stated = all.Where(f => f.Phrase!.Unit is not null).ToList();
        if (stated.Count > 0)
        {
            var first = stated[0].Phrase!;
            // 「80元半天，150元一天」: the whole day is the one that compares.
            if (first.Unit == WageUnit.Time && pay.Contains("半天", StringComparison.Ordinal) && stated.Find(f => f.Phrase!.Unit == WageUnit.Day).Phrase is { } day) return day;
            return first.Unit == WageUnit.PieceRate ? stated.Select(f => f.Phrase!).FirstOrDefault(p => p.Unit == WageUnit.Month && p.Min != p.Max) is { } month ? month with { Unit = WageUnit.Piece } : first : first;
        }

        // 「货值3万,工资5000」: what is called pay, else a range, else the first.
        var phrase = (all.Find(f => CalledPay().IsMatch(pay[..f.Match.Index])) is { Phrase: not null } called ? called
            : all.Find(f => f.Match.Groups["b"].Success) is { Phrase: not null } range ? range : all[0]).Phrase!;
        return phrase with { Unit = Implied(whole, phrase) };
    }

    /// <summary>Words anywhere decide for an amount that could be such a pay: 「日结 150」, 「年薪面谈 10万」.</summary>
    private static WageUnit? Implied(string text, WagePhrase phrase)
    {
        var top = phrase.Max ?? phrase.Min;
        if (top <= 200 && HourWork().IsMatch(text)) return WageUnit.Hour;
        if (top is >= 50 and <= 1_500 && (DayWork().IsMatch(text) || ShiftPay().IsMatch(text))) return WageUnit.Day;
        return top >= 10_000 && YearPay().IsMatch(text) ? WageUnit.Year : null;
    }

    private static WagePhrase? Read(string pay, Match match)
    {
        var before = pay[Math.Max(0, match.Index - Near)..match.Index];
        var end = match.Index + match.Length;
        var after = pay[end..Math.Min(pay.Length, end + Near)];
        var (min, max) = match.Groups["b"].Success ? Range(match) : Bounds(Yuan(match.Groups["n"].Value, match.Groups["w"].Value), before, after);
        if (min is null && max is null) return null;
        var between = match.Groups["between"].Value;
        var unit = Suffix(after) ?? (between.Length > 0 ? Suffix(between) : null) ?? Prefix(before);
        // 「2000+计件」: what is paid anyway.
        if (unit is null or WageUnit.Month && PlusPiece().IsMatch(after)) return new WagePhrase(WageUnit.Piece, null, null, min ?? max);
        return new WagePhrase(unit, min, max, null);
    }

    private static (decimal?, decimal?) Range(Match match)
    {
        var (a, b, u, v) = (match.Groups["a"].Value, match.Groups["b"].Value, match.Groups["u"].Value, match.Groups["v"].Value);
        var (low, high) = (decimal.Parse(a, CultureInfo.InvariantCulture), decimal.Parse(b, CultureInfo.InvariantCulture));
        // 「5-8千」: the unit of the upper end holds for both, but not in 「8000-1.2万」; 「5千-8」 is the other way round; 「6-1万」 begins at 6千.
        if (u.Length == 0 && v.Length > 0 && low < 100) u = low > high && v is "万" or "w" or "W" && low < 10 ? "千" : v;
        else if (v.Length == 0 && u.Length > 0 && high < 100) v = u;
        else if (u.Length == 0 && v.Length == 0 && low < 100 && high >= 1_000 && low * 1_000 <= high) u = "千";
        var (min, max) = (Yuan(a, u), Yuan(b, v));
        // 「5000-4000」 was written the other way round; in 「4000-600」 a digit is missing, and nobody can tell which.
        return min > Slip * max ? (null, null) : min > max ? (max, min) : (min, max);
    }

    private static (decimal?, decimal?) Bounds(decimal? amount, string before, string after) =>
        AtMostBefore().IsMatch(before) || AtMostAfter().IsMatch(after) ? (null, amount)
        : AtLeastBefore().IsMatch(before) || AtLeastAfter().IsMatch(after) ? (amount, null)
        : (amount, amount);

    private static WageUnit? Suffix(string after) => Units().FirstOrDefault(u => u.After.IsMatch(after)) is { After: not null } unit ? unit.Unit : null;

    private static WageUnit? Prefix(string before) => Units().FirstOrDefault(u => u.Before.IsMatch(before)) is { Before: not null } unit ? unit.Unit : null;

    /// <summary>Yuan of an amount that stands alone (「4.5千」, 「0.4万元」); null where anything else is said.</summary>
    /// <param name="text">As <see cref="WageText.InDigits"/> leaves it.</param>
    public static decimal? Alone(string text) => AmountAlone().Match(text) is { Success: true } match ? Yuan(match.Groups["n"].Value, match.Groups["w"].Value) : null;

    private static decimal? Yuan(string digits, string unit)
    {
        if (!decimal.TryParse(digits, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) || number <= 0 || number > 99_999_999) return null;
        return number * (unit switch { "万" or "w" or "W" => 10_000, "千" or "k" or "K" => 1_000, "百" => 100, _ => 1 });
    }

    private static (WageUnit Unit, Regex After, Regex Before)[] Units() =>
    [
        (WageUnit.Hour, HourAfter(), HourBefore()),
        (WageUnit.Day, DayAfter(), DayBefore()),
        (WageUnit.Week, WeekAfter(), WeekBefore()),
        (WageUnit.Month, MonthAfter(), MonthBefore()),
        (WageUnit.Year, YearAfter(), YearBefore()),
        (WageUnit.Time, TimeAfter(), TimeBefore()),
        (WageUnit.PieceRate, PieceAfter(), PieceBefore()),
    ];

    private static (WageUnit Unit, Regex Word)[] Words() =>
    [
        (WageUnit.Negotiable, NegotiableWord()), (WageUnit.Hour, HourWord()), (WageUnit.Day, DayWord()), (WageUnit.Week, WeekWord()), (WageUnit.Month, MonthWord()),
        (WageUnit.Year, YearWord()), (WageUnit.Time, TimeWord()), (WageUnit.PieceRate, PieceWord()),
    ];

    private const string Yuan0 = @"^\s*(?:元|块钱?|圆|人民币|RMB|rmb)?\s*(?:左右|上下|多|以上|以内|以下|起|\+)?\s*(?:\(?(?:税前|税后|到手|含税)\)?)?";

    private const string Gap = @"(?:工资|薪资|收入|薪水|报酬|待遇|综合|平均|总额|总共|共计|合计|发放|大概|大约|可达|可以|能|拿|挣|赚|到手|实发|税前|税后|保底|有|为|约|在|是|达|到|均|[:\s元])*(?:不低于|不少于|至少|最低|最高|不超过|高达|超过)?\s*$";

    private const string Pieces = "[百千]?(?:件(?!套)|个(?!小?时|月|钟|人)|单|双|条|只|套|公?斤|千克|kg|吨|米|平(?:方?米?|米)?|立?方|㎡|m[²³23]?|亩|棵|株|袋|箱|包(?!吃|住)|台|打|张|块(?!钱)|票|公里|车|辆|扎|串|朵|筐|桶|头|枚|页|字|对|幅|副)";

    private const string Times = "单?次|趟|货?柜|场|节|课时?|人次|回|晚上?|期|班次|餐(?!补)|顿饭?|半天|人每次";

    [GeneratedRegex(@"(?<!\d)(?<!\d\.)(?<a>\d+(?:\.\d+)?)\s*(?<u>[万千百]|[wWkK](?![A-Za-z]))?\s*多?(?:元|块)?\s*(?<between>(?:/|每|一)\s*个?(?:月|天|日|小?时|年|次|件|周))?\s*(?:-+|至|到)\s*(?<b>\d+(?:\.\d+)?)\s*(?<v>[万千百]|[wWkK](?![A-Za-z]))?|(?<!\d)(?<!\d\.)(?<n>\d+(?:\.\d+)?)\s*(?<w>[万千百]|[wWkK](?![A-Za-z]))?")]
    private static partial Regex Amounts();

    [GeneratedRegex("(?:工资|薪资|薪水|薪酬|月薪|收入)" + Gap)]
    private static partial Regex CalledPay();

    [GeneratedRegex(@"\([^)]*\)|【[^】]*】|\[[^\]]*\]")]
    private static partial Regex Inside();

    [GeneratedRegex(@"(?:保底|无责底薪|底薪|底新|基本工资|基本薪资|固定工资|基础工资)(?:工资|薪资|底薪)?\s*[:为约]?\s*(?<n>\d+(?:\.\d+)?)\s*(?<u>[万千百]|[wWkK](?![A-Za-z]))?\s*(?:元|块)?\s*(?:/月|每月|一个月|以上|左右)?(?![\d.]|\s*(?:-|至|到)\s*\d|\s*(?:/|每|一)\s*(?:天|日|小?时|件|次))")]
    private static partial Regex BaseWords();

    /// <summary>By the head, the order, the sale; by the piece (件) it is piecework with a guarantee.</summary>
    [GeneratedRegex(@"(?:每|卖出?一?|一)(?!件)(?:" + Pieces + @"|[人户位名])\p{IsCJKUnifiedIdeographs}{0,5}?(?:提成?|补[贴助]?|奖励?|抽成?|返)\s*" + Sum + @"|(?<!件)(?:提成|抽成)(?:每(?!件)(?:" + Pieces + @"))?\s*" + Sum + @"\s*(?:/|每|一)?\s*(?:(?!件)(?:" + Pieces + @"))?|" + Sum + @"\s*(?:/|每|一)\s*(?!件)(?:" + Pieces + ")的?(?:提成|抽成|补贴|奖励)")]
    private static partial Regex Commission();

    private const string Sum = @"[:为约]?\s*\d+(?:\.\d+)?(?:\s*(?:-|至|到)\s*\d+(?:\.\d+)?)?\s*(?:元|块钱?)?";

    [GeneratedRegex(@"^\s*(?<n>\d+(?:\.\d+)?)\s*(?<w>[万千百wWkK])?\s*(?:元|块钱?)?\s*$")]
    private static partial Regex AmountAlone();

    [GeneratedRegex(@"计件|按件|多件多得|计量工资|按量计酬")]
    private static partial Regex PieceWork();

    [GeneratedRegex(@"^\s*(?:元|块)?\s*(?:/月|每月)?\s*(?:\+|加|和)\s*(?:计件|件薪)")]
    private static partial Regex PlusPiece();

    [GeneratedRegex(@"(?<![\d.])(?<h>\d+(?:\.\d+)?)\s*个?小时\s*(?:/|每)\s*个?月|每?月(?!休)[^,。\n天日]{0,8}?(?:\d+天(?:(?![每一][天日班]|日均)[^。\n]){0,8}?)?(?<h>\d+(?:\.\d+)?)\s*个?小时(?!\s*(?:/|每)\s*[天日班]|工?制)")]
    private static partial Regex MonthlyHours();

    [GeneratedRegex(@"(?:每周|每星期|每个?礼拜|一周|一个?星期)[^。\n天日]{0,6}?(?<h>\d+(?:\.\d+)?)\s*个?小时(?!\s*(?:/|每)\s*[天日班]|工?制)|(?<![\d.])(?<h>\d+(?:\.\d+)?)\s*个?小时\s*(?:/|每)\s*个?周")]
    private static partial Regex WeeklyHours();

    [GeneratedRegex(@"(?:每[天日班]|一天|日均|日工作)\s*(?:工作|上班|约|只做|做)?\s*(?<h>\d+(?:\.\d+)?)\s*个?(?:小时|钟头|[hH])|(?<![\d.])(?<h>\d+(?:\.\d+)?)\s*(?:个?小时|[hH])\s*(?:/|每)\s*[天日班]|(?<![/每])\b(?<h>\d+)小时(?:工作)?制")]
    private static partial Regex DailyHours();

    [GeneratedRegex(@"(?:每月|月)(?:不少于|工作|出勤|上班|至少|满勤|做)?\s*(?<d>\d{1,2})\s*天|(?<d>2\d)天(?:制|工作制)|月休(?:息)?\s*(?<r>\d)\s*天?")]
    private static partial Regex MonthlyDays();

    [GeneratedRegex(@"时薪|小时工|钟点工|计时")]
    private static partial Regex HourWork();

    [GeneratedRegex(@"日结|日薪|按天|天结|当天结|临时工?|零工|日工|天工|大工|小工|[/每一][天日]")]
    private static partial Regex DayWork();

    [GeneratedRegex(@"\d+\s*个?小时(?:班|制)?\s*[,:]?\s*\d{2,}")]
    private static partial Regex ShiftPay();

    [GeneratedRegex(@"年薪|年收入|一年|每年|年入|年综合")]
    private static partial Regex YearPay();

    [GeneratedRegex(@"(?:最高|不超过|至多|高达|可达|最多|低于|少于|小于|封顶)\s*(?:元|约|到)?\s*$(?<!不低于\s*|不少于\s*)")]
    private static partial Regex AtMostBefore();

    [GeneratedRegex(@"^\s*(?:元|块)?\s*(?:/[月天日时年])?\s*(?:以下|以内|之内|封顶|内(?!部))")]
    private static partial Regex AtMostAfter();

    [GeneratedRegex(@"(?:不低于|不少于|至少|最低|保底|起薪|底薪|超过|高于|大于|起步|破)\s*(?:工资|月薪)?[:为约]?\s*$")]
    private static partial Regex AtLeastBefore();

    [GeneratedRegex(@"^\s*(?:元|块钱?)?\s*(?:(?:/|每|一)\s*个?(?:月|天|日|小?时|年|周|次|单|件))?\s*(?:及?以上|起|往上|打底|保底|\+|加|多(?!劳)|出头|不封顶|上不封顶|不等往上)")]
    private static partial Regex AtLeastAfter();

    [GeneratedRegex(Yuan0 + @"(?:(?:/|每|一)\s*(?:个?小时|时(?!间)|个?钟头?(?!头)|h)|个?小时(?!工|制))")]
    private static partial Regex HourAfter();

    [GeneratedRegex(Yuan0 + @"(?:(?:/|每|一)\s*个?(?:天|日|工(?![资作人种厂])|班(?!次)|d(?:ay)?\b)|(?:天|日)(?![结薪])|日结|天结|按天结)")]
    private static partial Regex DayAfter();

    [GeneratedRegex(Yuan0 + @"(?:/|每|一)\s*个?(?:周|星期|礼拜)")]
    private static partial Regex WeekAfter();

    [GeneratedRegex(Yuan0 + @"(?:(?:/|每|一)\s*个?(?:月|[Mm]\b|month)|月(?!休|结|底))")]
    private static partial Regex MonthAfter();

    [GeneratedRegex(Yuan0 + @"(?:(?:/|每|一)\s*年(?!底|终)|年(?!底|终|龄))")]
    private static partial Regex YearAfter();

    [GeneratedRegex(Yuan0 + @"(?:(?:/|每|一)\s*(?:" + Times + ")|半天)")]
    private static partial Regex TimeAfter();

    [GeneratedRegex(Yuan0 + @"(?:/|每|一)\s*(?:" + Pieces + ")")]
    private static partial Regex PieceAfter();

    [GeneratedRegex(@"(?:时薪|每个?小时|一个?小时|小时工资?|/小?时|工时)" + Gap)]
    private static partial Regex HourBefore();

    [GeneratedRegex(@"(?:日薪|日结|日工资|日收入|日入|日均|日赚|每天|每日|一天|按天|天结|当天结算?|工日)" + Gap)]
    private static partial Regex DayBefore();

    [GeneratedRegex(@"(?:周薪|每周|一周|周结)" + Gap)]
    private static partial Regex WeekBefore();

    [GeneratedRegex(@"(?:月薪|月工资|月收入|月入|月均|月综合|每个?月|一个月|月收|月基本工资|/月|月结|综合薪资|综合工资|综合收入)" + Gap)]
    private static partial Regex MonthBefore();

    [GeneratedRegex(@"(?:年薪|年收入|年入|年均|每年|一年|年综合|全年|年包|年工资|年补[助贴]|年管护(?:费|补[助贴])|按年(?:发放|结算?|计)[,]?)" + Gap)]
    private static partial Regex YearBefore();

    [GeneratedRegex(@"(?:(?:每|一|/|单)(?:" + Times + ")|半天|每(?:趟|次|场|节|晚)\\p{IsCJKUnifiedIdeographs}{1,5}|一(?:趟|次(?!性)|场|节|回)\\p{IsCJKUnifiedIdeographs}{1,3}|[每一](?:车(?![间位工队上])|[货整]?柜(?![台员面])|船)\\p{IsCJKUnifiedIdeographs}{1,3}(?<!提成|抽成|补贴|补助|奖励))" + Gap)]
    private static partial Regex TimeBefore();

    [GeneratedRegex(@"(?:(?:每|一|/)(?:" + Pieces + ")(?:提成|工钱|工价|给|算)?|(?:每|卖出?一?|一)(?:" + Pieces + @")\p{IsCJKUnifiedIdeographs}{1,4}提成|" + "每(?:张|件|个(?!月|人|小时))[\\p{IsCJKUnifiedIdeographs}]{1,3}|[每一](?:双|件|条(?!龙)|只|张|斤|套|串|把|袋|箱|顶|对|副|个(?=灯|零|配|产|纸|帽|口罩|盒|箱|包装|竹|花))[\\p{IsCJKUnifiedIdeographs}]{1,3}|(?:每|(?<=[洗修贴铺刷装喷擦])一)(?:辆|台|平(?:方米?)?)[\\p{IsCJKUnifiedIdeographs}]{1,3}|单价|计件单价|件单价|工价)" + Gap)]
    private static partial Regex PieceBefore();

    [GeneratedRegex("面议|面谈|待定|详谈|协商")]
    private static partial Regex NegotiableWord();

    [GeneratedRegex(@"小?时(?!间)|钟头|/\s*[hH]\b")]
    private static partial Regex HourWord();

    [GeneratedRegex("天|日")]
    private static partial Regex DayWord();

    [GeneratedRegex("周|星期")]
    private static partial Regex WeekWord();

    [GeneratedRegex("月")]
    private static partial Regex MonthWord();

    [GeneratedRegex("年(?!终|底|龄|假|会)")]
    private static partial Regex YearWord();

    [GeneratedRegex("[/每]\\s*(?:" + Times + ")|^(?:元)?次")]
    private static partial Regex TimeWord();

    [GeneratedRegex("[/每]\\s*(?:" + Pieces + ")|^元?件")]
    private static partial Regex PieceWord();
}
