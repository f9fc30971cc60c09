using System.Text.RegularExpressions;
using JobMatch.Wages;

namespace JobMatch.Postings;

/// <summary>
/// What the words of a posting say is paid a month, whatever its pay says: whoever lures writes 面议 and puts 「一个月一万」 or 「日结一千元」 into the description, or 「月 薪 一 万」.
/// Only clauses that name pay are read; other numbers of a text are no pay.
/// </summary>
internal static partial class SaidPay
{
    /// <summary>The most that any clause says, fen a month; null when none says anything.</summary>
    /// <param name="text">All that the posting says.</param>
    /// <param name="byDay">Pay by the day, the week and the hour too.</param>
    public static long? MostIn(string text, bool byDay) => Clauses(text).Where(clause => NamesPay().IsMatch(clause) && !NamesSales().IsMatch(clause)).Max(clause => OfAMonth(WageReader.Read(clause), byDay));

    private static long? OfAMonth(Wage wage, bool byDay) =>
        wage.Unit is WageUnit.Month or WageUnit.Year || (byDay && wage.Unit is WageUnit.Week or WageUnit.Day or WageUnit.Hour) ? wage.MonthlyMaxFen ?? wage.MonthlyMinFen : null;

    private static IEnumerable<string> Clauses(string text) => Ends().Split(text).Select(clause => BetweenHan().Replace(clause, ""));

    /// <summary>A comma between digits parts thousands.</summary>
    [GeneratedRegex(@"[，。；;！!、\n]|,(?!\d{3})")]
    private static partial Regex Ends();

    [GeneratedRegex(@"(?<=[\p{IsCJKUnifiedIdeographs}\d])\s+(?=[\p{IsCJKUnifiedIdeographs}\d])")]
    private static partial Regex BetweenHan();

    [GeneratedRegex("日薪|日结|周薪|时薪|每天|一天|月薪|月入|月结|月收入|工资|薪资|底薪|保底|收入|每个?月|一个?月|年薪|元/?每?月|万/?每?月|块一个?月")]
    private static partial Regex NamesPay();

    /// <summary>Money that is not the worker's.</summary>
    [GeneratedRegex("业绩|营业额|流水(?!线|工)|产值|产量|销售额|销量|订单|任务额")]
    private static partial Regex NamesSales();
}
