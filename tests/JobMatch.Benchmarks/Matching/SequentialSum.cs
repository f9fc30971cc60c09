using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace JobMatch.Benchmarks.Matching;

/// <summary>The limit: one core reads N rows of 72 bytes from front to back and adds them up.</summary>
internal sealed class SequentialSum(int rows)
{
    [StructLayout(LayoutKind.Sequential)]
    private struct Row
    {
        public long A;
        public long B;
        public long C;
        public long D;
        public long E;
        public long F;
        public long G;
        public long H;
        public long I;
    }

    private readonly Row[] data = Fill(rows);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public long Run()
    {
        long sum = 0;
        foreach (ref readonly var row in data.AsSpan()) sum += row.A + row.B + row.C + row.D + row.E + row.F + row.G + row.H + row.I;
        return sum;
    }

    private static Row[] Fill(int rows)
    {
        var data = new Row[rows];
        for (var i = 0; i < rows; i++) data[i] = new() { A = i, B = 2 * i, C = 3, D = 4, E = i, F = 6, G = 7, H = 8, I = i };
        return data;
    }
}
