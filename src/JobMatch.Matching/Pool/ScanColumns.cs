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
    public Column<ushort> Certificates;
    public Column<ushort> CertificatesUntil;
    public Column<ushort> OpenGroups;
    public Column<ushort> DatedGroups;
    public Column<ushort> GroupsUntil;

    public void Set(int row, in HotRow hot)
    {
        (Gate[row], Birth[row], Home[row]) = (hot.Gate, hot.Birth, hot.Home);
        Signs[row] = new(hot.Worked, hot.Skills);
        (Certificates[row], CertificatesUntil[row]) = (hot.Certificates, hot.CertificatesUntil);
        (OpenGroups[row], DatedGroups[row], GroupsUntil[row]) = ((ushort)hot.OpenGroups, (ushort)hot.DatedGroups, hot.GroupsUntil);
    }
}
