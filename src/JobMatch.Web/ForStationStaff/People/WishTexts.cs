using JobMatch.Asking;
using JobMatch.Matching;
using JobMatch.Web.Shared;
using JobMatch.Web.Shared.Fits;
using JobMatch.Web.Shared.Language;

namespace JobMatch.Web.ForStationStaff.People;

/// <summary>Wishes that people are asked for, in words: 「不上夜班」, 「愿意出省」; empty when none is.</summary>
public sealed class WishTexts(Texts texts, Say say, FitNames names)
{
    public string Of(WishesAsked asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        return string.Join(texts["Fit.Comma"], Parts(asked).Where(part => part.Length > 0));
    }

    private IEnumerable<string> Parts(WishesAsked asked) =>
    [
        asked.Kinds == PostingKinds.None ? "" : texts["Station.Wish.Kinds", Either(Enum.GetValues<PostingKind>().Where(kind => asked.Kinds.HasFlag(kind.AsSet())).Select(kind => texts.Of(kind)))],
        asked.Shifts == Shifts.None ? "" : texts["Station.Wish.Shifts", Either(Enum.GetValues<Shift>().Where(shift => shift != Shift.Unknown && asked.Shifts.HasFlag((Shifts)(1 << ((int)shift - 1)))).Select(shift => texts.Of(shift)))],
        asked.Nights is { } nights ? texts[nights ? "Station.Wish.Nights" : "Station.Wish.NoNights"] : "",
        Reach(asked.Reach),
        asked.Care ? texts["Station.Wish.Care"] : "",
        Floor(asked),
        .. asked.TrainingKindIds.Select(id => texts["Station.Wish.Training", names.Training(id)]),
        asked.AnyTraining ? texts["Station.Wish.AnyTraining"] : "",
        asked.Willing is { } willing ? texts[willing ? "Station.Fact.Willing.Yes" : "Station.Fact.Willing.No"] : "",
    ];

    /// <summary>From home on it is how far she goes, else how far she goes at least.</summary>
    private string Reach(IReadOnlyList<Mobility> reach) => reach.Count == 0 ? ""
        : reach.Contains(Mobility.AtHome) ? texts[$"Fit.Mobility.{reach.Max()}"] : texts[$"Station.Wish.Beyond.{reach.Min()}"];

    private string Floor(WishesAsked asked) => (asked.FloorFromFen, asked.FloorToFen) switch
    {
        ({ } from, { } to) => texts["Station.Wish.FloorBetween", say.Money(from), say.Money(to)],
        ({ } from, null) => texts["Station.Wish.FloorFrom", say.Money(from)],
        (null, { } to) => texts["Station.Wish.FloorTo", say.Money(to)],
        _ => "",
    };

    private string Either(IEnumerable<string> choices) => string.Join(texts["Station.Wish.Or"], choices);
}
