namespace JobMatch.Matching;

/// <summary>
/// Work at night asks more of a body: who is no longer young or has weak labour capacity is asked first. It bars nobody and moves no points; a fact that is not recorded says nothing, and the station records it for the gates anyway.
/// </summary>
internal static class NightCaution
{
    public static void Tell<TSink>(in WorkerView worker, PostingAsk posting, in FitRules rules, ref TSink sink) where TSink : struct, ISink
    {
        if (!HasNights(posting)) return;
        var age = worker.AgeOn(rules.Day);
        if (age >= rules.NightCautionAge) sink.Gap(GapCode.NightsAtAge, age);
        if (worker.Row.Capacity == LabourCapacity.WeakOrHalf) sink.Gap(GapCode.NightsWhenWeak);
    }

    /// <summary>Shifts that take turns come round to the night.</summary>
    private static bool HasNights(PostingAsk posting) => posting.Profile.Shift is Shift.Night or Shift.TwoShift or Shift.ThreeShift || (posting.Duties & Duty.Nights) != 0;
}
