using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using JobMatch.Matching.Gates;

namespace JobMatch.Matching.Pool;

/// <summary>The age gate as birth days: who is older was born earlier, so what passes is one interval for each recorded sex.</summary>
internal readonly struct BirthLimits
{
    private readonly Vector256<uint> firsts;
    private readonly Vector256<uint> spans;
    private readonly (uint First, uint Span)[] intervals;

    /// <summary>Days that may go whatever the recorded sex.</summary>
    private readonly (int First, int Last) common;

    /// <param name="bySex">By <see cref="RecordedSex"/>: the first birth day that may go and the last; the last before the first when none may.</param>
    public BirthLimits(ReadOnlySpan<(int First, int Last)> bySex)
    {
        common = (0, int.MaxValue);
        intervals = new (uint, uint)[bySex.Length];
        Span<uint> first = stackalloc uint[Vector256<uint>.Count];
        Span<uint> span = stackalloc uint[Vector256<uint>.Count];
        for (var sex = 0; sex < bySex.Length; sex++)
        {
            var (from, to) = bySex[sex];
            common = (Math.Max(common.First, from), Math.Min(common.Last, to));
            // No day is as far from the first as this: the interval is empty but for one that nobody was born on.
            intervals[sex] = (first[sex], span[sex]) = to < from ? (uint.MaxValue, 0) : (HotRow.BirthOf(from, (RecordedSex)sex), (uint)(to - from));
        }
        (firsts, spans) = (Vector256.Create<uint>(first), Vector256.Create<uint>(span));
    }

    /// <summary>All bits set for each <see cref="HotRow.Birth"/> that may go.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<uint> Within(Vector256<uint> births)
    {
        var sex = births >>> HotRow.SexShift;
        var after = births - Vector256.ShuffleNative(firsts, sex);
        return Vector256.Equals(Vector256.Min(after, Vector256.ShuffleNative(spans, sex)), after);
    }

    /// <summary>Whether one <see cref="HotRow.Birth"/> may go.</summary>
    public bool Holds(uint birth)
    {
        var (first, span) = intervals[birth >> HotRow.SexShift];
        return birth - first <= span;
    }

    /// <summary>Whether whoever was born from one day to another may go.</summary>
    public bool Hold(int from, int to) => from >= common.First && to <= common.Last;

    /// <summary>What <see cref="AgeGate"/> lets pass of a posting on a day.</summary>
    public static BirthLimits Of(PostingAsk posting, int day)
    {
        var least = posting.Profile.Hazardous ? AgeGate.FullAge : AgeGate.WorkingAge;
        var limits = posting.Profile.LegalAge ?? default;
        var male = Days(Math.Max(least, limits.MinMale ?? 0), limits.MaxMale ?? int.MaxValue, day);
        var female = Days(Math.Max(least, limits.MinFemale ?? 0), limits.MaxFemale ?? int.MaxValue, day);
        // Of whom the sex is not recorded, both limits are asked.
        var either = (First: Math.Max(male.First, female.First), Last: Math.Min(male.Last, female.Last));
        return new([either, male, female, either]);
    }

    private static (int First, int Last) Days(int least, int most, int day)
    {
        // The last birth day at which someone is old enough, and the first at which she is not too old; day 0 is "unknown".
        var last = LastWhere(day, birth => WorkerView.AgeOn(birth, day) >= least);
        var first = LastWhere(day, birth => WorkerView.AgeOn(birth, day) > most) + 1;
        return (first, last);
    }

    /// <summary>The last birth day from 1 to <paramref name="day"/> at which something holds that holds for all earlier ones; 0 when for none.</summary>
    private static int LastWhere(int day, Func<int, bool> holds)
    {
        var (low, high) = (0, day);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (holds(middle)) low = middle;
            else high = middle - 1;
        }
        return low;
    }
}
