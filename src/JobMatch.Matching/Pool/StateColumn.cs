using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace JobMatch.Matching.Pool;

/// <summary>
/// One answer for each number that a column may hold (a home, a class of postings), looked up for 64 rows at once. Numbers that came after the answers were made are unknown.
/// </summary>
internal readonly struct StateColumn
{
    public const byte Yes = 1;

    /// <summary>Yes, but outside of what is asked for.</summary>
    public const byte Outside = 2;
    public const byte No = 3;

    /// <summary>Behind the answers stand zeros: four bytes are read for one.</summary>
    private readonly byte[] states;

    /// <summary>Nothing is known yet of so many numbers.</summary>
    public StateColumn(int count) => states = new byte[count + sizeof(int)];

    /// <param name="count">How many numbers there are.</param>
    /// <param name="stateOf">Asked once for each, in order.</param>
    public StateColumn(int count, Func<int, byte> stateOf)
        : this(count)
    {
        for (var number = 0; number < count; number++) states[number] = stateOf(number);
    }

    /// <summary>The answer for one number; 0 when it is unknown.</summary>
    public byte Of(int number) => states[Math.Min((uint)number, (uint)(states.Length - sizeof(int)))];

    /// <summary>Keeps the answer for a number, if it was there when the answers were made, and returns it.</summary>
    public byte Learn(int number, byte state)
    {
        if ((uint)number < (uint)(states.Length - sizeof(int))) states[number] = state;
        return state;
    }

    /// <summary>Of 64 rows, a bit each: who is yes, who is outside, of whom nothing is known. Rows behind the last of a chunk may hold any number: what is said of them means nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public unsafe (ulong Yes, ulong Outside, ulong Unknown) Of(in Column<int> column, int first)
    {
        var (yes, outside, unknown) = (0UL, 0UL, 0UL);
        var last = (uint)(states.Length - sizeof(int));
        if (Avx2.IsSupported)
        {
            fixed (byte* from = states)
            {
                for (var i = 0; i < RowBits.Count; i += Vector256<int>.Count)
                {
                    var numbers = Vector256.Min(Vector256.LoadUnsafe(in column.From(first + i)).AsUInt32(), Vector256.Create(last)).AsInt32();
                    var state = Avx2.GatherVector256((int*)from, numbers, 1) & Vector256.Create((int)byte.MaxValue);
                    yes |= (ulong)Vector256.Equals(state, Vector256.Create((int)Yes)).ExtractMostSignificantBits() << i;
                    outside |= (ulong)Vector256.Equals(state, Vector256.Create((int)Outside)).ExtractMostSignificantBits() << i;
                    unknown |= (ulong)Vector256.Equals(state, Vector256<int>.Zero).ExtractMostSignificantBits() << i;
                }
            }
            return (yes, outside, unknown);
        }
        for (var row = 0; row < RowBits.Count; row++)
        {
            var state = states[Math.Min((uint)column.From(first + row), last)];
            yes |= (state == Yes ? 1UL : 0) << row;
            outside |= (state == Outside ? 1UL : 0) << row;
            unknown |= (state == 0 ? 1UL : 0) << row;
        }
        return (yes, outside, unknown);
    }
}
