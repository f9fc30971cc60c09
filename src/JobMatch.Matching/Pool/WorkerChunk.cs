namespace JobMatch.Matching.Pool;

/// <summary>A run of rows. Rows below <see cref="Count"/> never change: an update publishes a copy.</summary>
internal sealed class WorkerChunk
{
    /// <summary>Copying so many rows is microseconds.</summary>
    public const int Size = 1024;

    /// <summary>A chunk of nobody.</summary>
    public static readonly WorkerChunk Empty = new();

    private ScanColumns columns;
    public readonly WarmRow[] Warm = new WarmRow[Size];
    public readonly ColdRow[] Cold = new ColdRow[Size];
    private uint[] facts = new uint[16];
    private int factEnd;
    private int count;
    private uint gateBits;
    private int firstBirth = int.MaxValue;
    private int lastBirth;

    /// <summary>Rows that may be read.</summary>
    public int Count => Volatile.Read(ref count);

    public ref readonly ScanColumns Columns => ref columns;

    /// <summary>Whether nobody has one of the bits in <see cref="HotRow.Gate"/>: then the column need not be read. "No" as well when somebody had who has been replaced since.</summary>
    public bool HasNone(uint bits) => (gateBits & bits) == 0;

    /// <summary>Whether everybody was born on a day that may go, in the same way.</summary>
    public bool IsWithin(in BirthLimits limits) => limits.Hold(firstBirth, lastBirth);

    public bool IsRemoved(int row) => (columns.Gate[row] & HotRow.Removed) != 0;

    public HotRow HotAt(int row) => new(in columns, row, in Warm[row]);

    /// <summary>A row unpacked, with the home that its number means.</summary>
    public WorkerRow RowAt(int row, HomeFacts[] homes) => new(HotAt(row), in Cold[row], in homes[columns.Home[row]]);

    /// <summary>The facts of variable number of one row.</summary>
    public ReadOnlySpan<uint> FactsOf(int row) => Volatile.Read(ref facts).AsSpan(Cold[row].FactStart, Cold[row].FactCount);

    /// <summary>Writes the row behind the last one and only then lets readers see it.</summary>
    public void Append(in HotRow hot, in ColdRow cold, ReadOnlySpan<uint> own)
    {
        Write(count, in hot, in cold, own);
        if (count + 1 == Size && facts.Length > factEnd) facts = facts.AsSpan(0, factEnd).ToArray();
        Volatile.Write(ref count, count + 1);
    }

    /// <summary>Replaces a row of a copy that nobody else sees yet.</summary>
    public void Replace(int row, in HotRow hot, in ColdRow cold, ReadOnlySpan<uint> own) => Write(row, in hot, in cold, own);

    /// <summary>Whether so much has been replaced that it is time for a copy of the copy.</summary>
    public bool IsFull => factEnd > ColdRow.MostStart / 2;

    /// <summary>The same rows, with no gaps among the facts.</summary>
    public WorkerChunk Copy()
    {
        var copy = new WorkerChunk { columns = columns, facts = new uint[factEnd], count = count };
        Warm.CopyTo(copy.Warm, 0);
        for (var i = 0; i < count; i++)
        {
            copy.WriteCold(i, in Cold[i], FactsOf(i));
            copy.Know(columns.Gate[i], HotRow.BirthDayOf(columns.Birth[i]));
        }
        return copy;
    }

    private void Write(int row, in HotRow hot, in ColdRow cold, ReadOnlySpan<uint> own)
    {
        columns.Set(row, in hot);
        Know(hot.Gate, hot.BirthDay);
        Warm[row] = hot.Warm;
        WriteCold(row, in cold, own);
    }

    private void Know(uint gate, int birthDay)
    {
        gateBits |= gate;
        (firstBirth, lastBirth) = (Math.Min(firstBirth, birthDay), Math.Max(lastBirth, birthDay));
    }

    private void WriteCold(int row, in ColdRow cold, ReadOnlySpan<uint> own)
    {
        if (factEnd + own.Length > facts.Length)
        {
            var longer = new uint[Math.Max(factEnd + own.Length, facts.Length + (facts.Length / 2))];
            facts.AsSpan(0, factEnd).CopyTo(longer);
            Volatile.Write(ref facts, longer);
        }
        own.CopyTo(facts.AsSpan(factEnd));
        Cold[row] = cold.WithFacts(factEnd, own.Length);
        factEnd += own.Length;
    }
}
