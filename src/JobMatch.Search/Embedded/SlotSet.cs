using System.Numerics;

namespace JobMatch.Search.Embedded;

/// <summary>A set of slots, one bit each. Sets that others can see are never changed: what combines them makes a new one.</summary>
internal sealed class SlotSet(int length)
{
    private readonly ulong[] _bits = new ulong[(length + 63) >> 6];

    public int Length => length;

    public int Count
    {
        get
        {
            var count = 0;
            foreach (var bits in _bits) count += BitOperations.PopCount(bits);
            return count;
        }
    }

    public bool this[int slot] => slot < length && (_bits[slot >> 6] & (1UL << slot)) != 0;

    public void Add(int slot)
    {
        if (slot < length) _bits[slot >> 6] |= 1UL << slot;
    }

    public void Remove(int slot)
    {
        if (slot < length) _bits[slot >> 6] &= ~(1UL << slot);
    }

    public SlotSet Copy(int newLength)
    {
        var copy = new SlotSet(newLength);
        _bits.AsSpan(0, Math.Min(_bits.Length, copy._bits.Length)).CopyTo(copy._bits);
        return copy;
    }

    /// <summary>Takes the others in; for a set that nobody else sees yet.</summary>
    public SlotSet Or(SlotSet other)
    {
        for (var i = 0; i < _bits.Length && i < other._bits.Length; i++) _bits[i] |= other._bits[i];
        return this;
    }

    /// <summary>Keeps what the other has too; for a set that nobody else sees yet.</summary>
    public SlotSet And(SlotSet other)
    {
        for (var i = 0; i < _bits.Length; i++) _bits[i] &= i < other._bits.Length ? other._bits[i] : 0;
        return this;
    }

    /// <summary>A new set of all of them; null for none.</summary>
    public static SlotSet? UnionOf(int length, IEnumerable<SlotSet> sets)
    {
        SlotSet? union = null;
        foreach (var set in sets) union = (union ?? new SlotSet(length)).Or(set);
        return union;
    }

    public int CountWith(SlotSet other)
    {
        var count = 0;
        for (var i = 0; i < _bits.Length && i < other._bits.Length; i++) count += BitOperations.PopCount(_bits[i] & other._bits[i]);
        return count;
    }

    public Slots GetEnumerator() => new(_bits);

    /// <summary>The slots in rising order.</summary>
    internal ref struct Slots(ulong[] bits)
    {
        private int _word = -1;
        private ulong _left;

        public int Current { get; private set; }

        public bool MoveNext()
        {
            while (_left == 0)
            {
                if (++_word >= bits.Length) return false;
                _left = bits[_word];
            }

            Current = (_word << 6) + BitOperations.TrailingZeroCount(_left);
            _left &= _left - 1;
            return true;
        }
    }
}
