namespace JobMatch.Matching.Pool;

/// <summary>
/// For one query: which homes lie within reach of the posting and in scope, asked in the order in which they lie in memory; and, of the few homes of those who could be among the best,
/// the marks of the way to work. Threads share it: two that work out the same marks write the same number.
/// </summary>
internal sealed class HomeReach
{
    /// <summary>Set in marks that were worked out; the known of one criterion never reaches it.</summary>
    private const ulong Known = 1UL << 62;

    private readonly WorkerPlan plan;
    private readonly HomeList homes;
    private readonly SettlementSet scope;
    private readonly StateColumn states;
    private readonly ulong[] marks;

    public HomeReach(WorkerPlan plan, HomeList homes, SettlementSet scope)
    {
        (this.plan, this.homes, this.scope) = (plan, homes, scope);
        var count = homes.Count;
        var items = homes.Items;
        states = new(count, home => StateOf(in items[home]));
        marks = new ulong[count];
    }

    /// <summary>All homes that a published row can name.</summary>
    public HomeFacts[] Items => homes.Items;

    /// <summary>Of some of 64 rows, who is near and in scope, and who is near and outside.</summary>
    public (ulong Near, ulong Outside) Of(in ScanColumns columns, int first, ulong rows)
    {
        if (RowBits.AreFew(rows)) return OneByOne(in columns, first, rows, 0, 0);
        var (near, outside, unknown) = states.Of(in columns.Home, first);
        // Homes that came since the query began are unknown.
        return OneByOne(in columns, first, rows & unknown, rows & near, rows & outside);
    }

    private (ulong Near, ulong Outside) OneByOne(in ScanColumns columns, int first, ulong rows, ulong near, ulong outside)
    {
        while (rows != 0)
        {
            var row = RowBits.TakeFirst(ref rows);
            var state = states.Of(in columns.Home, first + row, out var home);
            if (state == 0) state = StateOf(in Items[home]);
            near |= (state == StateColumn.Yes ? 1UL : 0) << row;
            outside |= (state == StateColumn.Outside ? 1UL : 0) << row;
        }
        return (near, outside);
    }

    /// <summary>The marks of the way to work from a home within reach.</summary>
    public ulong MarksOf(int home)
    {
        if (home >= marks.Length) return plan.TravelMarks(in Items[home]);
        if (marks[home] == 0) marks[home] = plan.TravelMarks(in Items[home]) | Known;
        return marks[home] & ~Known;
    }

    private byte StateOf(in HomeFacts home) => !plan.IsInReach(in home) ? StateColumn.No : scope.Contains(home.Settlement) ? StateColumn.Yes : StateColumn.Outside;
}
