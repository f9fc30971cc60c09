using System.Numerics;

namespace JobMatch.Occupations.Titles;

/// <summary>A title's direction. Unit length, or all zero when nothing in the title is known; closeness is the cosine, −1..1.</summary>
public readonly struct TitleVector
{
    private readonly float[] _values;

    internal TitleVector(float[] values) => _values = values;

    public ReadOnlySpan<float> Values => _values;

    public bool IsKnown => _values is not null && Array.Exists(_values, value => value != 0);

    public float Cosine(TitleVector other) => Dot(_values, other._values);

    /// <summary>The numbers as int8: 127 × value, rounded; the product of two is 127² × cosine to about one in a hundred.</summary>
    public sbyte[] ToBytes() => Array.ConvertAll(_values, value => (sbyte)Math.Clamp(MathF.Round(value * 127), -127, 127));

    internal static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var sums = Vector<float>.Zero;
        var at = 0;
        for (; at + Vector<float>.Count <= left.Length; at += Vector<float>.Count) sums += new Vector<float>(left[at..]) * new Vector<float>(right[at..]);
        var sum = Vector.Sum(sums);
        for (; at < left.Length; at++) sum += left[at] * right[at];
        return sum;
    }

    internal static void ToUnit(Span<float> values)
    {
        var length = MathF.Sqrt(Dot(values, values));
        if (length <= 0) return;
        for (var i = 0; i < values.Length; i++) values[i] /= length;
    }
}
