using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace JobMatch.Matching.Pool;

/// <summary>The bits under a mask as one small number, and back: how signatures become places in a table.</summary>
internal static class BitGather
{
    /// <summary>The masked bits side by side, lowest first; one instruction where the processor has it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Extract(ulong bits, ulong mask) => Bmi2.X64.IsSupported ? (uint)Bmi2.X64.ParallelBitExtract(bits, mask) : ExtractOneByOne(bits, mask);

    /// <summary>The opposite: the number's bits laid out under the mask.</summary>
    public static ulong Deposit(ulong value, ulong mask)
    {
        var (result, at) = (0UL, 0);
        for (; mask != 0; mask &= mask - 1, at++)
            if ((value >> at & 1) != 0) result |= mask & (~mask + 1);
        return result;
    }

    private static uint ExtractOneByOne(ulong bits, ulong mask)
    {
        var (result, at) = (0u, 0);
        for (; mask != 0; mask &= mask - 1, at++)
            if ((bits & mask & (~mask + 1)) != 0) result |= 1u << at;
        return result;
    }
}
