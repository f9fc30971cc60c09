using JobMatch.Matching;
using JobMatch.Postings;
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
    /// <summary>Makes cards in the order given. With fits: reasons, gaps and the button; with hits: what matched is marked.</summary>
    public async Task<IReadOnlyList<JobCard>> MakeAsync(IEnumerable<(Posting Posting, Fit? Fit, PostingHit? Hit)> rows, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var settlements = await places.SettlementsAsync(cancel);
        var from = await home.SettlementAsync(cancel);
        return [.. rows.Select(row => Make(row.Posting, row.Fit, row.Hit, from, settlements))];
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

    private JobCard Make(Posting posting, Fit? fit, PostingHit? hit, Settlement? from, Dictionary<long, Settlement> settlements) =>
        new(posting.Title, $"/jobs/{posting.Id}", postings.Pay(posting.Wage), Where(posting, from, settlements))
        {
            Id = posting.Id.ToString(System.Globalization.CultureInfo.InvariantCulture),
            PayNote = postings.PayNote(posting.Wage),
            Chips = postings.Chips(posting),
            Reasons = fit is null ? [] : fits.ForCard(fit, Audience.Resident),
            MarkedTitle = hit?.Title ?? [],
            Snippet = hit is not null && hit.Snippet.Any(part => part.Matched) ? hit.Snippet : [],
            ApplyUrl = fit is null ? null : $"/jobs/{posting.Id}#apply",
            ApplyText = fit is null ? null : texts["Jobs.LookAndApply"],
        };
}
