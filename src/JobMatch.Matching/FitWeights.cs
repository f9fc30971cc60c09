using System.Runtime.CompilerServices;

namespace JobMatch.Matching;

/// <summary>
/// The weights of one ranking, 16 bytes: per criterion a weight 0–100 and an <see cref="Importance"/>. Made by
/// <see cref="FitOptions.ToWeights"/>; staff change it with <see cref="With(Criterion, Importance)"/>.
/// </summary>
public readonly struct FitWeights : IEquatable<FitWeights>
{
    [InlineArray(CriterionList.Count)]
    private struct Bytes
    {
        private byte first;
    }

    private readonly Bytes weights;
    private readonly uint importances;

    private FitWeights(Bytes weights, uint importances) => (this.weights, this.importances) = (weights, importances);

    /// <summary>Weight of a criterion, 0 when it is ignored.</summary>
    public int this[Criterion criterion] => ImportanceOf(criterion) == Importance.Ignore ? 0 : weights[(int)criterion];

    /// <summary>What staff made of it.</summary>
    public Importance ImportanceOf(Criterion criterion) => (Importance)((importances >> (2 * (int)criterion)) & 3);

    /// <summary>Whether any criterion is a must.</summary>
    public bool AnyMust => (importances & 0x555555u) != 0;

    /// <summary>The same with one importance changed.</summary>
    public FitWeights With(Criterion criterion, Importance importance)
    {
        var shift = 2 * (int)criterion;
        return new(weights, (importances & ~(3u << shift)) | ((uint)importance << shift));
    }

    /// <summary>The same with one weight changed, 0–100.</summary>
    public FitWeights With(Criterion criterion, int weight)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(weight);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(weight, 100);
        var changed = weights;
        changed[(int)criterion] = (byte)weight;
        return new(changed, importances);
    }

    public bool Equals(FitWeights other) =>
        importances == other.importances && ((ReadOnlySpan<byte>)weights).SequenceEqual(other.weights);

    public override bool Equals(object? obj) => obj is FitWeights other && Equals(other);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(weights);
        hash.Add(importances);
        return hash.ToHashCode();
    }

    public static bool operator ==(FitWeights left, FitWeights right) => left.Equals(right);

    public static bool operator !=(FitWeights left, FitWeights right) => !left.Equals(right);
}
