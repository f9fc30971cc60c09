using System.Globalization;
using JobMatch.Notifications;
using JobMatch.Web.Shared;
using JobMatch.Web.Shared.Language;

namespace JobMatch.Web.Live;

/// <summary>Inbox rows in words and the page they lead to.</summary>
public sealed class LiveTexts(Texts texts, Say say)
{
    public LiveItem Of(Notification row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new LiveItem(row.Id, row.Kind == NotificationKind.NewFit ? "posting" : "message", TitleOf(row), UrlOf(row), TextOf(row), row.At);
    }

    public string TitleOf(Notification row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var title = Value(row, "title");
        return texts[$"Inbox.{row.Kind}.Title", title.Contains('.', StringComparison.Ordinal) ? texts.Find(title) ?? title : title];
    }

    /// <summary>States in the values are resource keys, and so are places that have no name; they are said in the language of the page.</summary>
    public string TextOf(Notification row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var state = Value(row, "state");
        var day = DateOnly.TryParseExact(Value(row, "day"), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) ? say.FullDay(on) : "";
        var place = Value(row, "place") is { Length: > 0 } at ? texts["Inbox.At", at] : "";
        var fair = Value(row, "fair") is { Length: > 0 } name ? texts["Inbox.Fair", name, day, Value(row, "place")] : "";
        var goesTo = Value(row, "at") is { Length: > 0 } there ? texts["Inbox.GoesTo", texts.Find(there) ?? there] : "";
        return texts[$"Inbox.{row.Kind}.Text", Value(row, "title"), Value(row, "score"), state.Length == 0 ? "" : texts.Find(state) ?? state, Value(row, "count"), day, place, fair, goesTo];
    }

    public static string UrlOf(Notification row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Kind switch
        {
            NotificationKind.NewFit or NotificationKind.NowFits or NotificationKind.ReferredByStation or NotificationKind.ReferralTakenBack => $"/jobs/{row.PostingId}",
            NotificationKind.ReferralMoved => "/me/applications",
            NotificationKind.NewCandidate or NotificationKind.CandidatesTakenBack => $"/employer/postings/{row.PostingId}/candidates",
            NotificationKind.PostingStillOpen or NotificationKind.PostingDecided => $"/employer/postings/{row.PostingId}",
            NotificationKind.EmployerDecided => "/employer",
            NotificationKind.FitDigest => "/for-you",
            NotificationKind.TrainingEntered or NotificationKind.TrainingChanged or NotificationKind.TrainingCancelled or NotificationKind.TrainingLeft => "/me/facts#training",
            NotificationKind.SavedSearchPostings or NotificationKind.SavedSearchWorkers => Value(row, "address") is ['/', not '/', ..] address ? address : "/",
            _ => "/station",
        };
    }

    private static string Value(Notification row, string name) => row.Values.TryGetValue(name, out var value) ? value : "";
}
