using JobMatch.Data;
using JobMatch.Notifications;
using JobMatch.Web.ForResidents.Reading;
using JobMatch.Web.Live;
using JobMatch.Web.Shared.Edge;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace JobMatch.Web.ForResidents.Messages;

/// <summary>One row of the inbox in words.</summary>
public sealed record Message(long Id, string Title, string Text, string Url, DateTime At, bool IsUnread);

public sealed record MessagesPage(IReadOnlyList<Message> Messages, int Page, bool More);

/// <summary>Everything that was ever told to the person, newest first. Looking at the first page reads what it shows, not what comes meanwhile.</summary>
[Area("ForResidents"), Authorize(Policy = Audiences.Resident), ServiceFilter<UnreadMessages>]
public sealed class MessagesController(Inbox inbox, CurrentScope scope, LiveTexts texts) : Controller
{
    private const int PageSize = 30;

    [HttpGet("/messages")]
    public async Task<IActionResult> Index(int page, CancellationToken cancel)
    {
        if (scope.Value.Kind != ScopeKind.Herself) return Forbid();
        var mine = Addressee.Of(scope.Value);
        var skip = (Math.Clamp(page, 1, 1000) - 1) * PageSize;
        var rows = await inbox.NewestAsync(mine, skip, PageSize + 1, cancel);
        var messages = rows.Take(PageSize).Select(row => new Message(row.Id, texts.TitleOf(row), texts.TextOf(row), LiveTexts.UrlOf(row), row.At, row.ReadAt is null)).ToList();
        if (skip == 0 && messages.Count > 0) await inbox.MarkReadAsync(mine, messages[0].Id, cancel);
        return View(new MessagesPage(messages, Math.Max(1, page), rows.Count > PageSize));
    }
}
