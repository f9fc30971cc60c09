using System.Globalization;
using JobMatch.Asking;
using JobMatch.Data;
using JobMatch.Search.Embedded;

namespace JobMatch.Search.Elasticsearch;

/// <summary>A posting as the index keeps it: terms cut by this program, tags, numbers, and the texts that a page shows.</summary>
internal sealed record PostingEntry
{
    public required long Id { get; init; }

    public required long Seq { get; init; }

    public required long Fingerprint { get; init; }

    public required int Kind { get; init; }

    public required int Shift { get; init; }

    /// <summary>One number for each need that it meets.</summary>
    public required IReadOnlyList<int> Offers { get; init; }

    /// <summary>Tags of regions, settlements, "every village of", and anywhere in a county, home.</summary>
    public required IReadOnlyList<string> Places { get; init; }

    public required IReadOnlyList<int> Occupations { get; init; }

    public required long? Monthly { get; init; }

    public required long? Daily { get; init; }

    /// <summary>Fen, the order by pay; −1 unknown.</summary>
    public required long Hourly { get; init; }

    /// <summary>The lower end, fen.</summary>
    public required long? MonthlyLeast { get; init; }

    /// <inheritdoc cref="MonthlyLeast"/>
    public required long? DailyLeast { get; init; }

    /// <inheritdoc cref="MonthlyLeast"/>
    public required long? HourlyLeast { get; init; }

    /// <summary>Ticks, so that two postings of one second keep their order.</summary>
    public required long Published { get; init; }

    /// <summary>Number of the last day; the largest there is when open-ended.</summary>
    public required long Closes { get; init; }

    /// <summary>Years; 0 and <see cref="PostingDocument.NoAge"/> without an end.</summary>
    public required int AgeFrom { get; init; }

    /// <inheritdoc cref="AgeFrom"/>
    public required int AgeTo { get; init; }

    public required int Education { get; init; }

    /// <summary>Of work a day; <see cref="PostingDocument.NoMinutes"/> when unknown.</summary>
    public required int Minutes { get; init; }

    /// <summary>Needed or helped to.</summary>
    public required IReadOnlyList<int> Certificates { get; init; }

    public required string Title { get; init; }

    public required string Names { get; init; }

    public required string TitleLike { get; init; }

    public required string Body { get; init; }

    public required string BodyLike { get; init; }

    /// <summary>The title as it is, for suggestions.</summary>
    public required string TitleWhole { get; init; }

    /// <summary>Latitude and longitude in ten-millionths of a degree, packed into one number each.</summary>
    public required IReadOnlyList<long> Positions { get; init; }

    public required ShownPosting Shown { get; init; }

    public static PostingEntry Of(PostingDocument d, long seq) => Of(d, PostingTerms.Of(d), seq);

    public static PostingEntry Of(PostingDocument d, PostingTerms terms, long seq) => new()
    {
        Id = d.Id,
        Seq = seq,
        Fingerprint = d.Fingerprint,
        Kind = (int)d.Kind,
        Shift = (int)d.Shift,
        Offers = [.. Flags(d.Offers)],
        Places = [.. KeptRows.PlaceTags(d), .. d.AtHome ? [HomeTag] : Array.Empty<string>()],
        Occupations = d.OccupationIds,
        Monthly = d.MonthlyFen,
        Daily = d.DailyFen,
        Hourly = d.HourlyFen ?? -1,
        MonthlyLeast = d.MonthlyLeastFen,
        DailyLeast = d.DailyLeastFen,
        HourlyLeast = d.HourlyLeastFen,
        Published = d.PublishedAt.Ticks,
        Closes = d.ClosesOn?.DayNumber ?? int.MaxValue,
        AgeFrom = d.AgeFrom,
        AgeTo = d.AgeTo,
        Education = (int)d.EducationAsked,
        Minutes = d.Minutes,
        Certificates = d.CertificateKindIds,
        Title = terms.Title,
        Names = terms.Names,
        TitleLike = terms.TitleLike,
        Body = terms.Body,
        BodyLike = terms.BodyLike,
        TitleWhole = d.Title,
        Positions = [.. d.Positions.Select(PackedPosition.Of)],
        Shown = new ShownPosting(d.Title, d.Employer, d.Place, ShownText.Of(d.Description)),
    };

    public const string HomeTag = "home";

    public static IEnumerable<int> Flags(PostingNeeds needs) => Enum.GetValues<PostingNeeds>().Where(n => n != PostingNeeds.None && needs.HasFlag(n)).Select(n => (int)n);
}

/// <summary>What a page of hits shows.</summary>
internal sealed record ShownPosting(string Title, string Employer, string Place, string Description);

internal sealed record PostingSource(ShownPosting Shown, long Published, long Hourly, IReadOnlyList<string> Places, IReadOnlyList<long> Positions)
{
    /// <summary>Whole metres to the nearest place with a vacancy; zero at home; null when unknown.</summary>
    public int? MetresFrom(GeoPoint near) =>
        Places.Contains(PostingEntry.HomeTag) ? 0 : Positions.Count == 0 ? null : (int)Math.Round(Positions.Min(p => near.MetresTo(PackedPosition.Read(p))));
}

/// <summary>A position as one number: exact for degrees of up to seven decimals, about a centimetre.</summary>
internal static class PackedPosition
{
    private const double Unit = 1e7;

    public static long Of(GeoPoint point) => ((long)Math.Round(point.Latitude * Unit) << 32) | (uint)(int)Math.Round(point.Longitude * Unit);

    public static GeoPoint Read(long packed) => new((packed >> 32) / Unit, (int)(packed & 0xFFFFFFFF) / Unit);

    /// <summary>The same distance as <see cref="GeoPoint.MetresTo"/>, in the server's script language: −1 at home, <see cref="PageToken.Far"/> unknown.</summary>
    public static Sort Nearest(GeoPoint near) => new() { Script = new ScriptSort(new Script(Distance + "return nearest;", From(near))) };

    /// <summary>The same key as <see cref="PageToken.OfPaidNearby"/>.</summary>
    public static Sort PaidNearby(GeoPoint near) => new()
    {
        Script = new ScriptSort(new Script(Distance + PaidInBand, new Dictionary<string, double>(From(near)
            .Concat(NearBands.Ends.Select((end, i) => KeyValuePair.Create(string.Create(CultureInfo.InvariantCulture, $"end{i}"), (double)end))))
        {
            ["most"] = PageToken.MostHourly,
            ["unknown"] = PageToken.UnknownPay,
        })),
    };

    private static Dictionary<string, double> From(GeoPoint near) => new() { ["latitude"] = near.Latitude, ["longitude"] = near.Longitude, ["far"] = PageToken.Far };

    private const string PaidInBand = """
        double band = 0;
        if (nearest > (double) params.end0) band += 1;
        if (nearest > (double) params.end1) band += 1;
        if (nearest > (double) params.end2) band += 1;
        if (nearest > (double) params.end3) band += 1;
        double most = (double) params.most;
        double hourly = doc['hourly'].value;
        if (hourly < 0) return ((double) params.unknown + band) * most;
        return band * most + most - 1 - Math.min(hourly, most - 1);
        """;

    private const string Distance = """
        double nearest = params.far;
        double a = params.latitude / 180 * Math.PI;
        for (long packed : doc['positions']) {
          double b = (packed >> 32) / 1e7 / 180 * Math.PI;
          double s = Math.sin((b - a) / 2);
          double t = Math.sin(((int) packed / 1e7 - params.longitude) / 180 * Math.PI / 2);
          nearest = Math.min(nearest, Math.rint(2 * 6371000 * Math.asin(Math.sqrt(s * s + Math.cos(a) * Math.cos(b) * t * t))));
        }
        if (doc['places'].contains('home')) nearest = -1;

        """;
}

/// <summary>A worker as the index keeps her: codes, terms and the scrubbed text; nobody's name.</summary>
internal sealed record WorkerEntry
{
    public required long Id { get; init; }

    public required long Seq { get; init; }

    public required long Fingerprint { get; init; }

    public required long Settlement { get; init; }

    public required int Capacity { get; init; }

    public required int Need { get; init; }

    public required bool InWork { get; init; }

    public required IReadOnlyList<int> Skills { get; init; }

    public required IReadOnlyList<int> Certificates { get; init; }

    public required IReadOnlyList<int> Trainings { get; init; }

    public required IReadOnlyList<int> Occupations { get; init; }

    /// <summary>Coded facts, <see cref="FitTags"/>.</summary>
    public required IReadOnlyList<string> Fit { get; init; }

    /// <summary>Coded wishes, <see cref="WishTags"/>.</summary>
    public required IReadOnlyList<string> Wished { get; init; }

    /// <summary>Trainings, certificates and work with their days and lengths, <see cref="RecordNumbers"/>.</summary>
    public required IReadOnlyList<long> Records { get; init; }

    public required int Born { get; init; }

    public required long? Floor { get; init; }

    public required long? Last { get; init; }

    /// <summary>One by the floor, in which a shortfall is linear.</summary>
    public required double? FloorInverse { get; init; }

    public required double? LastInverse { get; init; }

    /// <summary>Number of the first day of waiting.</summary>
    public required int? Waiting { get; init; }

    /// <summary>Of the settlement.</summary>
    public required GeoPointDegrees? Home { get; init; }

    public required string About { get; init; }

    public required string Names { get; init; }

    public required string AboutLike { get; init; }

    public required string Wishes { get; init; }

    public required string WishNames { get; init; }

    public required string WishesLike { get; init; }

    public required ShownWorker Shown { get; init; }

    public static WorkerEntry Of(WorkerDocument d, long seq) => Of(d, WorkerTerms.Of(d), seq);

    public static WorkerEntry Of(WorkerDocument d, WorkerTerms terms, long seq) => new()
    {
        Id = d.Id,
        Seq = seq,
        Fingerprint = d.Fingerprint,
        Settlement = d.SettlementId,
        Capacity = (int)d.Capacity,
        Need = (int)d.Need,
        InWork = d.InWork,
        Skills = d.SkillIds,
        Certificates = d.CertificateKindIds,
        Trainings = d.TrainingKindIds,
        Occupations = d.OccupationIds,
        Fit = d.Fit.Tags,
        Wished = d.WishTags,
        Records = d.Records,
        Born = d.Fit.BirthYear,
        Floor = d.Fit.FloorFen > 0 ? d.Fit.FloorFen : null,
        Last = d.Fit.LastFen > 0 ? d.Fit.LastFen : null,
        FloorInverse = d.Fit.FloorFen > 0 ? 1.0 / d.Fit.FloorFen : null,
        LastInverse = d.Fit.LastFen > 0 ? 1.0 / d.Fit.LastFen : null,
        Waiting = d.Fit.WaitingSince > 0 ? d.Fit.WaitingSince : null,
        Home = d.Fit.Home,
        About = terms.About,
        Names = terms.Names,
        AboutLike = terms.AboutLike,
        Wishes = terms.Wishes,
        WishNames = terms.WishNames,
        WishesLike = terms.WishesLike,
        Shown = new ShownWorker(d.Text, d.Wishes),
    };
}

internal sealed record ShownWorker(string Text, string Wishes);

internal sealed record WorkerSource(ShownWorker Shown, WorkerNeed Need);

internal sealed record IdSource(long Id);
