using JobMatch.Data;
using JobMatch.Fits;
using JobMatch.Households;
using JobMatch.Matching;
using JobMatch.Postings;
using JobMatch.Web.Shared.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.ForStationStaff.Rankings;

/// <summary>
/// A clerk chooses how one search is ranked for her: it is kept with her account, and she goes on to the address that shows it. Sent as a form, so that no link can choose for her.
/// </summary>
public sealed class RankingController(KeepRanking kept, JobMatchDbContext db, Texts texts) : StationController(texts)
{
    [HttpPost("/station/postings/{id:long}/candidates/ranking")]
    public async Task<IActionResult> OfPosting(long id, CancellationToken cancel) =>
        await db.Set<Posting>().Where(p => p.Id == id && p.State != PostingState.Draft).Select(p => (PostingKind?)p.Kind).SingleOrDefaultAsync(cancel) is { } kind
            ? await KeepAsync(RankedSearch.OfPosting(id), PostingProfileReader.PutsGroupsFirst(kind), $"/station/postings/{id}/candidates", cancel) : NotFound();

    [HttpPost("/station/people/{id:long}/postings/ranking")]
    public async Task<IActionResult> OfPerson(long id, CancellationToken cancel) => await db.Set<Person>().AnyAsync(p => p.Id == id, cancel)
        ? await KeepAsync(RankedSearch.OfPerson(id), usuallyNeedFirst: false, $"/station/people/{id}/postings", cancel) : NotFound();

    /// <summary>A button that stands for a whole choice ("as usual") says it in the address that it sends to; then what the bar's fields say does not count.</summary>
    private async Task<IActionResult> KeepAsync(RankedSearch search, bool usuallyNeedFirst, string page, CancellationToken cancel)
    {
        var asked = RankingAsked.IsSaid(Request.Query) ? RankingAsked.Read(Request.Query, usuallyNeedFirst) : RankingAsked.Read(await Request.ReadFormAsync(cancel), usuallyNeedFirst);
        await kept.RunAsync(By, search, asked.IsUsual ? null : asked.Query, cancel);
        return LocalRedirect($"{page}?{asked.Query}");
    }
}
