using System.Buffers.Binary;
using System.Numerics;
using System.Reflection;
using System.Runtime.InteropServices;

namespace JobMatch.Occupations.Titles;

/// <summary>
/// The learned table: title → direction in a space where titles of one occupation lie close. It was distilled from a sentence model and from the
/// occupations' own groups by <c>tools/Titles/train</c> (report: tools/Titles/REPORT.md) and needs neither model nor network. Per gram a vector of
/// <c>Width</c> int8 and <c>Heads</c> weights; each head pools the grams by a softmax of weight + place; a layer of <c>Hidden</c> rectified units
/// beside a linear one turns the <c>Heads × Width</c> sums into <c>Size</c> numbers, brought to unit length. The file is little endian:
/// "JMT1", six int32 (grams, width, heads, hidden, size, places), sorted uint32 hashes, half scales, int8 rows, half head weights, half places × heads,
/// then the layers as halves: linear (size × in), its bias, hidden (hidden × in), its bias, output (size × hidden).
/// </summary>
public sealed class TitleTable
{
    private const int MostGrams = 3 * (TitleGrams.MostTokens + 2);
    private static readonly Lazy<TitleTable> Loaded = new(() =>
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("JobMatch.Occupations.Titles.titles.bin")
            ?? throw new InvalidOperationException("The table of titles is not embedded.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new TitleTable(bytes);
    });

    private readonly uint[] _hashes;
    private readonly int[] _slots;
    private readonly float[] _scales;
    private readonly sbyte[] _rows;
    private readonly float[] _headWeights;
    private readonly float[] _places;
    private readonly int _width;
    private readonly int _heads;
    private readonly int _hidden;
    private readonly float[] _linear;
    private readonly float[] _linearBias;
    private readonly float[] _inner;
    private readonly float[] _innerBias;
    private readonly float[] _outer;

    internal TitleTable(ReadOnlySpan<byte> file)
    {
        if (file.Length < 28 || !file[..4].SequenceEqual("JMT1"u8)) throw new InvalidDataException("The table of titles has a wrong beginning.");
        var reader = new Reader(file[4..]);
        var grams = reader.Int();
        (_width, _heads, _hidden, Size) = (reader.Int(), reader.Int(), reader.Int(), reader.Int());
        var places = reader.Int();
        _hashes = reader.UInts(grams);
        _scales = reader.Halves(grams);
        _rows = reader.Bytes(grams * _width);
        _headWeights = reader.Halves(grams * _heads);
        _places = reader.Halves(places * _heads);
        var into = _heads * _width;
        _linear = reader.Halves(Size * into);
        _linearBias = reader.Halves(Size);
        _inner = reader.Halves(_hidden * into);
        _innerBias = reader.Halves(_hidden);
        _outer = reader.Halves(Size * _hidden);
        if (!reader.AtEnd) throw new InvalidDataException("The table of titles has more than it says.");
        Bytes = file.Length;
        _slots = Slots(_hashes);
    }

    public static TitleTable Instance => Loaded.Value;

    /// <summary>Another table, as <c>tools/Titles/train</c> leaves it beside its held-out sets.</summary>
    /// <exception cref="InvalidDataException">The file is no table.</exception>
    public static TitleTable Read(string file)
    {
        try
        {
            return new TitleTable(File.ReadAllBytes(file));
        }
        catch (InvalidDataException problem)
        {
            throw new InvalidDataException($"{file}: {problem.Message}", problem);
        }
    }

    /// <summary>Numbers in a vector.</summary>
    public int Size { get; }

    /// <summary>The table's size as it ships.</summary>
    public int Bytes { get; }

    /// <summary>The title's direction: unit length, or all zero when nothing in it was ever learned.</summary>
    public TitleVector Of(string title)
    {
        Span<int> rows = stackalloc int[MostGrams];
        Span<int> places = stackalloc int[MostGrams];
        var count = 0;
        foreach (var gram in TitleGrams.Of(title))
        {
            var row = Find(gram.Hash);
            if (row < 0) continue;
            (rows[count], places[count]) = (row, gram.Place);
            count++;
        }

        var vector = new float[Size];
        if (count > 0) Layers(Pool(rows[..count], places[..count]), vector);
        return new TitleVector(vector);
    }

    private float[] Pool(ReadOnlySpan<int> rows, ReadOnlySpan<int> places)
    {
        var pooled = new float[_heads * _width];
        Span<float> weights = stackalloc float[rows.Length];
        for (var head = 0; head < _heads; head++)
        {
            var most = float.NegativeInfinity;
            for (var i = 0; i < rows.Length; i++)
            {
                weights[i] = _headWeights[(rows[i] * _heads) + head] + _places[(places[i] * _heads) + head];
                most = MathF.Max(most, weights[i]);
            }

            var sum = 0f;
            for (var i = 0; i < rows.Length; i++) sum += weights[i] = MathF.Exp(weights[i] - most);
            var into = pooled.AsSpan(head * _width, _width);
            for (var i = 0; i < rows.Length; i++) AddRow(rows[i], weights[i] / sum * _scales[rows[i]], into);
        }

        return pooled;
    }

    private void AddRow(int row, float weight, Span<float> into)
    {
        var from = _rows.AsSpan(row * _width, _width);
        var at = 0;
        for (; at + Vector<sbyte>.Count <= from.Length; at += Vector<sbyte>.Count)
        {
            Vector.Widen(new Vector<sbyte>(from[at..]), out var low, out var high);
            AddFour(low, weight, into[at..]);
            AddFour(high, weight, into[(at + Vector<short>.Count)..]);
        }

        for (; at < from.Length; at++) into[at] += weight * from[at];
    }

    private static void AddFour(Vector<short> values, float weight, Span<float> into)
    {
        Vector.Widen(values, out var low, out var high);
        (new Vector<float>(into) + (Vector.ConvertToSingle(low) * weight)).CopyTo(into);
        var second = into[Vector<float>.Count..];
        (new Vector<float>(second) + (Vector.ConvertToSingle(high) * weight)).CopyTo(second);
    }

    private void Layers(float[] pooled, float[] vector)
    {
        Span<float> hidden = stackalloc float[_hidden];
        for (var i = 0; i < _hidden; i++) hidden[i] = MathF.Max(0, _innerBias[i] + TitleVector.Dot(_inner.AsSpan(i * pooled.Length, pooled.Length), pooled));
        for (var i = 0; i < Size; i++)
            vector[i] = _linearBias[i] + TitleVector.Dot(_linear.AsSpan(i * pooled.Length, pooled.Length), pooled) + TitleVector.Dot(_outer.AsSpan(i * _hidden, _hidden), hidden);
        TitleVector.ToUnit(vector);
    }

    /// <summary>Open addressing, at most half full: slot → row + 1.</summary>
    private static int[] Slots(uint[] hashes)
    {
        var slots = new int[(int)BitOperations.RoundUpToPowerOf2((uint)hashes.Length * 2)];
        for (var row = 0; row < hashes.Length; row++)
        {
            var slot = (int)(hashes[row] & (uint)(slots.Length - 1));
            while (slots[slot] != 0) slot = (slot + 1) & (slots.Length - 1);
            slots[slot] = row + 1;
        }

        return slots;
    }

    private int Find(uint hash)
    {
        for (var slot = (int)(hash & (uint)(_slots.Length - 1)); _slots[slot] != 0; slot = (slot + 1) & (_slots.Length - 1))
            if (_hashes[_slots[slot] - 1] == hash) return _slots[slot] - 1;
        return -1;
    }

    private ref struct Reader(ReadOnlySpan<byte> left)
    {
        private ReadOnlySpan<byte> _left = left;

        public readonly bool AtEnd => _left.IsEmpty;

        public int Int() => BinaryPrimitives.ReadInt32LittleEndian(Take(4));

        public uint[] UInts(int count)
        {
            var from = Take(4 * count);
            var values = new uint[count];
            for (var i = 0; i < count; i++) values[i] = BinaryPrimitives.ReadUInt32LittleEndian(from[(4 * i)..]);
            return values;
        }

        public float[] Halves(int count)
        {
            var from = Take(2 * count);
            var values = new float[count];
            for (var i = 0; i < count; i++) values[i] = (float)BinaryPrimitives.ReadHalfLittleEndian(from[(2 * i)..]);
            return values;
        }

        public sbyte[] Bytes(int count) => MemoryMarshal.Cast<byte, sbyte>(Take(count)).ToArray();

        private ReadOnlySpan<byte> Take(int bytes)
        {
            if (bytes < 0 || bytes > _left.Length) throw new InvalidDataException("The table of titles ends too early.");
            var taken = _left[..bytes];
            _left = _left[bytes..];
            return taken;
        }
    }
}
