using System.Globalization;
using JobMatch.Matching;
using JobMatch.Matching.Gates;

namespace JobMatch.Search;

/// <summary>
/// What a first cut compares of a worker: one short text for each coded fact, as <see cref="WorkerProfile"/> has it. Nothing that names or
/// reaches a person; the year of birth, not the day.
/// </summary>
public sealed record FitTags(IReadOnlyList<string> Tags, int BirthYear, long FloorFen, long LastFen, int WaitingSince, GeoPointDegrees? Home)
{
    private const string GroupKind = "group";
    private const string EducationKind = "education";
    private const string RestrictedKind = "restricted";
    private const string CannotKind = "cannot";
    private const string MandarinKind = "mandarin";

    private static readonly string[] AskedKinds = [GroupKind, EducationKind, RestrictedKind, CannotKind, MandarinKind];

    public static FitTags Of(WorkerProfile worker, int year)
    {
        ArgumentNullException.ThrowIfNull(worker);
        return new FitTags(
            [.. Facts(worker, year).Distinct(StringComparer.Ordinal)], worker.BirthDate?.Year ?? 0, worker.WageFloorFen, worker.LastWageFen, worker.WaitingSince?.DayNumber ?? 0,
            worker.Home.Position is { } at ? new GeoPointDegrees(at.LatitudeE6 / 1e6, at.LongitudeE6 / 1e6) : null);
    }

    /// <summary>Those of the tags that a search of people asks by: groups, schooling, Mandarin and what somebody must not or cannot do.</summary>
    public IEnumerable<string> Asked => Tags.Where(tag => AskedKinds.Any(kind => tag.StartsWith(kind, StringComparison.Ordinal)));

    public static string Group(HardshipGroup group) => Number(GroupKind, (long)group);

    public static string Schooling(Education level) => Number(EducationKind, (long)level);

    public static string Speaking(Mandarin level) => Number(MandarinKind, (long)level);

    /// <summary>Of each of these limits what says so, a doctor or she herself.</summary>
    public static IEnumerable<IReadOnlyList<string>> Limits(WorkRestriction limits) => Flags((uint)limits).Select(limit =>
        LabourGate.ForbiddenBy((WorkRestriction)limit) is not Duty.None and var duty ? (IReadOnlyList<string>)[Number(RestrictedKind, limit), Number(CannotKind, (long)duty)] : [Number(RestrictedKind, limit)]);

    public static string Number(string kind, long value) => string.Create(CultureInfo.InvariantCulture, $"{kind}{value}");

    /// <summary>A skill with what it is worth for an asked level: level as recorded, evidenced or claimed.</summary>
    public static string Skill(int skill, int level, bool evidenced) => string.Create(CultureInfo.InvariantCulture, $"skill{skill}-{level}{(evidenced ? "e" : "c")}");

    /// <summary>An occupation at one of its levels, and how much recency and length leave of it, percent.</summary>
    public static string Occupation(string level, int code, int percent) => string.Create(CultureInfo.InvariantCulture, $"{level}{code}-{percent}");

    private static IEnumerable<string> Facts(WorkerProfile w, int year)
    {
        yield return Number("capacity", (long)w.LabourCapacity);
        yield return Number("mobility", (long)w.Mobility);
        if (w.Home.Settlement >= 0) yield return Number("settlement", w.Home.Settlement);
        if (w.Home.Township > 0) yield return Number("township", w.Home.Township);
        if (w.Home.County > 0) yield return Number("county", w.Home.County);
        if (w.Home.Province > 0) yield return Number("province", w.Home.Province);
        foreach (var flag in Flags((uint)w.Restrictions)) yield return Number(RestrictedKind, flag);
        foreach (var flag in Flags((uint)w.Impossible)) yield return Number(CannotKind, flag);
        yield return Schooling(w.Education);
        yield return Speaking(w.Mandarin);
        foreach (var skill in w.Skills) yield return Skill(skill.Skill, skill.Level, skill.Evidenced);
        foreach (var occupation in w.Occupations)
        {
            var left = Recency(occupation.LastYear, year) * Length(occupation.Months) / 100;
            yield return Occupation("same", occupation.Occupation, left);
            yield return Occupation("minor", OccupationCode.MinorClass(occupation.Occupation), left);
            yield return Occupation("middle", OccupationCode.MiddleClass(occupation.Occupation), left);
        }

        foreach (var certificate in w.Certificates) yield return Number("certificate", certificate.Kind);
        foreach (var training in w.TrainingsDone) yield return Number("training", training);
        foreach (var flag in Flags((uint)w.WishedKinds)) yield return Number("kind", flag);
        if (w.WishedKinds != PostingKinds.None) yield return "kinds";
        foreach (var flag in Flags((uint)w.WishedShifts)) yield return Number("shift", flag);
        if (w.WishedShifts != Shifts.None) yield return "shifts";
        foreach (var place in w.WishedPlaces) yield return Number("place", place);
        if (w.WishedPlaces.Count > 0) yield return "places";
        foreach (var wish in w.WishedOccupations)
        {
            yield return Number("wish", wish);
            yield return Number("wish", OccupationCode.MinorClass(wish));
            yield return Number("wish", OccupationCode.MiddleClass(wish));
        }

        if (w.WishedOccupations.Count > 0) yield return "wishes";
        if (w.WantsCareFriendlyHours) yield return "care";
        if (w.Employed) yield return "employed";
        if (w.Willing) yield return "willing";
        if (w.HouseholdPost != WelfarePost.None) yield return "has-post";
        if (w.HouseholdPost == WelfarePost.OnePerHousehold) yield return "has-only-post";
        if (w.Hidden) yield return "hidden";
        foreach (var group in w.Groups) yield return Group(group.Group);
        // What the household is counts as a group of its own, as in the pool.
        if (w.ZeroEmploymentHousehold) yield return Group(HardshipGroup.ZeroEmploymentHousehold);
        if (w.Monitored) yield return Group(HardshipGroup.Monitored);
    }

    /// <summary>As <c>OccupationHistory</c> counts it.</summary>
    private static int Recency(int last, int year) => last == 0 ? 55 : (year - last) switch { <= 2 => 100, <= 5 => 85, <= 10 => 70, _ => 55 };

    private static int Length(int months) => months switch { >= 36 => 100, >= 12 => 95, _ => 85 };

    /// <summary>Each flag that is set, by itself.</summary>
    internal static IEnumerable<uint> Flags(uint flags)
    {
        for (; flags != 0; flags &= flags - 1) yield return flags & (0 - flags);
    }
}

/// <summary>Where a settlement lies, degrees, in the names that a search server wants.</summary>
public sealed record GeoPointDegrees(double Lat, double Lon);
