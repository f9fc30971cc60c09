using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace JobMatch.Matching.Pool;

/// <summary>
/// Asks for memory before it is read, so that many waits become one: the processor foresees by itself what comes next within a page only, and a scan goes from chunk to chunk. Nothing is
/// read or changed; where the processor knows no such instruction, nothing happens.
/// </summary>
internal static class Ahead
{
    private const int Line = 64;

    /// <summary>A field of 64 rows from the first: each line of memory that holds some of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void All<T>(in Column<T> column, int first)
        where T : unmanaged
    {
        if (!Sse.IsSupported) return;
        for (var row = first; row < first + RowBits.Count; row += Line / sizeof(T)) Sse.Prefetch0(Unsafe.AsPointer(in column.From(row)));
    }

    /// <summary>A field of some of 64 rows: one by one when they are fewer than the lines of memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Some<T>(in Column<T> column, int first, ulong rows)
        where T : unmanaged
    {
        if (!Sse.IsSupported) return;
        if (BitOperations.PopCount(rows) > RowBits.Count * sizeof(T) / Line)
        {
            All(in column, first);
            return;
        }
        while (rows != 0) Sse.Prefetch0(Unsafe.AsPointer(in column.From(first + RowBits.TakeFirst(ref rows))));
    }

    /// <summary>One item of an array.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void One<T>(ref readonly T item)
        where T : unmanaged
    {
        if (Sse.IsSupported) Sse.Prefetch0(Unsafe.AsPointer(in item));
    }
}
