using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace JobMatch.Matching.Pool;

/// <summary>One field of all rows of a chunk, side by side.</summary>
[InlineArray(WorkerChunk.Size)]
internal struct Column<T>
    where T : unmanaged
{
    private T first;

    /// <summary>The field of a row and of those behind it; no check of bounds.</summary>
    [UnscopedRef]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ref readonly T From(int row) => ref Unsafe.Add(ref Unsafe.AsRef(in first), row);
}

/// <summary>Signs of certificates (<see cref="FactSigns"/>), a bit for each row: all rows of one sign lie together, for a posting asks for one or two of the sixteen.</summary>
[InlineArray(Signs * ChunkRows.Words)]
internal struct CertificateBits
{
    private const int Signs = 16;

    private ulong first;

    /// <summary>Of 64 rows, who has all the signs of a mask.</summary>
    public readonly ulong HavingAll(int word, ushort mask)
    {
        var rows = ulong.MaxValue;
        for (ulong signs = mask; signs != 0;) rows &= this[(RowBits.TakeFirst(ref signs) * ChunkRows.Words) + word];
        return rows;
    }

    public void Set(int row, ushort held)
    {
        var (word, bit) = (row / RowBits.Count, 1UL << (row % RowBits.Count));
        for (var sign = 0; sign < Signs; sign++)
        {
            ref var rows = ref this[(sign * ChunkRows.Words) + word];
            rows = (held >> sign & 1) != 0 ? rows | bit : rows & ~bit;
        }
    }

    /// <summary>Asks for what a mask will read.</summary>
    public readonly void Fetch(ushort mask)
    {
        for (ulong signs = mask; signs != 0;)
        {
            ref readonly var rows = ref this[RowBits.TakeFirst(ref signs) * ChunkRows.Words];
            Ahead.One(in rows);
            Ahead.One(in Unsafe.Add(ref Unsafe.AsRef(in rows), ChunkRows.Words - 1));
        }
    }
}

/// <summary>Signs (<see cref="FactSigns"/>) of the occupations worked in and of the skills. Who is asked for one is asked for the other, so they lie together.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct WorkSigns(ulong Worked, ulong Skills);

/// <summary>
/// What decides for nearly everybody, 38 bytes a worker, column by column, so that many rows are tested by one instruction (<see cref="RowBits"/>). They lie in one piece, in the order
/// in which a scan asks for them.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal struct ScanColumns
{
    public Column<uint> Gate;

    /// <summary><see cref="HotRow.Birth"/>.</summary>
    public Column<uint> Birth;

    /// <summary>Number among <see cref="HomeList"/>.</summary>
    public Column<int> Home;
    public Column<WorkSigns> Signs;
    public CertificateBits Certificates;
    public Column<ushort> CertificatesUntil;
    public Column<ushort> OpenGroups;
    public Column<ushort> DatedGroups;
    public Column<ushort> GroupsUntil;

    public void Set(int row, in HotRow hot)
    {
        (Gate[row], Birth[row], Home[row]) = (hot.Gate, hot.Birth, hot.Home);
        Signs[row] = new(hot.Worked, hot.Skills);
        Certificates.Set(row, hot.Certificates);
        CertificatesUntil[row] = hot.CertificatesUntil;
        (OpenGroups[row], DatedGroups[row], GroupsUntil[row]) = ((ushort)hot.OpenGroups, (ushort)hot.DatedGroups, hot.GroupsUntil);
    }
}
