using JobMatch.Employers;
using JobMatch.Matching;
using JobMatch.Postings;
using JobMatch.Settlements;
using JobMatch.Wages;
using JobMatch.Web.Shared.Language;
using JobMatch.Web.Shared.Parts;

namespace JobMatch.Web.Shared.Postings;

/// <summary>A posting in words, the same on every page: its kind, its pay with what it comes to, where it is.</summary>
public sealed class PostingTexts(Texts texts, Say say)
{
    /// <summary>The kind. What the county organises itself is blue.</summary>
    public Chip Kind(PostingKind kind) => new(texts.Of(kind), kind is PostingKind.PublicWelfare or PostingKind.WorkRelief ? "calm" : "");

    /// <summary>Kind, shift, care-friendly hours, day of publication: what decides at a glance.</summary>
    public IReadOnlyList<Chip> Chips(Posting posting)
    {
        ArgumentNullException.ThrowIfNull(posting);
        List<Chip> chips = [Kind(posting.Kind)];
        if (posting.Shift != Shift.Unknown) chips.Add(new(texts.Of(posting.Shift), "plain"));
        if (posting.HoursPerDay is { } hours) chips.Add(new(texts["Posting.HoursPerDay", say.Number((double)hours)], "plain"));
        if (posting.CareFriendly) chips.Add(new(texts["Posting.CareFriendly"], "plain"));
        if (posting.PublishedAt is { } at) chips.Add(new(texts["Posting.Published", say.Day(Data.ChinaDay.Of(at))], "plain"));
        return chips;
    }

    /// <summary>What the employer offers beside pay, in words.</summary>
    public IReadOnlyList<string> Offers(Posting posting)
    {
        ArgumentNullException.ThrowIfNull(posting);
        return
        [
            .. new (bool Given, string Key)[]
            {
                (posting.Food, "Posting.Food"), (posting.Lodging, "Posting.Lodging"), (posting.Transport, "Posting.Transport"),
                (posting.SocialInsurance, "Posting.SocialInsurance"), (posting.CareFriendly, "Posting.CareFriendly"),
            }.Where(offer => offer.Given).Select(offer => texts[offer.Key]),
        ];
    }

    /// <summary>Pay as stated. Piece pay is a range a month, so it is said a month.</summary>
    public string Pay(Wage wage)
    {
        ArgumentNullException.ThrowIfNull(wage);
        return wage switch
        {
            { Unit: WageUnit.Piece } => say.Pay(wage.MinFen ?? wage.BaseFen, wage.MaxFen, WageUnit.Month),
            // A base without a range (底薪 3000 加提成): what is sure, and more may come.
            { MinFen: null, MaxFen: null, BaseFen: { } least } => say.Pay(least, null, WageUnit.Month),
            _ => say.Pay(wage),
        };
    }

    /// <summary>Beside the pay: piece pay and its base, the monthly equivalent of other units, the hourly one of part-time pay, the months paid a year that are not twelve; null when there is nothing to add.</summary>
    public string? PayNote(Wage wage)
    {
        ArgumentNullException.ThrowIfNull(wage);
        if (wage.MonthsPerYear == 12) return ComesTo(wage);
        var months = texts[wage.MonthsPerYear > 12 ? "Posting.Pay.MonthsMore" : "Posting.Pay.MonthsFewer", wage.MonthsPerYear];
        return ComesTo(wage) is { } amount ? texts["Posting.Pay.Noted", amount, months] : months;
    }

    private string? ComesTo(Wage wage) => wage.Unit switch
    {
        WageUnit.Negotiable => texts["Posting.Pay.Ask"],
        WageUnit.Piece or WageUnit.PieceRate => wage.BaseFen is { } least ? texts["Posting.Pay.PieceBase", say.Money(least)] : texts["Posting.Pay.Piece"],
        WageUnit.Month => wage.HourlyFen is not null && wage.HoursPerMonth is not null ? AnHour(wage) : null,
        _ => wage.MonthlyMinFen is null && wage.MonthlyMaxFen is null ? null
            // A gig of some days pays no month: that it was worked all month is supposed, and said so.
            : texts[wage.HoursPerMonth is null && wage.Unit != WageUnit.Year ? "Posting.Pay.FullMonth" : "Posting.Pay.PerMonth", say.Pay(Round(wage.MonthlyMinFen, 1_000), Round(wage.MonthlyMaxFen, 1_000), WageUnit.Month)],
    };

    /// <summary>What the pay comes to a month and an hour, and what that rests on: hours as stated, or days and hours assumed, and how months beyond or short of twelve a year are counted; null when nothing can be said.</summary>
    public string? PayAssumption(Wage wage)
    {
        ArgumentNullException.ThrowIfNull(wage);
        if (wage.MonthsPerYear == 12) return RestsOn(wage);
        var months = texts[wage.MonthsPerYear > 12 ? "Posting.Pay.MonthsMore.Counted" : "Posting.Pay.MonthsFewer.Counted", wage.MonthsPerYear];
        return RestsOn(wage) is { } hours ? texts["Posting.Pay.And", hours, months] : months;
    }

    private string? RestsOn(Wage wage)
    {
        if (wage.MonthlyMinFen is null && wage.MonthlyMaxFen is null) return null;
        List<string> equals = [];
        if (wage.Unit is not (WageUnit.Month or WageUnit.Piece)) equals.Add(texts["Posting.Pay.PerMonth", say.Pay(Round(wage.MonthlyMinFen, 1_000), Round(wage.MonthlyMaxFen, 1_000), WageUnit.Month)]);
        if (wage.HourlyFen is not null && wage.Unit != WageUnit.Hour) equals.Add(AnHour(wage));
        if (equals.Count == 0) return texts["Posting.Pay.HoursUnknown"];
        var said = string.Join(texts["Fit.Comma"], equals);
        return wage.HoursPerMonth is { } hours ? texts["Posting.Pay.Stated", said, hours]
            : wage.HourlyFen is null ? texts["Posting.Pay.AssumedYear", said]
            : texts["Posting.Pay.Assumed", said, Wage.DaysPerMonth, Wage.HoursPerDay];
    }

    /// <summary>Why a station looks first, each reason with the posting's own words or its pay beside the usual one; empty for a posting without a flag.</summary>
    public IReadOnlyList<string> BaitReasons(Posting posting)
    {
        ArgumentNullException.ThrowIfNull(posting);
        var stored = posting.Flag.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(code => Enum.TryParse<BaitFlags>(code, out var flag) ? flag : BaitFlags.None).Where(flag => flag != BaitFlags.None).ToList();
        var found = stored.Count == 0 ? [] : BaitCheck.Find(posting, payPercent: 100);
        return [.. stored.Distinct().Select(flag => Reason(flag, found.Where(finding => finding.Flag == flag)))];
    }

    /// <summary>What a posting says now and did not say when it was let through, by a station or by itself; empty where nothing waits for it.</summary>
    public IReadOnlyList<string> Unseen(Posting posting)
    {
        ArgumentNullException.ThrowIfNull(posting);
        if (posting is not { State: PostingState.Submitted, Seen: { } seen }) return [];
        var unseen = seen.Unseen(posting);
        return
        [
            .. unseen.PayRaised ? [texts[seen.ByStation == true ? "Bait.Unseen.Pay" : "Bait.Unseen.PayBefore", Pay(seen.Wage), Pay(posting.Wage)]] : Array.Empty<string>(),
            .. unseen.Words.Select(finding => texts["Bait.Unseen.Words", texts.Of(finding.Flag), finding.Words]),
            .. unseen.Flags.Select(flag => texts["Bait.Unseen.Flag", texts.Of(flag)]),
        ];
    }

    /// <summary>Who let it through before it was changed, as the last part of a key: a page must not claim that a station looked where none did.</summary>
    public static string LetThrough(Posting posting)
    {
        ArgumentNullException.ThrowIfNull(posting);
        return posting.Seen?.ByStation switch { true => "ByStation", false => "ByItself", null => "Before" };
    }

    /// <summary>What a flag rests on: its name once with all that it quotes, or the pay.</summary>
    private string Reason(BaitFlags flag, IEnumerable<BaitFinding> found)
    {
        var quotes = found.Where(finding => finding.Words.Length > 0).Select(finding => texts["Bait.Quote", finding.Words]).Distinct().ToList();
        return quotes.Count > 0 ? texts["Bait.Words", texts.Of(flag), string.Join(texts["Fit.Comma"], quotes)] : found.FirstOrDefault() switch
        {
            { PayFen: { } pay, UsualFen: { } usual } => texts["Bait.Pay", texts.Of(flag), say.Money(Round(pay, 1_000)), say.Money(usual)],
            { PayFen: { } pay } => texts["Bait.PayAlone", texts.Of(flag), say.Money(Round(pay, 1_000))],
            _ => texts.Of(flag),
        };
    }

    /// <summary>The places of a posting: the first by name, and how many there are.</summary>
    /// <param name="posting">With its quotas.</param>
    /// <param name="settlements">Names by id; a settlement that is not there is said as the county.</param>
    public string Place(Posting posting, IReadOnlyDictionary<long, Settlement> settlements)
    {
        ArgumentNullException.ThrowIfNull(posting);
        var places = posting.Quotas.Select(quota => Place(quota, settlements)).Distinct().ToList();
        return places.Count switch
        {
            0 => texts["Posting.Place.Unknown"],
            1 => places[0],
            _ => texts["Posting.Place.More", places[0], places.Count],
        };
    }

    /// <summary>Which place of a posting is meant, where it has several; empty where it has one, or nobody has said.</summary>
    public string PlaceOf(Posting posting, long? quotaId, IReadOnlyDictionary<long, Settlement> settlements)
    {
        ArgumentNullException.ThrowIfNull(posting);
        var places = posting.Quotas.ConvertAll(quota => (quota.Id, Place: Place(quota, settlements)));
        return places.DistinctBy(one => one.Place).Skip(1).Any() ? places.Find(one => one.Id == quotaId).Place ?? "" : "";
    }

    /// <summary>One quota's place, in the notice's own words where it has them.</summary>
    public string Place(Quota quota, IReadOnlyDictionary<long, Settlement> settlements)
    {
        ArgumentNullException.ThrowIfNull(quota);
        ArgumentNullException.ThrowIfNull(settlements);
        var (words, key) = quota.Told(quota.SettlementId is { } id && settlements.TryGetValue(id, out var settlement) ? settlement.Name : null);
        return words.Length > 0 ? words : texts[key];
    }

    /// <summary>What both ends come to an hour; open upwards, where the pay is, it is the lower end.</summary>
    private string AnHour(Wage wage) => texts["Posting.Pay.PerHour", say.Pay(Round(wage.HourlyFen, 10), Round(wage.HourlyMaxFen ?? wage.HourlyFen, 10), WageUnit.Hour)];

    private static long Round(long fen, long to) => (fen + (to / 2)) / to * to;

    private static long? Round(long? fen, long to) => fen is { } known ? Round(known, to) : null;

    /// <summary>Who decides about an employer's postings when it is not the station that asks.</summary>
    public string LookedAfterBy(Employer employer, IReadOnlyDictionary<long, Settlement> settlements)
    {
        ArgumentNullException.ThrowIfNull(employer);
        ArgumentNullException.ThrowIfNull(settlements);
        return employer.SettlementId is { } id && settlements.GetValueOrDefault(id) is { } settlement ? texts["Station.Postings.LookedAfterBy", settlement.Name] : texts["Station.Postings.LookedAfterElsewhere"];
    }
}
