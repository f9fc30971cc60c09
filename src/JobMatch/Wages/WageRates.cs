using System.Globalization;
using System.Text.RegularExpressions;

namespace JobMatch.Wages;

/// <summary>
/// Several rates of the same work said as one: by rank (「大工350,小工220一天」), in steps, by the length of the day, by shift, season or days off, and for hours or parts of a year that are not the unit of any pay. Works on
/// tidied text (<see cref="WageText.Tidy"/>).
/// </summary>
internal static partial class WageRates
{
    public static string AsOne(string text)
    {
        // The builders' ranks leave the range and stand behind it still: without a unit they say that it is a day's.
        if (Ranks().Match(text) is { Success: true } ranks) text = Ranks().Replace(text, Ranked) + (ranks.Value.Contains("小工", StringComparison.Ordinal) ? " 小工" : "");
        text = WhoWorksWell().Replace(text, "${a}-${b}");
        text = LeastAndMost().Replace(text, "${a}-${b}");
        text = Steps().Replace(text, OfSteps);
        text = ByHours().Replace(text, OfHours);
        text = ShiftRates().Replace(text, OfShifts);
        text = RatesOfShifts().Replace(text, OfShifts);
        text = SomeHours().Replace(text, AnHour);
        return WholeJob.Said(PartsOfYear().Replace(text, AMonth));
    }

    /// <summary>「大工350,小工220一天」 is 220-350 a day, 「普工5000-6000,技工7000-9000」 is 5000-9000; so is the pay of men and of women, which ought to be the same.</summary>
    private static string Ranked(Match match)
    {
        var units = match.Groups["u"].Captures.Select(unit => unit.Value).Distinct().ToList();
        // A learner's pay beside a range, or beside that of others, is the pay of his first months; what he gets when he has learned is where his pay ends.
        var isLearners = Learner().IsMatch(match.Value) && ((match.Groups["u"].Captures.Count > 1 && !Learned().IsMatch(match.Value)) || match.Value.Contains('-', StringComparison.Ordinal));
        return units.Count > 1 || isLearners ? match.Value : Spanned(match) + units.FirstOrDefault();
    }

    /// <summary>「8小时3800元,12小时5500元」: so much for the short day, so much for the long one. Two rates of a day, or two of a month.</summary>
    private static string OfHours(Match match)
    {
        var amounts = match.Groups["a"].Captures.Select(amount => Number(amount.Value)).ToList();
        var units = match.Groups["u"].Captures.Select(unit => unit.Value).Distinct().ToList();
        return units.Count <= 1 && amounts.Max() <= 3 * amounts.Min() ? $"{match.Groups["h"].Value}小时 {Spanned(match)}{units.FirstOrDefault()}" : match.Value;
    }

    /// <summary>「2500-3500-4500」 climbs from 2500 to 4500; what does not climb, or to more than four times as much, is no pay in steps.</summary>
    private static string OfSteps(Match match)
    {
        var amounts = match.Groups["a"].Captures.Select(amount => Number(amount.Value)).ToList();
        var climbs = amounts.Zip(amounts.Skip(1)).All(pair => pair.First < pair.Second) && amounts[^1] <= 4 * amounts[0];
        return climbs ? string.Create(CultureInfo.InvariantCulture, $"{amounts[0]}-{amounts[^1]}") : match.Value;
    }

    private static string Spanned(Match match)
    {
        var amounts = match.Groups["a"].Captures.Select(amount => Number(amount.Value)).ToList();
        return string.Create(CultureInfo.InvariantCulture, $"{amounts.Min()}-{amounts.Max()}元");
    }

    /// <summary>「季度工资9000元」 is 3000 a month, 「半个月2000元」 is 4000, 「半年1.2万」 is 2000, 「9000元/两个月」 is 4500.</summary>
    private static string AMonth(Match match)
    {
        var months = match.Groups["p"].Value switch { "半月" or "半个月" => 0.5m, "半年" => 6, "二个月" or "2个月" => 2, _ => 3 };
        string Monthly(string sum) => string.Create(CultureInfo.InvariantCulture, $"{(sum.EndsWith('万') ? Number(sum[..^1].Trim()) * 10_000 : Number(sum)) / months:0.##}");
        return Monthly(match.Groups["a"].Value) + (match.Groups["b"].Success ? "-" + Monthly(match.Groups["b"].Value) : "") + "元/月";
    }

    /// <summary>「白班17元/时,夜班19元/时」 is 17-19 an hour, 「月休2天3600月休4天3400」 3400-3600. What is paid by another unit, or more than twice as much, is no rate of the same work.</summary>
    private static string OfShifts(Match match)
    {
        var units = match.Groups["u"].Captures.Select(unit => string.Concat(unit.Value.Where(c => c is not (' ' or '个')))).Distinct().ToList();
        var amounts = match.Groups["a"].Captures.Select(amount => Number(amount.Value)).ToList();
        if (units.Count > 1 || amounts.Max() > 2 * amounts.Min()) return match.Value;
        return string.Create(CultureInfo.InvariantCulture, $"{amounts.Min()}{(amounts.Min() < amounts.Max() ? $"-{amounts.Max()}" : "")}元{units.FirstOrDefault()} ");
    }

    /// <summary>「二小时60元」 is 30 an hour. From four hours on the hours are those of a shift, whose pay is a day's.</summary>
    private static string AnHour(Match match)
    {
        var hours = match.Groups["h"].Value switch { "半" => 0.5m, "二" or "2" => 2, _ => 3 };
        var (low, high) = (Number(match.Groups["a"].Value) / hours, match.Groups["b"].Success ? Number(match.Groups["b"].Value) / hours : (decimal?)null);
        return string.Create(CultureInfo.InvariantCulture, $"{low:0.##}{(high is null ? "" : "-")}{high:0.##}元/小时");
    }

    private static decimal Number(string digits) => decimal.Parse(digits, CultureInfo.InvariantCulture);

    private const string DaysOff = @"(?:月休\s*[\d一二三四五六八]\s*天?|[单双]休)";

    /// <summary>Under what the same work pays otherwise: at night, in winter, with more days off.</summary>
    private const string Shifts = "(?:长白班|常白班|白班|日班|早班|中班|晚班|夜班|大夜班?|小夜班?|倒班|[二三]班倒|白天|夜间|夜里|晚上|[春夏秋冬][季天]|[旺淡]季|农[忙闲]|" + DaysOff + ")";

    private const string ShiftPer = @"(?<u>\s*(?:/|每|一)\s*个?(?:小?时(?!间)|钟头|h(?![a-z])|天|日|班(?!次)|月))";

    private const string ShiftPay = @"(?:工资|时薪|日薪|月薪)?\s*[:为是]?\s*(?<a>\d+(?:\.\d+)?)(?![\d.]|\s*(?:个?小时|[点:人名位岁号%万千百wWkK]|-|至|到))\s*(?:元|块钱?)?" + ShiftPer + "?";

    /// <summary>A rate for each shift, the shift first.</summary>
    [GeneratedRegex(Shifts + ShiftPay + @"(?:[\s,、;/和]*" + Shifts + ShiftPay + ")+")]
    private static partial Regex ShiftRates();

    private const string PayOfShift = @"(?<![\d.-])(?<a>\d+(?:\.\d+)?)\s*(?:元|块钱?)?" + ShiftPer + @"?\s*(?:\(\s*" + Shifts + @"\s*\)|" + Shifts + ")";

    /// <summary>The same with the shift behind: 「17元/时(白班),19元/时(夜班)」.</summary>
    [GeneratedRegex(PayOfShift + @"(?:[\s,、;/和]*" + PayOfShift + ")+")]
    private static partial Regex RatesOfShifts();

    private const string RankPay = @"(?:大工|师傅|技工|熟手|熟练工|小工|学徒(?:期间?)?|(?:出师|满师|学成)(?:以?后)?|普工|新手|生手|杂工|组长|班长|领班|主管|店长|男[的工]?|女[的工]?)(?:工资|月薪|日薪)?(?:(?<u>\s*[一每]个?(?:天|日|月)))?[:\s]*(?<a>\d+(?:\.\d+)?)(?:\s*(?:-|至|到)\s*(?<a>\d+(?:\.\d+)?))?(?![\d.]|\s*(?:-|至|到|[万千百wWkK]))\s*(?:元|块钱?)?(?:左右|上下)?(?<u>\s*(?:/|每|一)\s*个?(?:天|日|月|工(?![资作人种厂])))?";

    /// <summary>「4千左右，干得好5千」.</summary>
    [GeneratedRegex(@"(?<![\d.-])(?<a>\d+(?:\.\d+)?\s*[千万]?)\s*(?:元|块钱?)?(?:左右|上下|起)?(?:/月)?[,;\s]*(?:[干做](?:得)?好|勤快|手快|熟练|能干)(?:的|一?点|些|了)*(?:话)?(?:,)?(?:能|可以|可)?(?:拿|挣|有|到|达|上)*\s*(?<b>\d+(?:\.\d+)?\s*[千万]?)(?![\d.-])")]
    private static partial Regex WhoWorksWell();

    private const string Bound = @"(?:\s*(?:工资|月薪|收入|可?[达拿挣]到?|能?[达拿挣]到?|是|为|:))*\s*";

    private const string AnAmount = @"\d+(?:\.\d+)?\s*[千万]?(?![\d.])";

    /// <summary>「最低4500 最高8000」, the one or the other first.</summary>
    [GeneratedRegex(@"(?:最低|最少|至少|起薪)" + Bound + "(?<a>" + AnAmount + @")\s*(?:元|块钱?)?(?:/月)?[\s,;、-]*(?:最高|最多|至多|上限)" + Bound + "(?<b>" + AnAmount + @")|(?:最高|最多|至多|上限)" + Bound + "(?<b>" + AnAmount + @")\s*(?:元|块钱?)?(?:/月)?[\s,;、-]*(?:最低|最少|至少|起薪)" + Bound + "(?<a>" + AnAmount + ")")]
    private static partial Regex LeastAndMost();

    [GeneratedRegex(RankPay + @"(?:\s*[,、;/\s]?\s*" + RankPay + ")+")]
    private static partial Regex Ranks();

    /// <summary>Pay in steps, as years or grades bring it.</summary>
    [GeneratedRegex(@"(?<![\d.-])(?<a>[1-9]\d{3,4})(?:\s*[-/、]\s*(?<a>[1-9]\d{3,4})){2,}(?![\d.-]|\s*[万千百wWkK号室])")]
    private static partial Regex Steps();

    [GeneratedRegex("学徒|新手")]
    private static partial Regex Learner();

    [GeneratedRegex("出师|满师|学成")]
    private static partial Regex Learned();

    private const string HoursPay = @"\s*个?小时(?:班|制|的)?\s*[:,]?\s*(?<a>\d{3,5})(?![\d.]|\s*(?:-|至|到|[万千百wWkK]))\s*(?:元|块钱?)?(?<u>\s*/\s*(?:月|天|日))?(?!\s*/)";

    /// <summary>Pay by the length of the day.</summary>
    [GeneratedRegex(@"(?<![\d.])(?<h>\d{1,2})" + HoursPay + @"[\s,、;/]*(?:" + Shifts + @")?\s*[做上]?\s*\d{1,2}" + HoursPay)]
    private static partial Regex ByHours();

    private const string Sum = @"\d{3,6}(?:\.\d+)?(?!\s*[万千百wWkK])|\d+(?:\.\d+)?\s*万";

    /// <summary>Before or behind the amount: 「季度工资9000元」, 「2000元/半月」, 「半年1.2万」.</summary>
    [GeneratedRegex(@"(?<p>半个?月|每?个?季度|半年)(?:结(?=\d))?(?:工资|薪资|收入|补助|补贴|共)?\s*[:为约是]?\s*(?<a>" + Sum + @")(?:\s*-\s*(?<b>" + Sum + @"))?(?![\d.])\s*(?:元|块钱?)?|(?<![\d.-])(?<a>" + Sum + @")(?:\s*-\s*(?<b>" + Sum + @"))?\s*(?:元|块钱?)?\s*(?:(?<p>半个月)(?!内|后|以|试|一|转|考)|[/每]\s*(?<p>[二23三]个月))|(?<![\d.-])(?<a>" + Sum + @")(?:\s*-\s*(?<b>" + Sum + @"))?\s*(?:元|块钱?)?\s*[/每一]\s*(?<p>半个?月|季度?|半年)")]
    private static partial Regex PartsOfYear();

    /// <summary>Not the hours of a day or of a visit: 「每天2小时60元」, 「80元/次,一次3小时」.</summary>
    [GeneratedRegex(@"(?<![\d.一二三四五六七八九十天日次班晚月周作满做-]\s*)(?<h>半|[二三23])\s*个?(?:小时|钟头)\s*[:,]?\s*(?<a>\d+(?:\.\d+)?)(?:\s*-\s*(?<b>\d+(?:\.\d+)?))?(?![\d.-])\s*(?:元|块钱?)?(?!\s*[/每一千万kKwW])|(?<![\d.])(?<a>\d+(?:\.\d+)?)(?:\s*-\s*(?<b>\d+(?:\.\d+)?))?\s*(?:元|块钱?)?\s*[/每]?(?<=[元块钱/每]\s*)(?<h>半|[二三23])\s*个?(?:小时|钟头)(?!起)")]
    private static partial Regex SomeHours();
}
