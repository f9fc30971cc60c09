using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace JobMatch.Matching.Pool;

/// <summary>
/// For one query: which homes lie within reach of the posting and in scope, a byte each, asked in the order in which they lie in memory; and, of the few homes of those who could be among the
/// best, the marks of the way to work. Threads share it: two that work out the same marks write the same number.
/// </summary>
internal sealed class HomeReach
{
    private const byte Near = 1;
    private const byte OutOfScope = 2;
    private const byte OutOfReach = 3;

    /// <summary>Set in marks that were worked out; the known of one criterion never reaches it.</summary>
    private const ulong Known = 1UL << 62;

    private readonly WorkerPlan plan;
    private readonly HomeList homes;
    private readonly SettlementSet scope;
    private readonly byte[] states;
    private readonly ulong[] marks;

    public HomeReach(WorkerPlan plan, HomeList homes, SettlementSet scope)
    {
        (this.plan, this.homes, this.scope) = (plan, homes, scope);
        var count = homes.Count;
        var items = homes.Items;
        // Four bytes are read for one.
        states = new byte[count + sizeof(int)];
        marks = new ulong[count];
        for (var home = 0; home < count; home++) states[home] = StateOf(in items[home]);
    }

    /// <summary>All homes that a published row can name.</summary>
    public HomeFacts[] Items => homes.Items;

    /// <summary>Of some of 64 rows, who is near and in scope, and who is near and outside.</summary>
    public (ulong Near, ulong Outside) Of(in ScanColumns columns, int first, ulong rows)
    {
        var (near, outside, unknown) = Read(in columns, first);
        // Homes that came since the query began.
        for (unknown &= rows; unknown != 0;)
        {
            var row = RowBits.TakeFirst(ref unknown);
            var state = StateOf(in Items[columns.Home.From(first + row)]);
            if (state == Near) near |= 1UL << row;
            else if (state == OutOfScope) outside |= 1UL << row;
        }
        return (rows & near, rows & outside);
    }

    /// <summary>The marks of the way to work from a home within reach.</summary>
    public ulong MarksOf(int home)
    {
        if (home >= marks.Length) return plan.TravelMarks(in Items[home]);
        if (marks[home] == 0) marks[home] = plan.TravelMarks(in Items[home]) | Known;
        return marks[home] & ~Known;
    }

    private byte StateOf(in HomeFacts home) => !plan.IsInReach(in home) ? OutOfReach : scope.Contains(home.Settlement) ? Near : OutOfScope;

    /// <summary>What is known of 64 homes. Rows behind the last of a chunk may hold any number: what is read of them means nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private unsafe (ulong Near, ulong Outside, ulong Unknown) Read(in ScanColumns columns, int first)
    {
        var (near, outside, unknown) = (0UL, 0UL, 0UL);
        if (Avx2.IsSupported)
        {
            var last = Vector256.Create((uint)marks.Length);
            fixed (byte* from = states)
            {
                for (var i = 0; i < RowBits.Count; i += Vector256<int>.Count)
                {
                    var numbers = Vector256.Min(Vector256.LoadUnsafe(in columns.Home.From(first + i)).AsUInt32(), last).AsInt32();
                    var state = Avx2.GatherVector256((int*)from, numbers, 1) & Vector256.Create((int)byte.MaxValue);
                    near |= (ulong)Vector256.Equals(state, Vector256.Create((int)Near)).ExtractMostSignificantBits() << i;
                    outside |= (ulong)Vector256.Equals(state, Vector256.Create((int)OutOfScope)).ExtractMostSignificantBits() << i;
                    unknown |= (ulong)Vector256.Equals(state, Vector256<int>.Zero).ExtractMostSignificantBits() << i;
                }
            }
            return (near, outside, unknown);
        }
        for (var row = 0; row < RowBits.Count; row++)
        {
            var state = states[Math.Min((uint)columns.Home.From(first + row), (uint)marks.Length)];
            near |= (state == Near ? 1UL : 0) << row;
            outside |= (state == OutOfScope ? 1UL : 0) << row;
            unknown |= (state == 0 ? 1UL : 0) << row;
        }
        return (near, outside, unknown);
    }
}
