using System.Numerics;

namespace JobMatch.Matching.Gates;

/// <summary>
/// Labour capacity for the stated strain, and recorded restrictions. A weak or half capacity does light work only, and at night only where she recorded that she would; who has none does none. Capacity unknown
/// fails; strain or a duty unknown passes with a gap. Health is plain as coded eligibility only; notes never get here.
/// </summary>
internal static class LabourGate
{
    public static bool Passes<TSink>(in WorkerView worker, PostingAsk posting, ref TSink sink) where TSink : struct, ISink
    {
        ref readonly var row = ref worker.Row;
        var strain = posting.Profile.Strain;
        var passes = true;
        if (row.Capacity == LabourCapacity.Unknown)
        {
            if (TSink.Collects) sink.Fail(GateCode.LabourCapacityUnknown, WorkerFact.LabourCapacity, unknown: true);
            passes = false;
        }
        else if (row.Capacity == LabourCapacity.None || (row.Capacity == LabourCapacity.WeakOrHalf && strain > Strain.Light))
        {
            if (TSink.Collects) sink.Fail(GateCode.TooWeakForStrain, WorkerFact.None, unknown: false, (long)row.Capacity, (long)strain);
            passes = false;
        }
        else if ((posting.Duties & Duty.Nights) != 0 && IsTooWeakForNights(row.Capacity, row.WishedShifts))
        {
            if (TSink.Collects) sink.Fail(GateCode.TooWeakForNights, WorkerFact.ShiftWish, unknown: true);
            passes = false;
        }
        if (TSink.Collects && strain == Strain.Unknown) sink.Gap(GapCode.AskStrain);
        return (row.Restrictions == WorkRestriction.None || RespectsRestrictions(row.Restrictions, posting, ref sink)) && passes;
    }

    /// <summary>Who is weak works at night only by her own wish.</summary>
    internal static bool IsTooWeakForNights(LabourCapacity capacity, Shifts wished) => capacity == LabourCapacity.WeakOrHalf && (wished & ShiftsAtNight.All) == Shifts.None;

    /// <summary>The duty that a restriction forbids; None for lifting, which is about strain.</summary>
    internal static Duty ForbiddenBy(WorkRestriction restriction) => restriction switch
    {
        WorkRestriction.NoHeights => Duty.Heights,
        WorkRestriction.NoNights => Duty.Nights,
        WorkRestriction.NoLongStanding => Duty.LongStanding,
        WorkRestriction.NoMachinery => Duty.Machinery,
        WorkRestriction.NoDustOrChemicals => Duty.DustOrChemicals,
        WorkRestriction.NoFineSight => Duty.FineSight,
        WorkRestriction.NoLongHours => Duty.LongHours,
        _ => Duty.None,
    };

    private static bool RespectsRestrictions<TSink>(WorkRestriction restrictions, PostingAsk posting, ref TSink sink) where TSink : struct, ISink
    {
        var passes = true;
        for (var flags = (uint)restrictions; flags != 0; flags &= flags - 1)
        {
            var restriction = (WorkRestriction)(1u << BitOperations.TrailingZeroCount(flags));
            var duty = ForbiddenBy(restriction);
            var clashes = restriction == WorkRestriction.NoHeavyLifting ? posting.Profile.Strain == Strain.Heavy : (posting.Duties & duty) != 0;
            if (clashes)
            {
                if (!TSink.Collects) return false;
                sink.Fail(GateCode.RestrictionClash, WorkerFact.None, unknown: false, (long)restriction);
                passes = false;
            }
            else if (TSink.Collects && duty != Duty.None && (posting.NotDuties & duty) == 0)
            {
                sink.Gap(GapCode.AskDuty, (long)duty);
            }
        }
        return passes;
    }
}
