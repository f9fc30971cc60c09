using System.Numerics;
using System.Runtime.InteropServices;

namespace JobMatch.Matching;

/// <summary>A point of the curve from cosine to closeness: at <paramref name="Cosine"/> ten-thousandths (−10,000 to 10,000) it is <paramref name="Percent"/> (0–100).</summary>
public readonly record struct TextCurvePoint(int Cosine, int Percent);

/// <summary>
/// How close texts are. A text (a posting's title, a person's own words, the name of a job she had) is coded when it is saved, as the numbers of the catalogue terms that it is nearest
/// to; while ranking only these numbers are compared. Immutable; made when the vectors change. Whole numbers only, so that every machine agrees.
/// </summary>
public sealed class TextTable
{
    /// <summary>Most terms: a code is a number from 0 to one less than this.</summary>
    public const int MostTerms = 65_000;

    private const int Full = 10_000;
    private readonly sbyte[] vectors;
    private readonly int dimensions;
    private readonly double[] lengths;
    private readonly TextCurvePoint[] curve;

    /// <param name="vectors">One row of <paramref name="dimensions"/> whole numbers for each term, one behind the other; only the direction of a row counts.</param>
    /// <param name="dimensions">At least 1.</param>
    /// <param name="curve">From cosine to closeness, cosines and percents rising; between two points it is a straight line. Null: 0 % up to 0.35, 100 % from 0.90.</param>
    /// <exception cref="ArgumentException">The sizes do not match, or the curve falls.</exception>
    public TextTable(sbyte[] vectors, int dimensions, IReadOnlyList<TextCurvePoint>? curve = null)
    {
        ArgumentNullException.ThrowIfNull(vectors);
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        if (vectors.Length % dimensions != 0 || vectors.Length / dimensions > MostTerms)
            throw new ArgumentException(FormattableString.Invariant($"{vectors.Length} numbers are no rows of {dimensions}; allowed: whole rows, 0 to {MostTerms} of them."), nameof(vectors));
        this.curve = [.. curve ?? [new(3_500, 0), new(9_000, 100)]];
        if (this.curve.Length < 2 || this.curve.Zip(this.curve.Skip(1)).Any(pair => pair.Second.Cosine <= pair.First.Cosine || pair.Second.Percent < pair.First.Percent)
            || this.curve.Any(point => point.Percent is < 0 or > 100))
            throw new ArgumentException("The curve needs two points or more, each with a higher cosine and no lower percent than the one before; allowed percents: 0 to 100.", nameof(curve));
        (this.vectors, this.dimensions) = ([.. vectors], dimensions);
        lengths = new double[vectors.Length / dimensions];
        for (var term = 0; term < lengths.Length; term++) lengths[term] = Math.Sqrt(Dot(term, term));
    }

    /// <summary>No terms: only equal codes are close.</summary>
    public static TextTable None { get; } = new([], 1);

    /// <summary>Number of terms.</summary>
    public int Count => lengths.Length;

    /// <summary>How close two terms are, 0–100; a term and itself 100; a code that the table does not know and another 0.</summary>
    public int Closeness(int a, int b)
    {
        if (a == b) return 100;
        if ((uint)a >= (uint)Count || (uint)b >= (uint)Count || lengths[a] == 0 || lengths[b] == 0) return 0;
        return Percent((int)(Full * (Dot(a, b) / (lengths[a] * lengths[b]))));
    }

    private int Percent(int cosine)
    {
        if (cosine <= curve[0].Cosine) return curve[0].Percent;
        for (var i = 1; i < curve.Length; i++)
        {
            if (cosine > curve[i].Cosine) continue;
            var (low, high) = (curve[i - 1], curve[i]);
            return low.Percent + ((high.Percent - low.Percent) * (cosine - low.Cosine) / (high.Cosine - low.Cosine));
        }
        return curve[^1].Percent;
    }

    private int Dot(int a, int b)
    {
        var x = vectors.AsSpan(a * dimensions, dimensions);
        var y = vectors.AsSpan(b * dimensions, dimensions);
        var (sum, i) = (0, 0);
        if (Vector.IsHardwareAccelerated)
        {
            var sums = Vector<int>.Zero;
            var xs = MemoryMarshal.Cast<sbyte, Vector<sbyte>>(x);
            var ys = MemoryMarshal.Cast<sbyte, Vector<sbyte>>(y);
            for (var j = 0; j < xs.Length; j++)
            {
                Vector.Widen(xs[j], out var xLow, out var xHigh);
                Vector.Widen(ys[j], out var yLow, out var yHigh);
                // Two products of 8 by 8 bits may not fit 16: they are widened before they are added.
                Vector.Widen(xLow * yLow, out var a1, out var a2);
                Vector.Widen(xHigh * yHigh, out var b1, out var b2);
                sums += a1 + a2 + b1 + b2;
            }
            sum = Vector.Sum(sums);
            i = xs.Length * Vector<sbyte>.Count;
        }
        for (; i < dimensions; i++) sum += x[i] * y[i];
        return sum;
    }
}
