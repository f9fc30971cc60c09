namespace JobMatch.Web.Shared.Navigation;

/// <summary>A place of the navigation. Its word is the text <c>Place.{Name}</c>; pages below its path count as being there.</summary>
public sealed record Place(string Name, string Path, string Icon)
{
    /// <summary>The first page of the site is the list of jobs.</summary>
    public bool Holds(PathString path) => path.StartsWithSegments(Path, StringComparison.OrdinalIgnoreCase) || (path == "/" && Path == "/jobs");
}

/// <summary>Where each audience can go. Addresses begin with the audience, so that logs and limits can tell them apart.</summary>
public static class Places
{
    public static readonly IReadOnlyList<Place> Residents =
    [
        new("ForYou", "/for-you", "for-you"),
        new("Jobs", "/jobs", "search"),
        new("Messages", "/messages", "messages"),
        new("Me", "/me", "me"),
    ];

    public static readonly IReadOnlyList<Place> StationStaff =
    [
        new("Today", "/station/today", "today"),
        new("Postings", "/station/postings", "job"),
        new("People", "/station/people", "people"),
        new("Households", "/station/households", "home"),
        new("Referrals", "/station/referrals", "referrals"),
        new("Plans", "/station/plans", "fair"),
        new("Training", "/station/training", "training"),
        new("Employers", "/station/employers", "workshop"),
    ];

    public static readonly IReadOnlyList<Place> Employers =
    [
        new("MyPostings", "/employer/postings", "job"),
        new("Candidates", "/employer/candidates", "people"),
        new("EmployerMessages", "/employer/messages", "messages"),
    ];

    public static readonly IReadOnlyList<Place> Supervisors =
    [
        new("Month", "/county/month", "month"),
        new("Settlements", "/county/settlements", "settlement"),
        new("TrainingNeeds", "/county/training", "training"),
        new("Rules", "/county/rules", "rules"),
    ];

    public static readonly IReadOnlyList<Place> Administrators =
    [
        new("Accounts", "/admin/accounts", "key"),
        new("Regions", "/admin/regions", "place"),
        new("SettlementsAdmin", "/admin/settlements", "settlement"),
        new("Stations", "/admin/stations", "home"),
        new("RulesAdmin", "/admin/rules", "rules"),
        new("Index", "/admin/index", "search"),
        new("JobRuns", "/admin/jobs", "clock"),
        new("Audit", "/admin/audit", "history"),
    ];
}
