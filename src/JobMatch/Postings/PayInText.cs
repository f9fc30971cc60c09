using System.Text.RegularExpressions;
using JobMatch.Wages;

namespace JobMatch.Postings;

/// <summary>
/// The pay that the words of an advertisement name (「工资300到380一天，管午饭」), to fill an empty form with. Only sentences that name pay are read, and only where all of
/// them say the same: two pays in one text are for somebody to sort out.
/// </summary>
public static partial class PayInText
{
    /// <param name="text">Title and description.</param>
    /// <param name="hoursPerDay">As stated elsewhere; null when not.</param>
    /// <param name="daysPerMonth">As stated elsewhere; null when not.</param>
    /// <returns>Null where no pay or more than one is named.</returns>
    public static Wage? Read(string text, decimal? hoursPerDay = null, int? daysPerMonth = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var wages = Sentences().Split(text).Where(sentence => (NamesPay().IsMatch(sentence) || WageReader.IsForWholeJob(sentence)) && !NotThePay().IsMatch(sentence))
            .Select(sentence => WageReader.Read(WageReader.IsForWholeJob(sentence) ? sentence : Shortest(sentence), hoursPerDay, daysPerMonth))
            .Where(wage => wage.Unit is not (WageUnit.Negotiable or WageUnit.Time) && (wage.MinFen ?? wage.MaxFen ?? wage.BaseFen) is not null)
            .DistinctBy(wage => (wage.Unit, wage.MinFen, wage.MaxFen, wage.BaseFen)).ToList();
        // 「月薪4000。年底双薪」: how many months are paid may stand anywhere.
        return wages.Count == 1 ? wages[0] with { MonthsPerYear = WageReader.MonthsIn(text) } : null;
    }

    /// <summary>From the first clause that names pay to the last: other numbers before and behind it are no pay, and what stands between may be (大工350，小工220一天).</summary>
    private static string Shortest(string sentence)
    {
        var clauses = Clauses().Split(sentence);
        var (first, last) = (Array.FindIndex(clauses, IsPay), Array.FindLastIndex(clauses, IsPay));
        return string.Join('，', clauses[first..(last + 1)]);

        bool IsPay(string clause) => NamesPay().IsMatch(clause) || NamesRank().IsMatch(clause);
    }

    [GeneratedRegex(@"[。；;！!\n]")]
    private static partial Regex Sentences();

    /// <summary>A comma between digits parts thousands.</summary>
    [GeneratedRegex(@"，|(?<!\d),|,(?!\d{3})")]
    private static partial Regex Clauses();

    [GeneratedRegex(@"工资|月薪|日薪|时薪|周薪|年薪|底薪|薪资|薪水|保底|月入|收入|报酬|日结|(?:元|块钱?)\s*1\s*个?(?:天|日|月|小时|钟头)|(?:元|块钱?|千|万|\d)\s*(?:/|每|一)\s*个?\s*(?:天|日|月|小时|钟头|时|年|周|星期|礼拜)|(?:每|一)\s*个?\s*(?:天|日|月|小时)\s*\d{2,}\s*(?:元|块|多|左右|-|到|至)|\d\s*(?:元|块钱?)\s*/?\s*(?:个|件|只|双|条)|(?:每|一)\s*(?:单|件|公?斤|串|双|条|套|箱|袋|吨)\s*\d|\d\s*(?:元|块钱?|毛)\s*(?:/|每|一)\s*(?:单|件|公?斤|串|双|条|个|套|箱|袋|吨)|(?:每|一)年\s*\d[\d.]*\s*(?:元|块|万)|(?:(?:每|一)(?:天|日)\s*(?:[5-9]\d|\d{3,4})|(?:每|一)个?(?:小时|钟头)\s*[1-9]\d|(?:每|一)(?:个?月|年)\s*\d{3,6})(?=\s*(?:$|[，,、]))|(?:每|一)(?:个?月|年|天)(?:给|发|付)\s*\d|(?:(?<!不)[能可以月]|一般|大约|大概|平均)(?:能|可以|可)?(?:拿|挣|赚)(?:到手?)?\s*\d[\d.]*\s*(?:[千万元块多]|左右|-|到|至|$|[，,])|到手\s*\d{3,}|\d+\s*[kK千万]?\s*(?:[-~～—至到]\s*\d+(?:\.\d+)?\s*[kK千万])?\s*[·*xX×]?\s*(?:1[2-9]|2[0-4])\s*薪")]
    private static partial Regex NamesPay();

    [GeneratedRegex(@"[大中小]工\s*\d{2,}")]
    private static partial Regex NamesRank();

    /// <summary>Money that is not the worker's or not the pay, and pay that is not told.</summary>
    [GeneratedRegex("业绩|营业额|流水(?!线|工)|产值|产量|销售额|销量|订单|任务额|(?<!(?:没有?|无|不|免|零)[收用要交缴需必任何]{0,3})押金|罚款|面议|试用期")]
    private static partial Regex NotThePay();
}
