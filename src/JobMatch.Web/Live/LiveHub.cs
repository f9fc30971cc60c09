using JobMatch.Data;
using JobMatch.Notifications;
using JobMatch.Web.Shared.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace JobMatch.Web.Live;

/// <summary>What the server calls on an open page.</summary>
public interface ILiveClient
{
    Task Arrived(LiveItem item);

    Task Changed(IReadOnlyDictionary<string, int> counts);
}

/// <summary>One inbox row as an open page shows it. Kind is "posting" or "message"; the text is in the page's language.</summary>
public sealed record LiveItem(long Id, string Kind, string Title, string Url, string Text, DateTime At);

/// <summary>
/// Open pages. Groups are joined here only, from the account's scope; a client can ask for nothing but what it missed. The inbox is the
/// truth: what is pushed has been stored before.
/// </summary>
[Authorize]
internal sealed class LiveHub(ScopeOfRequest scopes, CurrentScope current, Inbox inbox, LiveTexts texts) : Hub<ILiveClient>
{
    private const int MostMissed = 50;

    public override async Task OnConnectedAsync()
    {
        var scope = await ScopeAsync();
        foreach (var group in LiveGroups.Of(Addressee.Of(scope))) await Groups.AddToGroupAsync(Context.ConnectionId, group);
        await base.OnConnectedAsync();
    }

    /// <summary>What came after an inbox id, oldest first, at most fifty.</summary>
    public async Task<IReadOnlyList<LiveItem>> Since(long lastId)
    {
        try
        {
            var addressee = Addressee.Of(await ScopeAsync());
            var rows = await inbox.SinceAsync(addressee, lastId, MostMissed, Context.ConnectionAborted);
            return [.. rows.Select(texts.Of)];
        }
        catch (OperationCanceledException) when (Context.ConnectionAborted.IsCancellationRequested)
        {
            // The browser has left before its answer: nobody is there to be told, and nothing is wrong.
            return [];
        }
    }

    private async Task<Scope> ScopeAsync()
    {
        var scope = await scopes.OfAsync(Context.User!, area: null, Context.ConnectionAborted);
        current.Use(scope);
        return scope;
    }
}

/// <summary>Names of the groups that the server joins connections to.</summary>
internal static class LiveGroups
{
    internal static IEnumerable<string> Of(Addressee addressee)
    {
        if (addressee.PersonId is { } person) yield return $"person-{person}";
        if (addressee.EmployerId is { } employer) yield return $"employer-{employer}";
        foreach (var settlement in addressee.SettlementIds ?? []) yield return $"station-{settlement}";
    }

    internal static string Of(Notification row) =>
        row.PersonId is { } person ? $"person-{person}"
        : row.EmployerId is { } employer ? $"employer-{employer}"
        : $"station-{row.StationSettlementId}";
}
