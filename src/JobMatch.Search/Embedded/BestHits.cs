namespace JobMatch.Search.Embedded;

/// <summary>A posting's place in an order: lower keys first, then the newest, then the higher id.</summary>
internal readonly record struct Candidate(long Key, long Published, long Id, int Slot) : IComparable<Candidate>
{
    public int CompareTo(Candidate other)
    {
        if (Key != other.Key) return Key < other.Key ? -1 : 1;
        if (Published != other.Published) return Published > other.Published ? -1 : 1;
        return other.Id.CompareTo(Id);
    }
}

/// <summary>Keeps the best so many of what it is shown: a heap with the worst kept one on top.</summary>
internal sealed class BestHits(int most)
{
    private readonly List<Candidate> _heap = [];

    public void Take(in Candidate candidate)
    {
        if (_heap.Count < most)
        {
            _heap.Add(candidate);
            Rise(_heap.Count - 1);
        }
        else if (most > 0 && candidate.CompareTo(_heap[0]) < 0)
        {
            _heap[0] = candidate;
            Sink();
        }
    }

    /// <summary>Best first.</summary>
    public List<Candidate> InOrder()
    {
        _heap.Sort();
        return _heap;
    }

    private void Rise(int at)
    {
        while (at > 0 && _heap[at].CompareTo(_heap[(at - 1) / 2]) > 0)
        {
            (_heap[at], _heap[(at - 1) / 2]) = (_heap[(at - 1) / 2], _heap[at]);
            at = (at - 1) / 2;
        }
    }

    private void Sink()
    {
        for (var at = 0; ;)
        {
            var worst = at;
            for (var child = (2 * at) + 1; child <= (2 * at) + 2 && child < _heap.Count; child++)
                if (_heap[child].CompareTo(_heap[worst]) > 0) worst = child;
            if (worst == at) return;
            (_heap[at], _heap[worst]) = (_heap[worst], _heap[at]);
            at = worst;
        }
    }
}
