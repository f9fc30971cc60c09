using System.ComponentModel.DataAnnotations;
using JobMatch.Accounts;
using JobMatch.Data;
using JobMatch.Households;
using JobMatch.Postings;
using JobMatch.Referrals;
using JobMatch.Web.Shared.Language;
using JobMatch.Web.Shared.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.ForStationStaff.Referrals;

public sealed record ReferralRow(Referral Referral, string PersonName, string PostingTitle, string EmployerName);

public sealed record ReferralsPage(IReadOnlyList<ReferralRow> Rows, int Total, IReadOnlyDictionary<ReferralState, int> ByState, ReferralState? State, long? PostingId, string? PostingTitle, long? PersonId, int Page, int PageSize)
{
    /// <summary>By referral: which place of the posting she goes to, where it has several and somebody has said.</summary>
    public IReadOnlyDictionary<long, string> Places { get; init; } = new Dictionary<long, string>();
}

public sealed record MoveTold(ReferralMove Move, string By);

public sealed record ReferralPage(ReferralRow Row, IReadOnlyList<MoveTold> Moves, IReadOnlyList<ReferralState> MayMoveTo)
{
    public MoveForm Form { get; init; } = new();

    /// <summary>Which place of the posting she goes to, where it has several; empty when nobody has said.</summary>
    public string Place { get; init; } = "";
}

/// <summary>What was said on the phone. Which of the reasons is read depends on where it goes.</summary>
public sealed class MoveForm
{
    public int Version { get; set; }

    [Display(Name = "Station.Referral.To")]
    public ReferralState? To { get; set; }

    [Display(Name = "Station.Referral.RefusedFor")]
    public RefusalReason? RefusedFor { get; set; }

    [Display(Name = "Station.Referral.WithdrawnFor")]
    public WithdrawalReason? WithdrawnFor { get; set; }

    [Display(Name = "Station.Referral.StartsOn")]
    public DateOnly? On { get; set; }

    [Display(Name = "Station.Referral.ContractUntil")]
    public DateOnly? ContractUntil { get; set; }

    [Display(Name = "Station.Referral.Wage"), Range(0, 100_000)]
    public int? WageYuan { get; set; }
}

/// <summary>推荐进展: where each stands; the station moves it on for whoever answers by phone.</summary>
[Route("/station/referrals")]
public sealed class ReferralsController(JobMatchDbContext db, MoveReferral moves, ReferralPlaces places, TimeProvider clock, Texts texts) : StationController(texts)
{
    private const int PageSize = 50;

    [HttpGet("")]
    public async Task<IActionResult> Index(ReferralState? state, long? posting, long? person, int page, CancellationToken cancel)
    {
        page = Math.Clamp(page, 1, 10_000);
        var all = db.Set<Referral>().AsNoTracking().Where(r => r.State != ReferralState.Suggested && (posting == null || r.PostingId == posting) && (person == null || r.PersonId == person));
        var byState = await all.GroupBy(r => r.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var rows = all.Where(r => state == null || r.State == state);
        // Who waits for an answer comes first, the longest wait at the top; what is over comes last.
        var list = await (from r in rows
                          join p in db.Set<Person>() on r.PersonId equals p.Id
                          orderby r.State == ReferralState.Referred || r.State == ReferralState.Applied || r.State == ReferralState.Viewed ? 0 : r.State < ReferralState.Started ? 1 : 2,
                              r.State < ReferralState.Started ? r.ChangedAt : DateTime.MaxValue, r.ChangedAt descending, r.Id
                          select new ReferralRow(r, p.Name, r.Posting!.Title, r.Posting.Employer!.Name)).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
        var title = posting is { } id ? await db.Set<Posting>().Where(p => p.Id == id).Select(p => p.Title).SingleOrDefaultAsync(cancel) : null;
        return View(new ReferralsPage(list, state is { } one ? byState.GetValueOrDefault(one) : byState.Values.Sum(), byState, state, posting, title, person, page, PageSize) { Places = await places.OfAsync(list.Select(row => row.Referral), cancel) });
    }

    [HttpGet("{id:long}")]
    public async Task<IActionResult> One(long id, CancellationToken cancel) => await ReadAsync(id, cancel) is { } page ? View("One", page) : NotFound();

    [HttpPost("{id:long}/move")]
    public async Task<IActionResult> Move(long id, [Bind(Prefix = "Form")] MoveForm form, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (form.To is null) ModelState.AddRefusals([new Refusal("Required", nameof(form.To))], Texts, "Form");
        if (ModelState.IsValid)
        {
            var done = await moves.RunAsync(id, form, By, cancel);
            if (!Refused(done, "Form")) return Back($"/station/referrals/{id}", done, Texts["Station.Referral.Moved", Texts.Of(form.To!.Value)]);
        }

        return await ReadAsync(id, cancel) is { } page ? View("One", page with { Form = form }) : NotFound();
    }

    [HttpPost("{id:long}/reopen")]
    public async Task<IActionResult> Reopen(long id, int version, [FromServices] ReopenReferral reopen, CancellationToken cancel) =>
        Back($"/station/referrals/{id}", await reopen.RunAsync(new ReopenReferralRequest(id, version, By), cancel), Texts["Station.Referral.Reopened"]);

    /// <summary>She told the station that this employer may see her name and phone; without it the employer cannot hire her.</summary>
    [HttpPost("{id:long}/agree")]
    public async Task<IActionResult> Agree(long id, [FromServices] AgreeToBeSeen agree, CancellationToken cancel) =>
        Back($"/station/referrals/{id}", await agree.RunAsync(new AgreeToBeSeenRequest(id, Agreed: true, By), cancel), Texts["Station.Referral.AgreedNow"]);

    /// <summary>Takes a batch back that was sent today by this account and that nobody has answered yet.</summary>
    [HttpPost("undo")]
    public async Task<IActionResult> Undo(string? ids, string? returnUrl, [FromServices] TakeBackReferrals takeBack, CancellationToken cancel)
    {
        var wanted = (ids ?? "").Split(',').Select(part => long.TryParse(part, out var id) ? id : 0).Where(id => id > 0).Distinct().ToList();
        var done = await takeBack.RunAsync(new TakeBackReferralsRequest(wanted, By), cancel);
        var taken = done.Value;
        Flash.Set(TempData, !done.IsDone ? new Flash(Texts.Of(done.Refusals[0]), Kind: "bad")
            : taken == wanted.Count ? new Flash(Texts["Station.Refer.Undone", taken]) : new Flash(Texts["Station.Refer.UndonePartly", taken, wanted.Count - taken], Kind: "gap"));
        return LocalRedirect(ReturnTo(returnUrl, "/station/referrals"));
    }

    private async Task<ReferralPage?> ReadAsync(long id, CancellationToken cancel)
    {
        var row = await (from r in db.Set<Referral>().AsNoTracking()
                         join p in db.Set<Person>() on r.PersonId equals p.Id
                         where r.Id == id
                         select new ReferralRow(r, p.Name, r.Posting!.Title, r.Posting.Employer!.Name)).SingleOrDefaultAsync(cancel);
        if (row is null) return null;
        var history = await db.Set<ReferralMove>().AsNoTracking().Where(m => m.ReferralId == id).OrderByDescending(m => m.Id).ToListAsync(cancel);
        var accounts = history.Select(m => m.AccountId).Distinct().ToList();
        var names = await db.Set<Account>().Where(a => accounts.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName, cancel);
        return new ReferralPage(row, history.ConvertAll(m => new MoveTold(m, m.AccountId == 0 ? Texts["Station.Referral.ByJob"] : names.GetValueOrDefault(m.AccountId, ""))), MoveReferral.From(row.Referral.State))
        {
            Form = new MoveForm { Version = row.Referral.Version, On = clock.Today() },
            Place = (await places.OfAsync([row.Referral], cancel)).GetValueOrDefault(id, ""),
        };
    }
}
