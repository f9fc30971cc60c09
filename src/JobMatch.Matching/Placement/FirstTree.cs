namespace JobMatch.Matching.Placement;

/// <summary>
/// Where everybody hangs in the tree of a plan, so that its prices fit the plan as well as they can. What it costs to take a place of a quota away is found as a shortest way: nothing where there is room; else
/// one of its people goes to her next best place, or stays at home. By the nearly fitting prices of an auction every step of such a way costs something, so that the ways are found in order of length
/// and make a tree (Dijkstra, with the auction's prices taken off).
/// </summary>
internal sealed class FirstTree
{
    /// <summary>In place of an arc: a person hangs by her own.</summary>
    public const int AtHome = -1;

    private const int None = -1;
    private const long Never = long.MaxValue / 4;
    private readonly PairRows rows;
    private readonly FirstPlan plan;
    private readonly int[] room;
    private readonly int[] takerStarts;
    private int[] takers = [];
    private readonly long[] losses;
    private readonly long[] lengths;
    private readonly PriorityQueue<int, long> open = new();

    /// <param name="rows">Pairs of each person.</param>
    /// <param name="plan">Who has which place.</param>
    /// <param name="room">Vacancies that the plan leaves, per quota.</param>
    /// <param name="personAim">What a person placed is worth beside her score.</param>
    /// <param name="atHome">Per person what is lost beside the person aim and her score when she has no place.</param>
    public FirstTree(PairRows rows, FirstPlan plan, int[] room, long personAim, Func<int, long> atHome)
    {
        (this.rows, this.plan, this.room) = (rows, plan, room);
        (HangArc, FullParent) = (new int[rows.People], new int[room.Length]);
        (losses, lengths, takerStarts) = (new long[room.Length], new long[room.Length], new int[room.Length + 2]);
        Array.Fill(HangArc, AtHome);
        Array.Fill(FullParent, None);
        Array.Fill(losses, Never);
        Array.Fill(lengths, Never);
        ListTakers();
        Begin(personAim, atHome);
        while (open.TryDequeue(out var quota, out var length))
            if (length == lengths[quota]) GoOn(quota);
        HangPeople();
    }

    /// <summary>Per person the arc to the quota that she hangs by, or <see cref="AtHome"/>.</summary>
    public int[] HangArc { get; }

    /// <summary>Per full quota which of its people it hangs by; −1 where there is room.</summary>
    public int[] FullParent { get; }

    /// <summary>Places with room cost a person less than others: nobody is lost. The others can at least lose one of their people.</summary>
    private void Begin(long personAim, Func<int, long> atHome)
    {
        for (var quota = 0; quota < room.Length; quota++)
            if (room[quota] > 0) Reach(quota, None, AtHome, -personAim, -personAim);
        for (var person = 0; person < rows.People; person++)
        {
            if (plan.Choice[person] is not (>= 0 and var pair) || room[rows.Quota(pair)] > 0) continue;
            var loss = rows.Score(pair) + atHome(person);
            Reach(rows.Quota(pair), person, AtHome, loss, loss - plan.Price(rows.Quota(pair)));
        }
    }

    /// <summary>Who has a full place elsewhere and could go to this quota instead.</summary>
    private void GoOn(int to)
    {
        for (var i = takerStarts[to]; i < takerStarts[to + 1]; i++)
        {
            var (pair, person) = (takers[i], rows.Person(takers[i]));
            var (held, quota) = (plan.Choice[person], rows.Quota(plan.Choice[person]));
            var more = rows.Score(held) - rows.Score(pair);
            // Nearly fitting: a step may be a point too cheap by the auction's prices.
            var step = Math.Max(0, more - plan.Price(quota) + plan.Price(to));
            Reach(quota, person, rows.Arc(pair), losses[to] + more, lengths[to] + step);
        }
    }

    private void Reach(int quota, int person, int arc, long loss, long length)
    {
        if (length >= lengths[quota]) return;
        (losses[quota], lengths[quota]) = (loss, length);
        if (FullParent[quota] != None) HangArc[FullParent[quota]] = AtHome;
        FullParent[quota] = person;
        if (person != None) HangArc[person] = arc;
        open.Enqueue(quota, length);
    }

    /// <summary>Those by whom no quota hangs: by their place, and who has none by the one that she would get first.</summary>
    private void HangPeople()
    {
        for (var person = 0; person < rows.People; person++)
        {
            if (plan.Choice[person] is >= 0 and var pair)
            {
                if (FullParent[rows.Quota(pair)] != person) HangArc[person] = rows.Arc(pair);
                continue;
            }
            var best = long.MinValue;
            for (var i = rows.Start(person); i < rows.Start(person + 1); i++)
            {
                var value = rows.Score(i) - losses[rows.Quota(i)];
                if (value > best) (best, HangArc[person]) = (value, rows.Arc(i));
            }
        }
    }

    /// <summary>Per quota the pairs of people who have a full place elsewhere, side by side.</summary>
    private void ListTakers()
    {
        for (var counting = 1; counting >= 0; counting--)
        {
            for (var person = 0; person < rows.People; person++)
            {
                var held = plan.Choice[person];
                if (held < 0 || room[rows.Quota(held)] > 0) continue;
                for (var i = rows.Start(person); i < rows.Start(person + 1); i++)
                {
                    if (i == held) continue;
                    // Counted two further on and laid down one further on: in the end each start is where it belongs.
                    if (counting == 1) takerStarts[rows.Quota(i) + 2]++;
                    else takers[takerStarts[rows.Quota(i) + 1]++] = i;
                }
            }
            if (counting == 0) return;
            for (var i = 2; i < takerStarts.Length; i++) takerStarts[i] += takerStarts[i - 1];
            takers = new int[takerStarts[^1]];
        }
    }
}
