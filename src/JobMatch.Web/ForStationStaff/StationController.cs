using JobMatch.Data;
using JobMatch.Web.Shared.Edge;
using JobMatch.Web.Shared.Language;
using JobMatch.Web.Shared.Parts;
using JobMatch.Web.Shared.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace JobMatch.Web.ForStationStaff;

/// <summary>What every page of the station has in common: who may come, the figures of the rail, how something done or refused is told.</summary>
[Area("ForStationStaff"), Authorize(Policy = Audiences.Staff), TypeFilter<RailFigures>]
public abstract class StationController(Texts texts) : Controller
{
    protected Texts Texts { get; } = texts;

    /// <summary>The clerk's account.</summary>
    protected long By => User.AccountId();

    /// <summary>Goes back to a page and says there what was done; or, when it was refused, why.</summary>
    protected IActionResult Back<T>(string to, Outcome<T> outcome, string done, string? undo = null)
    {
        if (outcome.IsDone) Flash.Set(TempData, new Flash(done, undo));
        else if (outcome.Refusals.Contains(Refusal.NotFound)) return NotFound();
        else Flash.Set(TempData, new Flash(string.Join(" ", outcome.Refusals.Select(Texts.Of)), Kind: "bad"));
        return LocalRedirect(to);
    }

    /// <summary>Shows a form again with what was refused; what was typed stays.</summary>
    protected bool Refused<T>(Outcome<T> outcome, string prefix = "")
    {
        if (outcome.IsDone) return false;
        ModelState.AddRefusals(outcome.Refusals, Texts, prefix);
        return true;
    }

    /// <summary>The address that a list posted to come back to; only one of this station's.</summary>
    protected string ReturnTo(string? url, string otherwise) =>
        Url.IsLocalUrl(url) && url!.StartsWith("/station/", StringComparison.Ordinal) ? url : otherwise;
}
