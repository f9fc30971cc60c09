namespace JobMatch.Matching;

/// <summary>
/// Work at night asks more of a body: who is no longer young or has weak labour capacity is asked first. It moves no points; who is weak and did not wish for nights is barred by the gate (<see cref="Gates.LabourGate"/>).
/// </summary>
internal static class NightCaution
{
    public static void Tell<TSink>(in WorkerView worker, PostingAsk posting, in FitRules rules, ref TSink sink) where TSink : struct, ISink
    {
        if ((posting.Duties & Duty.Nights) == 0) return;
        var age = worker.AgeOn(rules.Day);
        if (age >= rules.NightCautionAge) sink.Gap(GapCode.NightsAtAge, age);
        if (worker.Row.Capacity == LabourCapacity.WeakOrHalf) sink.Gap(GapCode.NightsWhenWeak);
    }
}
