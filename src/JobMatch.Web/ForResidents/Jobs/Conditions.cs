using JobMatch.Asking;
using JobMatch.Web.Shared;
using JobMatch.Web.Shared.Language;

namespace JobMatch.Web.ForResidents.Jobs;

/// <summary>A way out of an empty answer: what is dropped, in words and as an address, and what is asked then.</summary>
public sealed record WayOut(Condition Condition, PostingQuery Query);

/// <summary>Conditions in plain words: those set by hand and those read out of the words, each with the way to be rid of it.</summary>
public sealed class Conditions(Texts texts, Say say)
{
    private const int MostSingleWords = 5;

    public IReadOnlyList<Condition> Of(JobFilter filter, UnderstoodQuery understood, IReadOnlyList<(long Id, string Name)> settlements, IReadOnlyList<(long Code, string Name)> townships)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return [.. ByWords(filter, understood).Select(w => w.Condition), .. ByHand(filter, settlements, townships).Select(p => new Condition(p.Text, p.Without.Url()))];
    }

    /// <summary>The order that the words ask for; empty when they ask for none.</summary>
    /// <param name="understood">The words.</param>
    /// <param name="sort">The order that came of them.</param>
    public string OrderOf(UnderstoodQuery understood, PostingSort sort)
    {
        ArgumentNullException.ThrowIfNull(understood);
        if (sort == PostingSort.PaidNearby) return texts["Jobs.Sort.PaidNearby"];
        UnderstoodKind? kind = sort switch { PostingSort.Nearest => UnderstoodKind.Nearest, PostingSort.Pay => UnderstoodKind.BestPaid, PostingSort.Newest => UnderstoodKind.Newest, _ => null };
        return understood.Parts.FirstOrDefault(p => p.Kind == kind) is { } order ? TextOf(order) : "";
    }

    /// <summary>
    /// What may be dropped, the softest wish first: pay, needs and shift before kind and place, then single words, then everything but the work
    /// itself; only then the occupation that she came for.
    /// </summary>
    public IEnumerable<WayOut> WaysOut(JobFilter filter, UnderstoodQuery understood, PostingQuery asked, IReadOnlyList<(long Id, string Name)> settlements, IReadOnlyList<(long Code, string Name)> townships)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var byHand = ByHand(filter, settlements, townships).ToList();
        foreach (var (text, part, without) in byHand) yield return new WayOut(new Condition(text, without.Url()), Dropped(asked, part));
        var read = ByWords(filter, understood).ToList();
        foreach (var (part, condition) in read.OrderBy(r => Softness(r.Part.Kind)).Where(r => r.Part.Kind is not (UnderstoodKind.Occupation or UnderstoodKind.Nearest or UnderstoodKind.BestPaid or UnderstoodKind.Newest)))
        {
            if (part.IsElsewhere) yield return Elsewhere(filter, understood, asked, part);
            yield return new WayOut(condition, Dropped(understood, asked, part));
        }

        var words = asked.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        // Of many words no single one is to blame.
        foreach (var word in words.Take(MostSingleWords))
            yield return new WayOut(new Condition(word, (filter with { Q = Without(filter.Words, word), Page = 1, After = null }).Url()), asked with { Words = string.Join(' ', words.Where(w => w != word)) });
        if (Essence(asked).Length > 0 && byHand.Count + read.Count > 1)
            yield return new WayOut(new Condition(texts["Jobs.Part.All"], "/jobs" + QueryString.Create("q", Essence(asked))), new PostingQuery { Words = asked.Words, Occupations = asked.Occupations, PageSize = asked.PageSize });
        foreach (var (part, condition) in read.Where(r => r.Part.Kind == UnderstoodKind.Occupation))
            yield return new WayOut(condition, Dropped(understood, asked, part));
        if (understood.Parts.Count > 0)
            yield return new WayOut(new Condition(texts["Jobs.Part.Reading"], (filter with { Literal = true, Page = 1, After = null }).Url()), filter.ToQuery(asked.PageSize) with { Near = asked.Near });
        // With one condition alone, dropping it is dropping everything.
        if (byHand.Count + read.Count + words.Length > 1) yield return new WayOut(new Condition(texts["Jobs.Part.Everything"], "/jobs"), new PostingQuery { PageSize = asked.PageSize });
    }

    /// <summary>Who would go to a place where nothing is would perhaps go to another one as far.</summary>
    private WayOut Elsewhere(JobFilter filter, UnderstoodQuery understood, PostingQuery asked, UnderstoodPart place) =>
        new(new Condition(place.PlaceName, (filter with { Q = understood.Without(place.AsAnyElsewhere), Page = 1, After = null }).Url()) { Instead = texts[$"Jobs.Needs.{PostingNeeds.Away}"] },
            Dropped(understood, asked, place) with { Needs = asked.Needs | PostingNeeds.Away });

    private static string Essence(PostingQuery asked) => string.Join(' ', asked.Occupations.Select(o => o.Words).Append(asked.Words).Where(w => w.Length > 0));

    private static string Without(string typed, string word)
    {
        var at = typed.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? "" : string.Join(' ', $"{typed[..at]} {typed[(at + word.Length)..]}".Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static int Softness(UnderstoodKind kind) => kind switch
    {
        UnderstoodKind.Pay => 0,
        UnderstoodKind.Needs or UnderstoodKind.Certificate or UnderstoodKind.Unwanted or UnderstoodKind.Hours => 1,
        UnderstoodKind.Shift => 2,
        UnderstoodKind.Kind or UnderstoodKind.NotOfKind => 3,
        UnderstoodKind.Place => 4,
        _ => 5,
    };

    private static PostingQuery WithoutPay(PostingQuery asked) => asked with { PayIsGuaranteed = false, MonthlyFromFen = null, MonthlyToFen = null, DailyFromFen = null, DailyToFen = null, HourlyFromFen = null, HourlyToFen = null };

    private static PostingQuery Dropped(UnderstoodQuery understood, PostingQuery asked, UnderstoodPart part) => part.Kind switch
    {
        UnderstoodKind.Pay => WithoutPay(asked),
        UnderstoodKind.Needs => asked with { Needs = asked.Needs & ~part.Needs, Said = [.. asked.Said.Where(s => s.Kind is not null || (s.Need & part.Needs) == 0)] },
        UnderstoodKind.Shift => asked with { Shifts = [.. asked.Shifts.Where(s => s != part.Shift)] },
        UnderstoodKind.Kind => asked with { Kinds = [.. asked.Kinds.Where(k => k != part.PostingKind)], Said = [.. asked.Said.Where(s => s.Kind is null || s.Kind != part.PostingKind)] },
        UnderstoodKind.NotOfKind => asked with { Kinds = UnderstoodQuery.KindsOf(understood.Parts.Where(p => p.Kind != UnderstoodKind.NotOfKind || p.PostingKind != part.PostingKind)) },
        UnderstoodKind.Place => asked with { Places = UnderstoodQuery.PlacesOf(understood.Parts.Where(p => p.PlaceName != part.PlaceName)) },
        UnderstoodKind.Age => asked with { Age = null },
        UnderstoodKind.Schooling => asked with { Schooling = null },
        UnderstoodKind.Hours => asked with { HoursTo = null },
        UnderstoodKind.NotThere => asked with { NotRegions = [.. asked.NotRegions.Except(part.NotRegions)] },
        UnderstoodKind.Certificate => asked with { CertificateKindIds = [.. asked.CertificateKindIds.Except(part.CertificateKindIds)] },
        UnderstoodKind.Unwanted => asked with { NotOccupations = [.. asked.NotOccupations.Where(o => o.Words != part.OccupationName)] },
        UnderstoodKind.Occupation => asked with { Occupations = [.. asked.Occupations.Where(o => o.Words != part.OccupationName)] },
        _ => asked,
    };

    private static PostingQuery Dropped(PostingQuery asked, string part) => part switch
    {
        "Pay" => WithoutPay(asked),
        "Shift" => asked with { Shifts = [] },
        "Kind" => asked with { Kinds = [] },
        "Place" => asked with { Places = [], AtHomeOnly = false },
        _ => Enum.TryParse<PostingNeeds>(part["Needs.".Length..], out var need) ? asked with { Needs = asked.Needs & ~need } : asked,
    };

    /// <summary>Parts that are in force: what is set by hand wins over what was read. What was said twice (打零工 日结) is one condition.</summary>
    private IEnumerable<(UnderstoodPart Part, Condition Condition)> ByWords(JobFilter filter, UnderstoodQuery understood) =>
        understood.Parts.SelectMany(part => part.Apart()).Where(part => part.Kind switch
        {
            UnderstoodKind.Pay => filter.Pay is null,
            UnderstoodKind.Kind or UnderstoodKind.NotOfKind => filter.Kind is null,
            UnderstoodKind.Shift => filter.Shift is null,
            UnderstoodKind.Place => string.IsNullOrEmpty(filter.Place),
            _ => true,
        }).GroupBy(TextOf).Select(same => (same.First(), new Condition(WithSaid(same), (filter with { Q = understood.Without(same), Page = 1, After = null }).Url())));

    private IEnumerable<(string Text, string Part, JobFilter Without)> ByHand(JobFilter filter, IReadOnlyList<(long Id, string Name)> settlements, IReadOnlyList<(long Code, string Name)> townships)
    {
        foreach (var (part, without) in filter.Parts())
            yield return (part switch
            {
                "Pay" => texts["Jobs.PayFrom", say.Money(filter.Pay!.Value * 100L)],
                "Shift" => Enum.IsDefined(filter.Shift!.Value) ? texts.Of(filter.Shift.Value) : texts["Jobs.Part.Shift"],
                "Kind" => Enum.IsDefined(filter.Kind!.Value) ? texts.Of(filter.Kind.Value) : texts["Jobs.Part.Kind"],
                "Place" => PlaceName(filter, settlements, townships),
                _ => texts["Jobs." + part],
            }, part, without);
    }

    private string PlaceName(JobFilter filter, IReadOnlyList<(long Id, string Name)> settlements, IReadOnlyList<(long Code, string Name)> townships)
    {
        if (filter.Place == "home") return texts["Posting.Place.AtHome"];
        var name = settlements.FirstOrDefault(s => filter.Place == $"s{s.Id}").Name ?? townships.FirstOrDefault(t => filter.Place == $"t{t.Code}").Name;
        return name ?? texts["Jobs.Part.Place"];
    }

    private string PayText(UnderstoodPart part) => (part.MonthlyFromFen ?? part.MonthlyToFen) is not null ? PayText("", part.MonthlyFromFen, part.MonthlyToFen)
        : (part.DailyFromFen ?? part.DailyToFen) is not null ? PayText("Day", part.DailyFromFen, part.DailyToFen) : PayText("Hour", part.HourlyFromFen, part.HourlyToFen);

    private string PayText(string unit, long? from, long? to) => (from, to) switch
    {
        ({ } least, { } most) => texts[$"Jobs.PayBetween{unit}", say.Money(least), say.Money(most)],
        (null, { } most) => texts[$"Jobs.PayTo{unit}", say.Money(most)],
        _ => texts[$"Jobs.PayFrom{unit}", say.Money(from ?? 0)],
    };

    /// <summary>A condition that holds for what says so in words, too: with the word that was typed, where it says more than the condition itself.</summary>
    private string WithSaid(IGrouping<string, UnderstoodPart> same)
    {
        var says = same.Where(part => part.Says.Count > 0).Select(part => part.Says.FirstOrDefault(word => part.Text.Contains(word, StringComparison.Ordinal)) ?? part.Says[0]).Where(word => word != same.Key).Distinct().ToList();
        return says.Count == 0 ? same.Key : texts["Jobs.OrSays", same.Key, string.Join(texts["Fit.Comma"], says)];
    }

    private string TextOf(UnderstoodPart part) => part.Kind switch
    {
        UnderstoodKind.Occupation => part.OccupationName,
        UnderstoodKind.Place => part.PlaceName,
        UnderstoodKind.Kind => texts.Of(part.PostingKind!.Value),
        UnderstoodKind.Shift => texts.Of(part.Shift!.Value),
        UnderstoodKind.Pay when part.IsGuaranteed => texts["Jobs.PayGuaranteed", PayText(part)],
        UnderstoodKind.Pay => PayText(part),
        UnderstoodKind.Nearest when part.Near is not null => texts["Jobs.NearestTo", part.PlaceName],
        UnderstoodKind.Nearest => texts["Jobs.Sort.Nearest"],
        UnderstoodKind.Age => texts["Jobs.Age", part.Age!.Value],
        UnderstoodKind.Schooling => texts["Jobs.Schooling", texts.Of(part.Schooling!.Value)],
        UnderstoodKind.Hours => texts["Jobs.HoursTo", part.HoursTo!.Value],
        UnderstoodKind.NotThere => texts["Jobs.NotThere", part.PlaceName],
        UnderstoodKind.Certificate => texts["Jobs.Certificate", part.CertificateName],
        UnderstoodKind.NotOfKind => texts["Jobs.Unwanted", texts.Of(part.PostingKind!.Value)],
        UnderstoodKind.Unwanted => texts["Jobs.Unwanted", part.OccupationName],
        UnderstoodKind.BestPaid => texts["Jobs.Sort.Pay"],
        UnderstoodKind.Newest => texts["Jobs.Sort.Newest"],
        _ => string.Join(texts["Fit.Comma"], Enum.GetValues<PostingNeeds>().Where(n => n != PostingNeeds.None && part.Needs.HasFlag(n)).Select(n => texts[$"Jobs.Needs.{n}"])),
    };
}
