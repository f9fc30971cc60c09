using System.Numerics;

namespace JobMatch.Matching.Gates;

/// <summary>Duties that the person marked as impossible. A duty of which the posting says nothing passes with a gap.</summary>
internal static class DutyGate
{
    public static bool Passes<TSink>(in WorkerView worker, PostingAsk posting, ref TSink sink) where TSink : struct, ISink
    {
        var impossible = worker.Row.Impossible;
        var clashes = impossible & posting.Duties;
        if (TSink.Collects)
        {
            for (var flags = (uint)clashes; flags != 0; flags &= flags - 1)
                sink.Fail(GateCode.DutyImpossible, WorkerFact.None, unknown: false, 1L << BitOperations.TrailingZeroCount(flags));
            for (var flags = (uint)(impossible & ~(posting.Duties | posting.NotDuties)); flags != 0; flags &= flags - 1)
                sink.Gap(GapCode.AskDuty, 1L << BitOperations.TrailingZeroCount(flags));
        }
        return clashes == Duty.None;
    }
}
