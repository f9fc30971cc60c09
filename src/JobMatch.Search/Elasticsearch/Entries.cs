using JobMatch.Postings;
using JobMatch.Search.Embedded;
using JobMatch.Search.Words;

namespace JobMatch.Search.Elasticsearch;

/// <summary>A posting as the index keeps it: terms cut by this program, tags, numbers, and the texts that a page shows.</summary>
internal sealed record PostingEntry
{
    private const int LongestShown = 300;

    public required long Id { get; init; }

    public required long Seq { get; init; }

    public required long Fingerprint { get; init; }

    public required int Kind { get; init; }

    public required int Shift { get; init; }

    /// <summary>One number for each need that it meets.</summary>
    public required IReadOnlyList<int> Offers { get; init; }

    /// <summary>Tags of regions, settlements, "every village of", and home.</summary>
    public required IReadOnlyList<string> Places { get; init; }

    public required IReadOnlyList<int> Occupations { get; init; }

    public required long? Monthly { get; init; }

    public required long? Hourly { get; init; }

    public required long? Pay { get; init; }

    /// <summary>Ticks, so that two postings of one second keep their order.</summary>
    public required long Published { get; init; }

    /// <summary>Number of the last day; the largest there is when open-ended.</summary>
    public required long Closes { get; init; }

    public required string Title { get; init; }

    public required string Names { get; init; }

    public required string Body { get; init; }

    public required ShownPosting Shown { get; init; }

    public static PostingEntry Of(PostingDocument d, long seq) => new()
    {
        Id = d.Id,
        Seq = seq,
        Fingerprint = d.Fingerprint,
        Kind = (int)d.Kind,
        Shift = (int)d.Shift,
        Offers = [.. Flags(d.Offers)],
        Places = [.. d.RegionCodes.Select(Tags.Region), .. d.EveryVillageOf.Select(Tags.EveryVillage), .. d.SettlementIds.Select(Tags.Settlement), .. d.AtHome ? [HomeTag] : Array.Empty<string>()],
        Occupations = d.OccupationIds,
        Monthly = d.MonthlyFen,
        Hourly = d.HourlyFen,
        Pay = d.ComparablePayFen,
        Published = d.PublishedAt.Ticks,
        Closes = d.ClosesOn?.DayNumber ?? int.MaxValue,
        Title = Bigrams.Index(d.Title),
        Names = Bigrams.Index(string.Join(' ', d.OccupationNames)),
        Body = Bigrams.Index($"{d.Employer} {d.Place} {d.Description}"),
        Shown = new ShownPosting(d.Title, d.Employer, d.Place, d.Description.Length > LongestShown ? d.Description[..LongestShown] : d.Description),
    };

    public const string HomeTag = "home";

    public static IEnumerable<int> Flags(PostingNeeds needs) => Enum.GetValues<PostingNeeds>().Where(n => n != PostingNeeds.None && needs.HasFlag(n)).Select(n => (int)n);
}

/// <summary>What a page of hits shows.</summary>
internal sealed record ShownPosting(string Title, string Employer, string Place, string Description);

internal sealed record PostingSource(ShownPosting Shown);

/// <summary>A worker as the index keeps her: codes, terms and the scrubbed text; nobody's name.</summary>
internal sealed record WorkerEntry
{
    public required long Id { get; init; }

    public required long Seq { get; init; }

    public required long Fingerprint { get; init; }

    public required long Settlement { get; init; }

    public required int Capacity { get; init; }

    public required bool InWork { get; init; }

    public required IReadOnlyList<int> Skills { get; init; }

    public required IReadOnlyList<int> Certificates { get; init; }

    public required IReadOnlyList<int> Trainings { get; init; }

    public required IReadOnlyList<int> Occupations { get; init; }

    public required string About { get; init; }

    public required string Names { get; init; }

    public required ShownWorker Shown { get; init; }

    public static WorkerEntry Of(WorkerDocument d, long seq) => new()
    {
        Id = d.Id,
        Seq = seq,
        Fingerprint = d.Fingerprint,
        Settlement = d.SettlementId,
        Capacity = (int)d.Capacity,
        InWork = d.InWork,
        Skills = d.SkillIds,
        Certificates = d.CertificateKindIds,
        Trainings = d.TrainingKindIds,
        Occupations = d.OccupationIds,
        About = Bigrams.Index(d.Text),
        Names = Bigrams.Index(string.Join(' ', d.OtherNames)),
        Shown = new ShownWorker(d.Text),
    };
}

internal sealed record ShownWorker(string Text);

internal sealed record WorkerSource(ShownWorker Shown);

/// <summary>What a reconcile compares.</summary>
internal sealed record MarkSource(long Id, long Fingerprint);
