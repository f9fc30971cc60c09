using JobMatch.Data;
using JobMatch.Notifications;
using JobMatch.Web.Live;
using JobMatch.Web.Shared.Edge;
using JobMatch.Web.Shared.Navigation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace JobMatch.Web.ForEmployers.Messages;

public sealed record MessageRow(LiveItem Item, bool IsNew);

public sealed record MessagesPage(IReadOnlyList<MessageRow> Rows, int Page, bool HasMore);

/// <summary>The firm's inbox: who came, what the station decided, what is asked.</summary>
[Area("ForEmployers"), Authorize(Policy = Audiences.Employer), Route("/employer/messages")]
public sealed class MessagesController(Inbox inbox, CurrentScope scope, LiveTexts words, Counts counts) : Controller
{
    private const int PerPage = 30;

    [HttpGet("")]
    public async Task<IActionResult> Index(int page, CancellationToken cancel)
    {
        page = Math.Clamp(page, 1, 1000);
        var mine = Addressee.Of(scope.Value);
        var rows = await inbox.NewestAsync(mine, (page - 1) * PerPage, PerPage + 1, cancel);
        if (page == 1 && rows.Count > 0)
        {
            counts.LastSeen = rows[0].Id;
            await inbox.MarkReadAsync(mine, rows[0].Id, cancel);
        }

        return View(new MessagesPage([.. rows.Take(PerPage).Select(row => new MessageRow(words.Of(row), row.ReadAt is null))], page, rows.Count > PerPage));
    }
}
