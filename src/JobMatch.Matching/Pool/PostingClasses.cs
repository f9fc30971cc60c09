using System.Runtime.InteropServices;

namespace JobMatch.Matching.Pool;

/// <summary>
/// Postings that look alike to one criterion, each class with one of them that answers for all. Many postings share a wage, a shift, a place or a list of skills, so a query asks each
/// class once and a posting costs a look-up. Grows only; one writer at a time, any number of readers.
/// </summary>
internal sealed class PostingClass
{
    private readonly Dictionary<long[], int> numbers = new(new SameFacts());
    private PostingAsk[] items = new PostingAsk[64];

    /// <summary>One posting of each class; those behind the last number are null.</summary>
    public PostingAsk[] Items => Volatile.Read(ref items);

    public int NumberOf(long[] facts, PostingAsk posting)
    {
        if (numbers.TryGetValue(facts, out var number)) return number;
        number = numbers.Count;
        var current = items;
        if (number == current.Length)
        {
            var longer = new PostingAsk[number * 2];
            current.CopyTo(longer, 0);
            current = longer;
        }
        current[number] = posting;
        Volatile.Write(ref items, current);
        numbers[facts] = number;
        return number;
    }

    private sealed class SameFacts : IEqualityComparer<long[]>
    {
        public bool Equals(long[]? a, long[]? b) => a.AsSpan().SequenceEqual(b);

        public int GetHashCode(long[] facts)
        {
            var hash = new HashCode();
            hash.AddBytes(MemoryMarshal.AsBytes(facts.AsSpan()));
            return hash.ToHashCode();
        }
    }
}

/// <summary>The distinct places of postings. Grows only; one writer at a time, any number of readers.</summary>
internal sealed class PlaceClass(bool withPosition)
{
    private readonly PostingClass numbers = new();
    private QuotaAsk[] quotas = new QuotaAsk[64];
    private (int From, int Count)[] places = new (int, int)[64];
    private int end;
    private int count;

    /// <summary>How many there are.</summary>
    public int Count => Volatile.Read(ref count);

    public int NumberOf(PostingAsk ask)
    {
        var number = numbers.NumberOf(
            [.. ask.Quotas.SelectMany(quota => (long[])[(long)quota.Kind, quota.Settlement, quota.Township, quota.County, quota.Province, withPosition ? quota.LatitudeE6 : 0, withPosition ? quota.LongitudeE6 : 0])], ask);
        if (number < count) return number;
        var (allQuotas, allPlaces) = (quotas, places);
        while (end + ask.Quotas.Length > allQuotas.Length) Array.Resize(ref allQuotas, allQuotas.Length * 2);
        if (number >= allPlaces.Length) Array.Resize(ref allPlaces, allPlaces.Length * 2);
        for (var i = 0; i < ask.Quotas.Length; i++) allQuotas[end + i] = withPosition ? ask.Quotas[i] : ask.Quotas[i].WithoutPosition();
        allPlaces[number] = (end, ask.Quotas.Length);
        end += ask.Quotas.Length;
        Volatile.Write(ref quotas, allQuotas);
        Volatile.Write(ref places, allPlaces);
        Volatile.Write(ref count, number + 1);
        return number;
    }

    public ReadOnlySpan<QuotaAsk> QuotasOf(int number)
    {
        var (from, count) = Volatile.Read(ref places)[number];
        return Volatile.Read(ref quotas).AsSpan(from, count);
    }
}

/// <summary>All classes of one generation.</summary>
internal sealed class PostingClasses
{
    /// <summary>What the labour, duty and household gates read.</summary>
    public PostingClass Duties { get; } = new();

    /// <summary>What the age, group and certificate gates read.</summary>
    public PostingClass Laws { get; } = new();

    /// <summary>Quotas with a vacancy: reach, way to work, wished place. There are nearly as many as postings, so their quotas lie in one piece.</summary>
    public PlaceClass Places { get; } = new(withPosition: true);

    /// <summary>The same without positions: far fewer, and enough to tell the reach of all but those who go so many metres.</summary>
    public PlaceClass Regions { get; } = new(withPosition: false);
    public PostingClass Pays { get; } = new();

    /// <summary>Shift, hours and kind.</summary>
    public PostingClass Hours { get; } = new();
    public PostingClass Works { get; } = new();
    public PostingClass Skills { get; } = new();

    /// <summary>Education, Mandarin, trainings and texts.</summary>
    public PostingClass Schoolings { get; } = new();

    public PostingRow RowOf(PostingAsk ask)
    {
        var profile = ask.Profile;
        return new(
            1 + Duties.NumberOf([ask.IsOpen ? 1 : 0, (long)profile.Strain, (long)ask.Duties, (long)profile.Post], ask),
            Laws.NumberOf(LawOf(ask), ask),
            Regions.NumberOf(ask),
            Places.NumberOf(ask),
            Spot.Of(ask),
            new(
                Pays.NumberOf([ask.PayLow, ask.PayHigh, ask.HoursForPay], ask),
                Hours.NumberOf([(long)profile.Shift, profile.HoursPerMonth, (long)ask.Duties, profile.CareFriendlyHours ? 1 : 0, (long)profile.Kind], ask),
                Works.NumberOf([.. ask.Occupations.Select(code => (long)code)], ask),
                Skills.NumberOf([.. ask.Skills.Items.SelectMany(item => (long[])[item.Skill, item.Level, item.Weight])], ask),
                Schoolings.NumberOf([(long)profile.Education, (long)profile.Mandarin, ask.Trainings.Length, .. ask.Trainings.Select(kind => (long)kind), .. ask.TextCodes.Select(code => (long)code)], ask),
                ask.PublishedDay));
    }

    private static long[] LawOf(PostingAsk ask)
    {
        var profile = ask.Profile;
        var asksDay = profile.GroupRule != GroupRule.None || ask.NeededCertificates.Length > 0;
        var age = profile.LegalAge ?? default;
        return
        [
            profile.Hazardous ? 1 : 0, age.MinMale ?? -1, age.MaxMale ?? -1, age.MinFemale ?? -1, age.MaxFemale ?? -1,
            (long)profile.GroupRule, (long)profile.EligibleGroups, asksDay ? ask.StartDayFrom(0) : 0, .. ask.NeededCertificates.Select(kind => (long)kind),
        ];
    }
}
