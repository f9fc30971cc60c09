namespace JobMatch.Matching.Pool;

/// <summary>The K best so far, as a heap with the worst on top. The order is total, so the result depends on nothing but what was offered.</summary>
internal sealed class TopK(int k, int day)
{
    private readonly List<(RankKey Key, RankedFit Fit)> heap = new(Math.Min(k, 1024));

    /// <summary>Whether a fit of this rank could still get in: one comparison for most of a scan.</summary>
    public bool MayTake(ulong major) => heap.Count < k || major <= heap[0].Key.Major;

    /// <summary>The rank of the worst once there are K, else null.</summary>
    public ulong? WorstMajor => heap.Count < k ? null : heap[0].Key.Major;

    public void Offer(ulong major, in RankedFit fit)
    {
        var key = RankKey.Of(major, fit.Id, day);
        if (heap.Count < k)
        {
            heap.Add((key, fit));
            Rise();
        }
        else if (key.CompareTo(heap[0].Key) < 0)
        {
            heap[0] = (key, fit);
            Sink();
        }
    }

    public void OfferAll(TopK other)
    {
        foreach (var (key, fit) in other.heap) Offer(key.Major, in fit);
    }

    /// <summary>Best first.</summary>
    public RankedFit[] InOrder()
    {
        heap.Sort(static (a, b) => a.Key.CompareTo(b.Key));
        return [.. heap.Select(entry => entry.Fit)];
    }

    private void Rise()
    {
        for (var i = heap.Count - 1; i > 0;)
        {
            var parent = (i - 1) / 2;
            if (heap[i].Key.CompareTo(heap[parent].Key) <= 0) return;
            (heap[i], heap[parent]) = (heap[parent], heap[i]);
            i = parent;
        }
    }

    private void Sink()
    {
        for (var i = 0; ;)
        {
            var child = (2 * i) + 1;
            if (child >= heap.Count) return;
            if (child + 1 < heap.Count && heap[child + 1].Key.CompareTo(heap[child].Key) > 0) child++;
            if (heap[child].Key.CompareTo(heap[i].Key) <= 0) return;
            (heap[i], heap[child]) = (heap[child], heap[i]);
            i = child;
        }
    }
}
