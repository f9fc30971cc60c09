using System.Runtime.CompilerServices;

namespace JobMatch.Matching.Pool;

/// <summary>
/// Sums of weighted marks in one number, so that adding the look-ups of all criteria costs one addition each: bits 0–22 the post's side (weight × value), 23–45 the
/// person's side, 46–62 the known (weight × percent known). Twelve criteria of weight 100 fit: 6 × 100 × 10,000 &lt; 2^23 and 12 × 100 × 100 &lt; 2^17.
/// </summary>
internal static class Marks
{
    /// <summary>A gate fails, whatever else is added.</summary>
    public const ulong Fails = 1UL << 63;

    private const int PersonShift = 23;
    private const int KnownShift = 46;
    private const uint SideMask = (1u << PersonShift) - 1;

    /// <summary>The mark of one criterion.</summary>
    public static ulong Of(Criterion criterion, Mark mark, in FitRules rules) =>
        mark.Applies ? Of(criterion, mark.Value, mark.Known, in rules) : 0;

    /// <summary>A value 0–10,000 of one criterion and the percent of it that is known.</summary>
    public static ulong Of(Criterion criterion, int value, int known, in FitRules rules)
    {
        var weight = (ulong)rules.Weights[criterion];
        var shift = CriterionList.SideOf(criterion) == Side.SuitsPost ? 0 : PersonShift;
        return ((weight * (ulong)value) << shift) + ((weight * (ulong)known) << KnownShift);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint PostOf(ulong sum) => (uint)sum & SideMask;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint PersonOf(ulong sum) => (uint)(sum >> PersonShift) & SideMask;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint KnownOf(ulong sum) => (uint)((sum & ~Fails) >> KnownShift);
}

/// <summary>From sums to sides, score and confidence without a division; <see cref="PairScorer"/> divides, the tests compare the two.</summary>
internal readonly struct ScoreScale
{
    private const int Places = 40;
    private readonly uint halfPost;
    private readonly uint halfPerson;
    private readonly ulong postInverse;
    private readonly ulong personInverse;
    private readonly ulong knownInverse;
    private readonly byte[] scores;

    /// <param name="post">Sum of the weights of the post's criteria that apply.</param>
    /// <param name="person">The same for the person's.</param>
    public ScoreScale(int post, int person)
    {
        (halfPost, halfPerson) = ((uint)post * 50, (uint)person * 50);
        (postInverse, personInverse, knownInverse) = (Inverse(post * 100), Inverse(person * 100), Inverse(post + person));
        scores = post == 0 ? OfPerson : person == 0 ? OfPost : OfBoth;
    }

    private static byte[] OfBoth { get; } = Table(PairScorer.Harmonic);

    private static byte[] OfPost { get; } = Table(static (post, _) => post);

    private static byte[] OfPerson { get; } = Table(static (_, person) => person);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int PostOf(ulong sum) => (int)((Marks.PostOf(sum) + halfPost) * postInverse >> Places);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int PersonOf(ulong sum) => (int)((Marks.PersonOf(sum) + halfPerson) * personInverse >> Places);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int ConfidenceOf(ulong sum) => (int)(Marks.KnownOf(sum) * knownInverse >> Places);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int ScoreOf(int post, int person) => scores[(post << 7) | person];

    /// <summary>By score, 0 to 101: the least sum of the post's side that reaches it with a perfect other side; 101 is out of reach.</summary>
    public uint[] LeastPost()
    {
        var least = new uint[102];
        least[101] = uint.MaxValue;
        for (var score = 100; score >= 0; score--)
        {
            var post = 0;
            while (post <= 100 && ScoreOf(post, 100) < score) post++;
            // A mean is rounded half up: the least sum that reaches it lies half a percent below.
            least[score] = post > 100 ? uint.MaxValue : halfPost == 0 || post == 0 ? 0 : ((uint)post * 2 * halfPost) - halfPost;
        }
        return least;
    }

    /// <summary>
    /// 2^40 ÷ divisor, rounded up. Numerators stay under 2^23, so the product is too large by less than 2^-17, while a quotient that is no whole number lies at least
    /// 1 ÷ divisor, over 2^-17, below the next: its floor is exact.
    /// </summary>
    private static ulong Inverse(int divisor) => divisor == 0 ? 0 : ((1UL << Places) / (ulong)divisor) + 1;

    private static byte[] Table(Func<int, int, int> score)
    {
        var table = new byte[128 * 128];
        // Bounds may be a little over 100: they count as 100.
        for (var post = 0; post < 128; post++)
            for (var person = 0; person < 128; person++) table[(post << 7) | person] = (byte)score(Math.Min(post, 100), Math.Min(person, 100));
        return table;
    }
}
