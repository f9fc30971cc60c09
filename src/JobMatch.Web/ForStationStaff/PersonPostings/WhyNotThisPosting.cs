using System.Globalization;
using JobMatch.Asking;
using JobMatch.Data;
using JobMatch.Fits;
using JobMatch.Matching;
using JobMatch.Postings;
using JobMatch.Referrals;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.ForStationStaff.PersonPostings;

/// <summary>Why a posting that the clerk has in mind is or is not among those ranked for a person.</summary>
public sealed class WhyNotThisPosting(JobMatchDbContext db, FitView fits, ReferralExclusions exclusions, IPostingSearch search, TimeProvider clock)
{
    /// <summary>Postings that are answered for at once.</summary>
    private const int Answered = 8;

    public async Task<WhyNotAnswers> AnswersAsync(long person, string? words, FitWeights weights, bool needFirst, CancellationToken cancel)
    {
        if (words?.Trim() is not { Length: > 0 } asked) return WhyNotAnswers.None;
        var hits = await search.SearchAsync(new PostingQuery { Words = asked, PageSize = Answered }, cancel);
        var ids = hits.Page.Select(h => h.Id).ToList();
        var postings = await Postings().Where(p => ids.Contains(p.Id)).AsSplitQuery().ToDictionaryAsync(p => p.Id, cancel);
        var answers = new List<WhyNotPosting>();
        foreach (var hit in ids.Where(postings.ContainsKey)) answers.Add(await AnswerAsync(person, postings[hit], weights, needFirst, cancel));
        return new(answers, hits.Total, answers.Count == 0 ? await NotPublicAsync(asked, cancel) : []) { FromFallback = hits.FromFallback };
    }

    /// <summary>One posting; null when it is not public.</summary>
    public async Task<WhyNotPosting?> OneAsync(long person, long posting, FitWeights weights, bool needFirst, CancellationToken cancel) =>
        await Postings().SingleOrDefaultAsync(p => p.Id == posting && p.State == PostingState.Published, cancel) is { } found ? await AnswerAsync(person, found, weights, needFirst, cancel) : null;

    /// <summary>A posting of that number that is closed, paused or not yet public; a draft is its employer's alone.</summary>
    public Task<Posting?> NotPublicAsync(long posting, CancellationToken cancel) => NotPublic().SingleOrDefaultAsync(p => p.Id == posting, cancel);

    private async Task<WhyNotPosting> AnswerAsync(long person, Posting posting, FitWeights weights, bool needFirst, CancellationToken cancel) =>
        new(posting, await fits.ExplainAsync(person, posting.Id, Audience.Station, weights, needFirst, cancel)) { Excluded = await exclusions.WhyAsync(person, posting.Id, posting.EmployerId, clock.Today(), cancel) };

    /// <summary>By title, employer or number, the newest first.</summary>
    private Task<List<Posting>> NotPublicAsync(string words, CancellationToken cancel)
    {
        long? number = long.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? typed : null;
        return NotPublic().Where(p => p.Title.Contains(words) || p.Employer!.Name.Contains(words) || p.Id == number).OrderByDescending(p => p.Id).Take(Answered).ToListAsync(cancel);
    }

    private IQueryable<Posting> NotPublic() => db.Set<Posting>().AsNoTracking().Include(p => p.Employer).Where(p => p.State != PostingState.Draft && p.State != PostingState.Published);

    private IQueryable<Posting> Postings() => db.Set<Posting>().AsNoTracking().Include(p => p.Employer).Include(p => p.Quotas);
}
