namespace JobMatch.Matching.Placement;

/// <summary>
/// A plan to begin with, and prices that nearly fit it, by auction: whoever has no place bids for the one that suits her best, as much as it is better than her next best, and takes the place of whoever
/// bade least there. Places have a price once they are all taken. Members of families without work, and who comes before others, bid as if a place were worth many points. Nothing is proved by it; the simplex goes on from here.
/// </summary>
internal sealed class FirstPlan
{
    /// <summary>Points; more than any score.</summary>
    public const int FamilyWorth = 256;

    /// <summary>Bids a person on average; where people fight over few places the auction is not carried to its end.</summary>
    private const int MostBids = 30;

    private readonly PairRows rows;
    private readonly int[] prices;
    private readonly int[] held;

    /// <summary>Bids that hold a place, for each quota a heap with the least on top.</summary>
    private readonly (int Bid, int Person)[] bids;
    private readonly int[] bidStarts;

    /// <param name="rows">Pairs of each person.</param>
    /// <param name="room">Vacancies, per quota.</param>
    /// <param name="worth">Per person what any place is worth to her beside her score, in points.</param>
    public FirstPlan(PairRows rows, int[] room, Func<int, int> worth)
    {
        this.rows = rows;
        (prices, held, bidStarts) = (new int[room.Length], new int[room.Length], new int[room.Length + 1]);
        for (var i = 0; i < room.Length; i++) bidStarts[i + 1] = bidStarts[i] + room[i];
        bids = new (int, int)[bidStarts[^1]];
        Choice = new int[rows.People];
        Array.Fill(Choice, -1);
        Run(worth);
    }

    /// <summary>Per person her pair, an index of the rows; −1: she has no place.</summary>
    public int[] Choice { get; }

    /// <summary>In points; 0 while there is room.</summary>
    public int Price(int quota) => prices[quota];

    private void Run(Func<int, int> worth)
    {
        var waiting = new Queue<int>(Choice.Length);
        for (var person = 0; person < Choice.Length; person++) waiting.Enqueue(person);
        for (var left = (long)MostBids * Choice.Length; left > 0 && waiting.TryDequeue(out var person); left--)
        {
            var (pair, bid) = BestOf(person, -worth(person));
            if (pair < 0) continue;
            Choice[person] = pair;
            if (Take(rows.Quota(pair), (bid, person)) is not { } outbid) continue;
            Choice[outbid] = -1;
            waiting.Enqueue(outbid);
        }
    }

    /// <summary>The pair that is worth most to her and what she bids for it; −1 when none is worth as much as to <paramref name="rest"/>.</summary>
    private (int Pair, int Bid) BestOf(int person, int rest)
    {
        var (best, second, found) = (rest - 1, rest, -1);
        for (var i = rows.Start(person); i < rows.Start(person + 1); i++)
        {
            var value = rows.Score(i) - prices[rows.Quota(i)];
            if (value > best)
            {
                if (best > second) second = best;
                (best, found) = (value, i);
            }
            else if (value > second) second = value;
        }
        return found < 0 ? (-1, 0) : (found, prices[rows.Quota(found)] + best - second + 1);
    }

    /// <summary>Gives a place to a bid; who loses hers for it.</summary>
    private int? Take(int quota, (int Bid, int Person) bid)
    {
        var heap = bids.AsSpan(bidStarts[quota], bidStarts[quota + 1] - bidStarts[quota]);
        int? outbid = null;
        if (held[quota] < heap.Length)
        {
            Rise(heap, held[quota]++, bid);
        }
        else
        {
            outbid = heap[0].Person;
            Sink(heap, bid);
        }
        if (held[quota] == heap.Length) prices[quota] = heap[0].Bid;
        return outbid;
    }

    private static void Rise(Span<(int Bid, int Person)> heap, int at, (int Bid, int Person) item)
    {
        for (; at > 0 && heap[(at - 1) / 2].Bid > item.Bid; at = (at - 1) / 2) heap[at] = heap[(at - 1) / 2];
        heap[at] = item;
    }

    /// <summary>Puts an item in place of the top.</summary>
    private static void Sink(Span<(int Bid, int Person)> heap, (int Bid, int Person) item)
    {
        var at = 0;
        for (var below = 1; below < heap.Length; below = (2 * at) + 1)
        {
            if (below + 1 < heap.Length && heap[below + 1].Bid < heap[below].Bid) below++;
            if (heap[below].Bid >= item.Bid) break;
            heap[at] = heap[below];
            at = below;
        }
        heap[at] = item;
    }
}
