namespace JobMatch.Matching.Placement;

/// <summary>
/// Which arc enters the tree next: the search takes most of a simplex's time. While improving arcs are many, blocks of all arcs are searched; then only those that nearly improve, listed now and then; and after
/// small changes only those at nodes whose price moved. Whatever the way, the end is proved by a look at every arc that could improve.
/// </summary>
internal sealed partial class NetworkSimplex
{
    /// <summary>Blocks without an arc to enter after which improving arcs are so rare that a list of those that nearly improve is shorter.</summary>
    private const int Patience = 4;

    /// <summary>Arcs that would make the circulation dearer by less than this, in points of a score, are listed: prices move by little at a time.</summary>
    private const long Nearly = 4;

    /// <summary>When fewer than one node in this many is suspect, the changes are followed from the start.</summary>
    private const int Few = 32;

    /// <summary>Pivots after which a change has spread so far that it is no longer followed from node to node: the best of a list is a better choice than the best of a node.</summary>
    private const int LongFollowed = 128;

    private const int SmallestBlock = 32;

    private Looking looking;
    private NearArc[] near = [];
    private int nearCount;

    /// <summary>The listed arcs from here on can carry any flow.</summary>
    private int nearUncapped;
    private int searchFrom;
    private int arcsBefore;

    private enum Looking
    {
        Everywhere,
        AmongNear,

        /// <summary>Every arc that could improve the circulation is at a suspect node.</summary>
        AtSuspects,
    }

    private struct NearArc
    {
        public long Cost;
        public int From;
        public int To;
        public int Number;
    }

    /// <summary>Pivots until no arc can improve the circulation.</summary>
    public void Run(Action<long>? progress, CancellationToken cancel)
    {
        // Arcs that are new are those to look at first.
        if (looking != Looking.AtSuspects || suspects.Count > potentials.Length / Few) Look(Looking.Everywhere, arcsBefore < ArcCount ? arcsBefore : 0);
        var followed = 0;
        for (int entering; (entering = FindEntering()) != None;)
        {
            Pivot(entering);
            if (looking == Looking.AtSuspects && ++followed == LongFollowed) Look(Looking.AmongNear, 0);
            if ((++Pivots & 1023) != 0) continue;
            cancel.ThrowIfCancellationRequested();
            progress?.Invoke(Pivots);
        }
        arcsBefore = ArcCount;
    }

    private void Look(Looking how, int from)
    {
        (looking, searchFrom, nearCount) = (how, from, 0);
        suspects.Clear();
    }

    private int FindEntering()
    {
        if (looking == Looking.Everywhere)
        {
            if (FindInBlocks() is not None and var found) return found;
            Look(Looking.AmongNear, 0);
        }
        if (looking == Looking.AmongNear)
        {
            do
            {
                if (FindAmongNear() is not None and var found) return found;
            }
            while (ListNear());
            Look(Looking.AtSuspects, 0);
        }
        return FindAtSuspect();
    }

    /// <summary>The most violating arc of the first block, from where the last search ended, that has any; blocks of √arcs; none after a few blocks without any.</summary>
    private unsafe int FindInBlocks()
    {
        var (count, block) = (ArcCount, Math.Max(SmallestBlock, (int)Math.Sqrt(ArcCount)));
        var (best, found) = (0L, None);
        fixed (Arc* arc = arcs)
        fixed (long* potential = potentials)
        fixed (sbyte* state = states)
        {
            var from = searchFrom < count ? searchFrom : 0;
            for (var blocks = 0; blocks < Patience && found == None; blocks++)
            {
                var to = Math.Min(from + block, count);
                var i = from;
                for (; i < Math.Min(to, uncapped); i++)
                {
                    var reduced = state[i] * (arc[i].Cost + potential[arc[i].From] - potential[arc[i].To]);
                    if (reduced < best) (best, found) = (reduced, i);
                }
                // Those in the tree cost nothing, the others are empty: no look at the state.
                for (; i < to; i++)
                {
                    var reduced = arc[i].Cost + potential[arc[i].From] - potential[arc[i].To];
                    if (reduced < best) (best, found) = (reduced, i);
                }
                from = to == count ? 0 : to;
            }
            searchFrom = from;
        }
        return found;
    }

    /// <summary>The same in blocks of the list; none when no listed arc improves.</summary>
    private unsafe int FindAmongNear()
    {
        var (count, block) = (nearCount, Math.Max(SmallestBlock, (int)Math.Sqrt(nearCount)));
        var (best, found) = (0L, None);
        fixed (NearArc* arc = near)
        fixed (long* potential = potentials)
        fixed (sbyte* state = states)
        {
            var from = searchFrom < count ? searchFrom : 0;
            // One block more than there are: the first begins in the middle of one.
            for (var left = count + block; left > 0 && found == None && count > 0; left -= block)
            {
                var to = Math.Min(from + block, count);
                var i = from;
                for (; i < Math.Min(to, nearUncapped); i++)
                {
                    var reduced = state[arc[i].Number] * (arc[i].Cost + potential[arc[i].From] - potential[arc[i].To]);
                    if (reduced < best) (best, found) = (reduced, arc[i].Number);
                }
                for (; i < to; i++)
                {
                    var reduced = arc[i].Cost + potential[arc[i].From] - potential[arc[i].To];
                    if (reduced < best) (best, found) = (reduced, arc[i].Number);
                }
                from = to == count ? 0 : to;
            }
            searchFrom = from;
        }
        return found;
    }

    /// <summary>Lists the arcs that improve the circulation or nearly do; false when none of all arcs improves it.</summary>
    private unsafe bool ListNear()
    {
        if (near.Length < ArcCount) near = GC.AllocateUninitializedArray<NearArc>(arcs.Length);
        var (count, any) = (0, false);
        fixed (Arc* arc = arcs)
        fixed (long* potential = potentials)
        fixed (sbyte* state = states)
        fixed (NearArc* listed = near)
        {
            for (var i = 0; i < ArcCount; i++)
            {
                if (i == uncapped) nearUncapped = count;
                var reduced = (i < uncapped ? state[i] : 1) * (arc[i].Cost + potential[arc[i].From] - potential[arc[i].To]);
                if (reduced >= Nearly) continue;
                any |= reduced < 0;
                listed[count++] = new() { Cost = arc[i].Cost, From = arc[i].From, To = arc[i].To, Number = i };
            }
        }
        if (uncapped >= ArcCount) nearUncapped = count;
        (nearCount, searchFrom) = (count, 0);
        return any;
    }

    /// <summary>The most violating arc of the first suspect node that has any.</summary>
    private unsafe int FindAtSuspect()
    {
        fixed (Arc* arc = arcs)
        fixed (long* potential = potentials)
        fixed (sbyte* state = states)
        {
            for (; suspects.Count > 0; suspects.RemoveFirst())
            {
                var node = suspects.First;
                var (side, own, best, found) = (suspects.SideOf(node), potential[node], 0L, None);
                // Arcs of limited capacity come first in every list.
                var i = lists.FirstOut(node);
                for (; i != ArcLists.End && i < uncapped; i = lists.NextOut(i))
                {
                    var reduced = state[i] * (arc[i].Cost + own - potential[arc[i].To]);
                    if (reduced < best) (best, found) = (reduced, i);
                }
                for (; i != ArcLists.End && (side & SuspectNodes.Side.Out) != 0; i = lists.NextOut(i))
                {
                    var reduced = arc[i].Cost + own - potential[arc[i].To];
                    if (reduced < best) (best, found) = (reduced, i);
                }
                i = lists.FirstIn(node);
                for (; i != ArcLists.End && i < uncapped; i = lists.NextIn(i))
                {
                    var reduced = state[i] * (arc[i].Cost + potential[arc[i].From] - own);
                    if (reduced < best) (best, found) = (reduced, i);
                }
                for (; i != ArcLists.End && (side & SuspectNodes.Side.In) != 0; i = lists.NextIn(i))
                {
                    var reduced = arc[i].Cost + potential[arc[i].From] - own;
                    if (reduced < best) (best, found) = (reduced, i);
                }
                if (found != None) return found;
            }
        }
        return None;
    }
}
