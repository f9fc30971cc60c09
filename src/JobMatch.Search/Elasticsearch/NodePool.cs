namespace JobMatch.Search.Elasticsearch;

/// <summary>The nodes in turn; one that failed is left out for a while that doubles with each failure, unless no other is left.</summary>
internal sealed class NodePool(IReadOnlyList<Uri> addresses)
{
    private const long FirstPause = 1_000;
    private const long LongestPause = 60_000;
    private readonly Node[] _nodes = [.. addresses.Select(a => new Node(a))];
    private int _turn = -1;

    public Node Next()
    {
        var now = Environment.TickCount64;
        var from = (int)((uint)Interlocked.Increment(ref _turn) % (uint)_nodes.Length);
        for (var i = 0; i < _nodes.Length; i++)
        {
            var node = _nodes[(from + i) % _nodes.Length];
            if (node.RestsUntil <= now) return node;
        }

        return _nodes.MinBy(n => n.RestsUntil)!;
    }

    public sealed class Node(Uri address)
    {
        private int _failures;
        private long _restsUntil;

        public Uri Address => address;

        public long RestsUntil => Volatile.Read(ref _restsUntil);

        public void Worked()
        {
            Volatile.Write(ref _failures, 0);
            Volatile.Write(ref _restsUntil, 0);
        }

        public void Failed()
        {
            var failures = Interlocked.Increment(ref _failures);
            Volatile.Write(ref _restsUntil, Environment.TickCount64 + Math.Min(LongestPause, FirstPause << Math.Min(failures - 1, 6)));
        }
    }
}
