using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace JobMatch.Matching.Pool;

/// <summary>
/// Questions to 64 rows of a chunk at once; the answer is a bit for each row. Rows behind the last one of a chunk are answered as well: who asks leaves them out
/// (<see cref="Below"/>).
/// </summary>
internal static class RowBits
{
    /// <summary>Rows that one answer speaks of.</summary>
    public const int Count = 64;

    /// <summary>So few that they are better asked one by one: asking all 64 would read what lies between them.</summary>
    public static bool AreFew(ulong rows) => BitOperations.PopCount(rows) <= 8;

    /// <summary>Bits of so many rows from the first; all when there are more.</summary>
    public static ulong Below(int rows) => rows >= Count ? ulong.MaxValue : rows <= 0 ? 0 : (1UL << rows) - 1;

    /// <summary>Whose field has none of the bits of a mask.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong HavingNone(in Column<uint> column, int from, uint mask)
    {
        var unwanted = Vector256.Create(mask);
        var bits = 0UL;
        for (var i = 0; i < Count; i += Vector256<uint>.Count)
            bits |= (ulong)Vector256.Equals(Read(in column.From(from + i)) & unwanted, Vector256<uint>.Zero).ExtractMostSignificantBits() << i;
        return bits;
    }

    /// <summary>Who was born on a day that may go.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong BornWithin(in Column<uint> births, int from, in BirthLimits limits)
    {
        var bits = 0UL;
        for (var i = 0; i < Count; i += Vector256<uint>.Count)
            bits |= (ulong)limits.Within(Read(in births.From(from + i))).ExtractMostSignificantBits() << i;
        return bits;
    }

    /// <summary>Whose field has all the bits of a mask.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong HavingAll(in Column<ushort> column, int from, ushort mask)
    {
        var wanted = Vector256.Create(mask);
        var bits = 0UL;
        for (var i = 0; i < Count; i += Vector256<ushort>.Count)
            bits |= (ulong)Vector256.Equals(Read(in column.From(from + i)) & wanted, wanted).ExtractMostSignificantBits() << i;
        return bits;
    }

    /// <summary>Whose field has at least one bit of a mask.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong HavingAny(in Column<ushort> column, int from, ushort mask)
    {
        var wanted = Vector256.Create(mask);
        var none = 0UL;
        for (var i = 0; i < Count; i += Vector256<ushort>.Count)
            none |= (ulong)Vector256.Equals(Read(in column.From(from + i)) & wanted, Vector256<ushort>.Zero).ExtractMostSignificantBits() << i;
        return ~none;
    }

    /// <summary>Who has at least one of these signs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong HavingAny(in Column<WorkSigns> column, int from, WorkSigns signs)
    {
        // Two rows at a time, two bits for each: no sign of work, no sign of a skill.
        const ulong FirstOfTwo = 0x5555_5555_5555_5555;
        const int Half = Count / 2;
        var wanted = Vector256.Create(signs.Worked, signs.Skills, signs.Worked, signs.Skills);
        var none = 0UL;
        for (var half = 0; half < Count; half += Half)
        {
            var without = 0UL;
            for (var i = 0; i < Half; i += 2)
                without |= (ulong)Vector256.Equals(Read(in Unsafe.As<WorkSigns, ulong>(ref Unsafe.AsRef(in column.From(from + half + i)))) & wanted, Vector256<ulong>.Zero).ExtractMostSignificantBits() << (2 * i);
            none |= (ulong)BitGather.Extract(without & (without >> 1), FirstOfTwo) << half;
        }
        return ~none;
    }

    /// <summary>Whose field, a <see cref="ShortDay"/>, has not passed by a day.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong NotPassed(in Column<ushort> column, int from, int dayNumber)
    {
        var least = Vector256.Create(ShortDay.LeastFor(dayNumber));
        var bits = 0UL;
        for (var i = 0; i < Count; i += Vector256<ushort>.Count)
        {
            var until = Read(in column.From(from + i));
            bits |= (ulong)Vector256.Equals(Vector256.Max(until, least), until).ExtractMostSignificantBits() << i;
        }
        return bits;
    }

    /// <summary>The first row of an answer, which is taken out of it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int TakeFirst(ref ulong rows)
    {
        var row = BitOperations.TrailingZeroCount(rows);
        rows &= rows - 1;
        return row;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> Read<T>(ref readonly T first)
        where T : unmanaged => Vector256.LoadUnsafe(in first);
}
