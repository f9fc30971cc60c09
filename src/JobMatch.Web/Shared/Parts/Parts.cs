using JobMatch.Data;

namespace JobMatch.Web.Shared.Parts;

/// <summary>A short fact in a pill. Kind: "" (ours, fine), "plain", "gap" (new or missing), "bad" (overdue, refused), "calm" (public-welfare, information).</summary>
public sealed record Chip(string Text, string Kind = "");

/// <summary>Why something fits, or what is missing. Points are shown where given; a gap has none and says what to do.</summary>
/// <param name="Text">Ready to read.</param>
/// <param name="IsGap">Something is missing.</param>
/// <param name="Points">What it adds.</param>
/// <param name="Note">Beside the points, such as the weight applied.</param>
public sealed record Reason(string Text, bool IsGap = false, int? Points = null, string? Note = null);

/// <summary>A posting as a resident sees it in a list: pay first, then how far, then why. Texts are ready to read.</summary>
public sealed record JobCard(string Title, string Url, string Pay, string Where)
{
    /// <summary>Distinguishes the card on its page, for anchors and for reading aloud.</summary>
    public string Id { get; init; } = "";

    public string? PayNote { get; init; }

    public IReadOnlyList<Chip> Chips { get; init; } = [];

    public IReadOnlyList<Reason> Reasons { get; init; } = [];

    /// <summary>Address that the main button goes to, when it may be pressed from the list.</summary>
    public string? ApplyUrl { get; init; }

    public string? ApplyText { get; init; }

    /// <summary>Came since she last read her messages.</summary>
    public bool IsNew { get; init; }

    /// <summary>The title cut where the words of a search matched; empty shows it plain.</summary>
    public IReadOnlyList<HighlightPart> MarkedTitle { get; init; } = [];

    /// <summary>A piece of the text where the words of a search matched.</summary>
    public IReadOnlyList<HighlightPart> Snippet { get; init; } = [];
}

/// <summary>How well two fit: both sides and one number, 0 to 100; a side of which nothing counts has none.</summary>
public sealed record FitScore(int Score, int? Able, int? Willing);

/// <summary>A list that has nothing to show: why, and what to do now.</summary>
public sealed record Empty(string Title, string Text)
{
    public string Icon { get; init; } = "question";

    public IReadOnlyList<(string Text, string Url)> Ways { get; init; } = [];

    /// <summary>Ways out that change something: buttons that send, before the links.</summary>
    public IReadOnlyList<(string Text, string Url)> Choices { get; init; } = [];
}

/// <summary>Which page of how many, and the address of another.</summary>
public sealed record Pager(int Page, int Pages, long Total, Func<int, string> Url);

/// <summary>A number of a dashboard. It is always a link to who stands behind it.</summary>
/// <param name="Label">What is counted.</param>
/// <param name="Value">The number with its unit, ready to read.</param>
/// <param name="Url">The households or people behind it.</param>
public sealed record Kpi(string Label, string Value, string Url)
{
    /// <summary>Change since the period before, ready to read ("0.6"); null when unknown.</summary>
    public string? Change { get; init; }

    public bool Rose { get; init; }

    /// <summary>Whether the change is welcome: a rise of empty households is not.</summary>
    public bool Good { get; init; }

    public string? Note { get; init; }
}

/// <summary>An entry of a tab row or a breadcrumb.</summary>
public sealed record Tab(string Text, string Url, bool IsCurrent = false, long Count = 0);

/// <summary>Something that happened, newest first in its list.</summary>
public sealed record Happened(string When, string What, string? Who = null, string Kind = "");

/// <summary>Work over two seconds: how far, and how long still.</summary>
public sealed record Progress(string What, long Done, long Of, string? TimeLeft = null);

/// <summary>A plan or a demand that is being worked out; asked for again at the address until it is done.</summary>
public sealed record PlanProgress(JobMatch.Fairs.PlacementPlan Plan, string Url);

/// <summary>Saved searches of one audience: the rows, where their forms are sent, what the empty list says, and the search itself.</summary>
public sealed record SavedSearchList(IReadOnlyList<JobMatch.SavedSearches.SavedSearchRow> Rows, string Base, string SearchUrl, string EmptyText)
{
    /// <summary>What each asks, in words, by its id.</summary>
    public IReadOnlyDictionary<long, string> Conditions { get; init; } = new Dictionary<long, string>();
}
