using System.Globalization;
using JobMatch.Asking;
using JobMatch.Matching;
using JobMatch.Regions;
using JobMatch.Workers;

namespace JobMatch.Search;

/// <summary>
/// What a search of people asks of somebody's wishes: one short text for each that is on record, coded or in her own words. What nobody asked her has none. Every engine asks
/// the same groups of them: one of each group.
/// </summary>
internal static class WishTags
{
    /// <summary>No county is crossed in less: whoever goes no further stays in hers.</summary>
    private const int WithinCountyMetres = 30_000;

    private const string Nights = "wish-nights";
    private const string NoNights = "wish-no-nights";
    private const string Care = "wish-care";
    private const string Trainings = "wish-trainings";
    private const string Willing = "wish-work";
    private const string Unwilling = "wish-no-work";

    private static readonly char[] Ends = ['。', '，', '、', '；', '！', '.', ',', ';', '!', ' ', '\n', '\r'];

    public static IReadOnlyList<string> Of(Worker worker)
    {
        ArgumentNullException.ThrowIfNull(worker);
        return [.. Tags(worker).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>One tag of each group has to be there.</summary>
    public static IEnumerable<IReadOnlyList<string>> Asked(WishesAsked asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        if (asked.Kinds != PostingKinds.None) yield return [.. FitTags.Flags((uint)asked.Kinds).Select(Kind), .. asked.Kinds.HasFlag(PostingKinds.HomeWork) ? [Reach(Mobility.AtHome)] : Array.Empty<string>()];
        if (asked.Shifts != Shifts.None) yield return [.. FitTags.Flags((uint)asked.Shifts).Select(Shift)];
        if (asked.Nights is { } nights) yield return [nights ? Nights : NoNights];
        if (asked.Reach.Count > 0) yield return [.. asked.Reach.Select(Reach)];
        if (asked.Care) yield return [Care];
        foreach (var training in asked.TrainingKindIds) yield return [Training(training)];
        if (asked.AnyTraining) yield return [Trainings];
        if (asked.Willing is { } willing) yield return [willing ? Willing : Unwilling];
    }

    private static IEnumerable<string> Tags(Worker worker)
    {
        var (wishes, told) = (worker.Wishes, Told(worker.Wishes.Words));
        foreach (var kind in FitTags.Flags((uint)(wishes.Kinds | told.Kinds))) yield return Kind(kind);
        foreach (var shift in FitTags.Flags((uint)wishes.Shifts)) yield return Shift(shift);
        if (NightsOf(worker, told) is { } nights) yield return nights ? Nights : NoNights;
        foreach (var reach in worker.Mobility == Mobility.Unknown ? ReachOf(worker, told) : ReachOf(worker)) yield return Reach(reach);
        if (wishes.CareFriendly || worker.ImpossibleDuties.HasFlag(Duty.CareHours) || told.Care) yield return Care;
        List<int> trainings = [.. wishes.TrainingKindIds.Union(told.TrainingKindIds)];
        foreach (var training in trainings) yield return Training(training);
        if (trainings.Count > 0 || told.AnyTraining) yield return Trainings;
        // Who cannot work at all is not looked for among those who want to.
        if ((worker.Willing ?? told.Willing) is { } willing && !(willing && worker.Capacity == LabourCapacity.None)) yield return willing ? Willing : Unwilling;
    }

    /// <summary>What her own words say, clause by clause, in the words that a clerk would ask by.</summary>
    private static WishesAsked Told(string words) =>
        words.Split(Ends, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(WishWords.Read).OfType<WishesAsked>().Aggregate(new WishesAsked(), (all, one) => all.And(one));

    /// <summary>What she cannot do or must not wins over what she would; shifts that name no night leave it out.</summary>
    private static bool? NightsOf(Worker worker, WishesAsked told) =>
        worker.ImpossibleDuties.HasFlag(Duty.Nights) || worker.Restrictions.HasFlag(WorkRestriction.NoNights) ? false
        : worker.Wishes.Shifts != Shifts.None ? (worker.Wishes.Shifts & ShiftsAtNight.All) != 0 : told.Nights;

    private static IEnumerable<Mobility> ReachOf(Worker worker) =>
        worker.Mobility != Mobility.Metres ? [worker.Mobility] : worker.MobilityMetres <= WithinCountyMetres ? [Mobility.County] : [];

    /// <summary>Where nobody asked how far: the places that she wishes for, or what she says herself.</summary>
    private static IEnumerable<Mobility> ReachOf(Worker worker, WishesAsked told) => worker.Wishes.RegionCodes.Count > 0
        ? worker.Wishes.RegionCodes.Select(code => Region.Upwards(code).Contains(worker.CountyCode) ? Mobility.County
            : Region.Upwards(code).Contains(worker.CountyCode / 10_000 * 10_000) ? Mobility.Province : Mobility.Anywhere)
        : told.Reach;

    private static string Kind(uint flag) => Number("wish-kind", flag);

    private static string Shift(uint flag) => Number("wish-shift", flag);

    private static string Reach(Mobility reach) => Number("wish-reach", (int)reach);

    private static string Training(int kind) => Number("wish-training", kind);

    private static string Number(string name, long value) => string.Create(CultureInfo.InvariantCulture, $"{name}{value}");
}
