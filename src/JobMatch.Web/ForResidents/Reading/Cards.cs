using JobMatch.Asking;
using JobMatch.Matching;
using JobMatch.Postings;
using JobMatch.Search;
using JobMatch.Search.Words;
using JobMatch.Settlements;
using JobMatch.Web.Shared;
using JobMatch.Web.Shared.Fits;
using JobMatch.Web.Shared.Language;
using JobMatch.Web.Shared.Parts;
using JobMatch.Web.Shared.Postings;

namespace JobMatch.Web.ForResidents.Reading;

/// <summary>Postings as the cards of residents' lists.</summary>
public sealed class Cards(CountyPlaces places, Home home, PostingTexts postings, FitTexts fits, Texts texts, Say say)
{
    /// <summary>Makes cards in the order given. With fits: reasons, gaps and the button; with a question: what matched is marked, and how its pay is reached.</summary>
    public async Task<IReadOnlyList<JobCard>> MakeAsync(IEnumerable<(Posting Posting, Fit? Fit)> rows, PostingQuery? asked, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var settlements = await places.SettlementsAsync(cancel);
        var from = await home.SettlementAsync(cancel);
        var words = asked is null ? null : AskedWords.Of(asked).Marked;
        return [.. rows.Select(row => Make(row.Posting, row.Fit, from, settlements) is var card && words is null ? card : Found(card, row.Posting, asked!, words!, settlements))];
    }

    /// <summary>Employer, place, and how far it is where that is known.</summary>
    public string Where(Posting posting, Settlement? from, IReadOnlyDictionary<long, Settlement> settlements)
    {
        ArgumentNullException.ThrowIfNull(posting);
        var where = texts["Posting.Where", posting.Employer?.Name, postings.Place(posting, settlements)];
        return from is not null && Far(posting, from, settlements) is { } far ? texts["Posting.Where", where, far] : where;
    }

    /// <summary>离家 600 米，走路 8 分钟; 就在您住的安置区; null when nobody knows.</summary>
    public string? Far(Posting posting, Settlement from, IReadOnlyDictionary<long, Settlement> settlements)
    {
        ArgumentNullException.ThrowIfNull(posting);
        ArgumentNullException.ThrowIfNull(from);
        if (posting.Quotas.Any(q => q.Place == QuotaPlace.AtHome)) return null;
        if (posting.Quotas.Any(q => q.SettlementId == from.Id && q.Latitude is null)) return texts["Jobs.SameSettlement"];
        return Home.Metres(from, posting, settlements) is not { } metres ? null
            : metres < 100 ? texts["Reason.TravelNear"]
            : metres < 3_000 ? texts["Reason.TravelWalk", say.Distance(metres), say.Walk(metres)] : texts["Reason.TravelDistance", say.Distance(metres)];
    }

    private JobCard Found(JobCard card, Posting posting, PostingQuery asked, SearchWords words, Dictionary<long, Settlement> settlements)
    {
        var snippet = Highlight.Snippet([PersonalTextScrubber.ScrubPosting(posting.Description), $"{posting.Employer?.Name} · {postings.Place(posting, settlements)}"], words);
        var reached = Reached(posting, asked);
        return card with
        {
            MarkedTitle = Highlight.Mark(posting.Title, words),
            Snippet = snippet.Any(part => part.Matched) ? snippet : [],
            PayNote = reached is null || card.PayNote is null ? reached ?? card.PayNote : texts["Posting.Where", card.PayNote, reached],
        };
    }

    /// <summary>4,000–6,000 was found for 「5000以上」 because its upper end reaches that: said where the lower end does not.</summary>
    private string? Reached(Posting posting, PostingQuery asked)
    {
        var (most, least) = (ComparablePay.Of(posting), ComparablePay.LeastOf(posting));
        return Said(asked.MonthlyFromFen, most.MonthlyFen, least.MonthlyFen, "", 1_000) ?? Said(asked.DailyFromFen, most.DailyFen, least.DailyFen, "Day", 100) ?? Said(asked.HourlyFromFen, most.HourlyFen, least.HourlyFen, "Hour", 10);

        string? Said(long? from, long? upper, long? lower, string unit, long step) => from > lower && upper >= from ? texts[$"Jobs.PayReaches{unit}", say.Money(Math.Max(from.Value, upper.Value / step * step)), say.Money(from.Value)] : null;
    }

    private JobCard Make(Posting posting, Fit? fit, Settlement? from, Dictionary<long, Settlement> settlements) =>
        new(posting.Title, $"/jobs/{posting.Id}", postings.Pay(posting.Wage), Where(posting, from, settlements))
        {
            Id = posting.Id.ToString(System.Globalization.CultureInfo.InvariantCulture),
            PayNote = postings.PayNote(posting.Wage),
            Chips = postings.Chips(posting),
            Reasons = fit is null ? [] : fits.ForCard(fit, Audience.Resident),
            ApplyUrl = fit is null ? null : $"/jobs/{posting.Id}#apply",
            ApplyText = fit is null ? null : texts["Jobs.LookAndApply"],
        };
}
