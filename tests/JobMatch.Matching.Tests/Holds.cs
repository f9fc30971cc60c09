using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace JobMatch.Matching.Tests;

/// <summary>Checks that something holds for every value of a generator: the same values at each run, and a failure names the smallest one that still fails.</summary>
internal static class Holds
{
    /// <param name="values">Where values come from.</param>
    /// <param name="simpler">Values one step simpler than a given one.</param>
    /// <param name="holds">Throws where it does not hold.</param>
    /// <param name="tests">How many values.</param>
    public static void ForAll<T>(Gen<T> values, Func<T, IEnumerable<T>> simpler, Action<T> holds, int tests = 800)
    {
        var sameEachTime = new Replay(new Rnd(20_260_310, 97), FSharpOption<int>.None);
        Check.One(
            Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(tests).WithReplay(FSharpOption<Replay>.Some(sameEachTime)),
            Prop.ForAll(Arb.From(values, simpler), holds));
    }
}
