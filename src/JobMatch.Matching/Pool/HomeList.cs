using System.Numerics;

namespace JobMatch.Matching.Pool;

/// <summary>
/// Every distinct home of one generation, found by open addressing over their numbers. Grows only; number 0 is the home of which nothing is known. One writer at a time, any number of
/// readers.
/// </summary>
internal sealed class HomeList
{
    private int[] entries = new int[128];
    private HomeFacts[] items = new HomeFacts[64];
    private int count;

    public HomeList() => NumberOf(HomeFacts.Unknown);

    /// <summary>All there are, and room behind them: a number read from a row that was published is always below its length.</summary>
    public HomeFacts[] Items => Volatile.Read(ref items);

    /// <summary>How many there are; read before <see cref="Items"/>, it is never more than those hold.</summary>
    public int Count => Volatile.Read(ref count);

    public int NumberOf(in HomeFacts home)
    {
        var at = PlaceOf(in home, entries);
        if (entries[at] != 0) return entries[at] - 1;
        var number = count;
        if (number == items.Length)
        {
            var longer = new HomeFacts[number + (number / 4)];
            items.CopyTo(longer, 0);
            Volatile.Write(ref items, longer);
        }
        items[number] = home;
        Volatile.Write(ref count, number + 1);
        if ((number + 1) * 3 > entries.Length * 2) Widen();
        else entries[at] = number + 1;
        return number;
    }

    private void Widen()
    {
        var wider = new int[entries.Length * 2];
        for (var number = 0; number < count; number++) wider[PlaceOf(in items[number], wider)] = number + 1;
        entries = wider;
    }

    /// <summary>Where the home stands in a table, or the empty place where it would.</summary>
    private int PlaceOf(in HomeFacts home, int[] table)
    {
        var at = (int)((uint)home.GetHashCode() * 2_654_435_769u >> (32 - BitOperations.Log2((uint)table.Length)));
        while (table[at] != 0 && items[table[at] - 1] != home) at = (at + 1) & (table.Length - 1);
        return at;
    }
}
