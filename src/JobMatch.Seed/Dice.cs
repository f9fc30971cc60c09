using System.Text;

namespace JobMatch.Seed;

/// <summary>
/// SplitMix64: the same numbers on every machine and runtime, which <see cref="Random"/> does not promise. Each thing made has a stream of
/// its own, so that another household or a longer posting does not shift everything behind it.
/// </summary>
internal sealed class Dice(ulong state)
{
    private ulong _state = state;

    /// <summary>A stream for one thing: "household" 17 of seed 1.</summary>
    public static Dice For(int seed, string stream, int index = 0)
    {
        var hash = 14695981039346656037UL; // FNV-1a
        foreach (var b in Encoding.UTF8.GetBytes(stream)) hash = (hash ^ b) * 1099511628211UL;
        var dice = new Dice(hash ^ ((ulong)(uint)seed << 32) ^ ((ulong)(uint)index * 0x9E3779B97F4A7C15UL));
        dice.Next();
        return dice;
    }

    /// <summary>Both ends inclusive.</summary>
    public int Range(int from, int to) => from + (int)(Next() % (ulong)(to - from + 1));

    public bool Chance(int percent) => Range(1, 100) <= percent;

    public T Pick<T>(IReadOnlyList<T> items) => items[Range(0, items.Count - 1)];

    public T Weighted<T>(params (T Item, int Weight)[] items)
    {
        var at = Range(1, items.Sum(i => i.Weight));
        foreach (var (item, weight) in items)
        {
            at -= weight;
            if (at <= 0) return item;
        }

        return items[^1].Item;
    }

    /// <summary>A day between two, both inclusive; the first when they are the wrong way round.</summary>
    public DateOnly Day(DateOnly from, DateOnly to) => from >= to ? from : from.AddDays(Range(0, to.DayNumber - from.DayNumber));

    private ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
