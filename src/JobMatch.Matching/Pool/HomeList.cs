namespace JobMatch.Matching.Pool;

/// <summary>Every distinct home of one generation. Grows only; number 0 is the home of which nothing is known. One writer at a time, any number of readers.</summary>
internal sealed class HomeList
{
    private readonly Dictionary<HomeFacts, int> numbers = [];
    private HomeFacts[] items = new HomeFacts[64];

    public HomeList() => NumberOf(new(-1, 0, 0, 0, WorkerRow.NoPosition, WorkerRow.NoPosition, Mobility.Unknown, 0));

    /// <summary>All there are: a number read from a row that was published is always below its length.</summary>
    public HomeFacts[] Items => Volatile.Read(ref items);

    public int Count => numbers.Count;

    public int NumberOf(in HomeFacts home)
    {
        if (numbers.TryGetValue(home, out var number)) return number;
        number = numbers.Count;
        var current = items;
        if (number == current.Length)
        {
            var longer = new HomeFacts[number * 2];
            current.CopyTo(longer, 0);
            current = longer;
        }
        current[number] = home;
        Volatile.Write(ref items, current);
        numbers[home] = number;
        return number;
    }
}
