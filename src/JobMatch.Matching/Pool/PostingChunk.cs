using System.Runtime.InteropServices;

namespace JobMatch.Matching.Pool;

/// <summary>Where the one quota of a posting lies, so that a distance needs no look at the quota itself.</summary>
internal readonly struct Spot
{
    private readonly int latitudeE6;
    private readonly int longitudeE6;
    private readonly double cosine;

    private Spot(in QuotaAsk quota) => (latitudeE6, longitudeE6, cosine) = (quota.LatitudeE6, quota.LongitudeE6, quota.Cosine);

    private Spot(double cosine) => (latitudeE6, this.cosine) = (WorkerRow.NoPosition, cosine);

    /// <summary>No quota has a position: there is no distance.</summary>
    public bool IsNowhere => latitudeE6 == WorkerRow.NoPosition && cosine == 0;

    /// <summary>One of several quotas may be near.</summary>
    public bool IsAnywhere => latitudeE6 == WorkerRow.NoPosition && cosine != 0;

    public static Spot Of(PostingAsk posting)
    {
        var placed = posting.Quotas.Count(quota => quota.HasPosition && quota.Kind == PlaceKind.Fixed);
        return placed == 0 ? new(cosine: 0) : placed > 1 ? new(cosine: 1) : new(posting.Quotas.First(quota => quota.HasPosition && quota.Kind == PlaceKind.Fixed));
    }

    /// <summary>Metres from a home that has a position.</summary>
    public int MetresFrom(in WorkerRow home) => Geo.Metres(home.LatitudeE6, home.LongitudeE6, latitudeE6, longitudeE6, cosine);
}

/// <summary>The classes that marks are looked up by, 24 bytes.</summary>
internal readonly record struct MarkRow(int Pay, int Hours, int Work, int Skills, int Schooling, int PublishedDay);

/// <summary>A posting as the scan reads it: the numbers of its classes.</summary>
/// <param name="Duty">One more than the number of the class; 0 in the slot of a posting that left.</param>
/// <param name="Law">Who may go by age, group and certificate.</param>
/// <param name="Region">Where its quotas lie, by codes.</param>
/// <param name="Place">Where they lie, to the metre.</param>
/// <param name="Spot">The one place to measure a distance to.</param>
/// <param name="Marks">What the rest is looked up by.</param>
internal readonly record struct PostingRow(int Duty, int Law, int Region, int Place, Spot Spot, MarkRow Marks);

/// <summary>The classes that decide who may go, column by column.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct GateColumns
{
    public Column<int> Duty;
    public Column<int> Law;
    public Column<int> Region;
    public Column<int> Place;

    public void Set(int at, in PostingRow row) => (Duty[at], Law[at], Region[at], Place[at]) = (row.Duty, row.Law, row.Region, row.Place);
}

/// <summary>A run of postings. Rows below <see cref="Count"/> never change: an update publishes a copy.</summary>
internal sealed class PostingChunk
{
    public const int Size = WorkerChunk.Size;

    private GateColumns columns;
    public readonly MarkRow[] Marks = new MarkRow[Size];
    public readonly Spot[] Spots = new Spot[Size];
    public readonly PostingAsk?[] Asks = new PostingAsk?[Size];
    private int count;

    public ref readonly GateColumns Columns => ref columns;

    public int Count => Volatile.Read(ref count);

    public void Append(in PostingRow row, PostingAsk ask)
    {
        Put(count, in row, ask);
        Volatile.Write(ref count, count + 1);
    }

    /// <summary>A copy with one slot changed; null empties it.</summary>
    public PostingChunk With(int at, in PostingRow row, PostingAsk? ask)
    {
        var copy = new PostingChunk { count = count, columns = columns };
        Marks.AsSpan(0, count).CopyTo(copy.Marks);
        Spots.AsSpan(0, count).CopyTo(copy.Spots);
        Asks.AsSpan(0, count).CopyTo(copy.Asks);
        copy.Put(at, in row, ask);
        return copy;
    }

    private void Put(int at, in PostingRow row, PostingAsk? ask)
    {
        columns.Set(at, in row);
        (Marks[at], Spots[at]) = (row.Marks, row.Spot);
        Asks[at] = ask;
    }
}
