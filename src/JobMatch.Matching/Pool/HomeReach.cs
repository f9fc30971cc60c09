using System.Buffers;

namespace JobMatch.Matching.Pool;

/// <summary>
/// For one query: which homes lie within reach of the posting and in scope, and, of the few homes of those who could be among the best, the marks of the way to work. A home is asked when
/// it is first met. Threads share it: two that work out the same answer write the same.
/// </summary>
internal sealed class HomeReach : IDisposable
{
    /// <summary>Set in marks that were worked out; the known of one criterion never reaches it.</summary>
    private const ulong Known = 1UL << 62;

    private readonly WorkerPlan plan;
    private readonly HomeList homes;
    private readonly SettlementSet scope;
    private readonly int count;
    private readonly StateColumn states;
    private readonly ulong[] marks;

    public HomeReach(WorkerPlan plan, HomeList homes, SettlementSet scope)
    {
        (this.plan, this.homes, this.scope) = (plan, homes, scope);
        count = homes.Count;
        states = new(count);
        // Made anew for each query, an array of this size would cost more than what is asked of it.
        marks = ArrayPool<ulong>.Shared.Rent(count);
        marks.AsSpan(0, count).Clear();
    }

    /// <summary>All homes that a published row can name.</summary>
    public HomeFacts[] Items => homes.Items;

    /// <summary>Of some of 64 rows, who is near and in scope, and who is near and outside.</summary>
    public (ulong Near, ulong Outside) Of(in ScanColumns columns, int first, ulong rows)
    {
        if (RowBits.AreFew(rows)) return OneByOne(in columns, first, rows, 0, 0);
        var (near, outside, unknown) = states.Of(in columns.Home, first);
        return OneByOne(in columns, first, rows & unknown, rows & near, rows & outside);
    }

    /// <summary>The state of one home, asked if it was not met yet.</summary>
    public byte Of(int home)
    {
        var state = states.Of(home);
        return state != 0 ? state : states.Learn(home, StateOf(in Items[home]));
    }

    /// <summary>Asks for what <see cref="Of(int)"/> will read.</summary>
    public void Fetch(int home)
    {
        if (states.Of(home) == 0) Ahead.One(in Items[home]);
    }

    private (ulong Near, ulong Outside) OneByOne(in ScanColumns columns, int first, ulong rows, ulong near, ulong outside)
    {
        while (rows != 0)
        {
            var row = RowBits.TakeFirst(ref rows);
            var state = Of(columns.Home.From(first + row));
            near |= (state == StateColumn.Yes ? 1UL : 0) << row;
            outside |= (state == StateColumn.Outside ? 1UL : 0) << row;
        }
        return (near, outside);
    }

    /// <summary>The marks of the way to work from a home within reach.</summary>
    public ulong MarksOf(int home)
    {
        // Homes that came since the query began have no place.
        if (home >= count) return plan.TravelMarks(in Items[home]);
        if (marks[home] == 0) marks[home] = plan.TravelMarks(in Items[home]) | Known;
        return marks[home] & ~Known;
    }

    public void Dispose() => ArrayPool<ulong>.Shared.Return(marks);

    private byte StateOf(in HomeFacts home) => !plan.IsInReach(in home) ? StateColumn.No : scope.Contains(home.Settlement) ? StateColumn.Yes : StateColumn.Outside;
}
