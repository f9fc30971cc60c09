namespace JobMatch.Matching.Criteria;

/// <summary>
/// Half the shift, half the hours. Shift: wished or free 100 %, another 20 %. Hours: up to 176 a month 100 %, up to 210 80 %, up to 260 50 %, more 30 %. A person who
/// asks for care-friendly hours is asked about these only: hours meant for it, free or at home 100 %, day and regular 60 %, else 20 %. What is not recorded on either side counts the prior.
/// </summary>
internal static class ShiftAndHours
{
    private const int RegularHours = 176;
    private const int LegalHours = 210;
    private const int VeryLongHours = 260;
    private const int Unwished = 2_000;

    public static Mark Of<TSink>(in WorkerView worker, PostingAsk posting, in FitRules rules, ref TSink sink) where TSink : struct, ISink
    {
        var prior = rules.PriorOf(Criterion.ShiftAndHours);
        var shift = ShiftOf(worker.Row.WishedShifts, posting.Profile.Shift, prior);
        var hours = (worker.Row.Status & WorkerStatus.WantsCareHours) != 0 ? CareHoursOf(posting, prior) : HoursOf(posting, prior);
        if (TSink.Collects)
        {
            Tell(shift, worker.Row.WishedShifts, posting.Profile.Shift, ref sink);
            sink.Part(hours.Code, hours.Value, hours.Code == ReasonCode.HoursUnknown ? [] : [posting.Profile.HoursPerMonth]);
            if (hours.Code == ReasonCode.HoursUnknown) sink.Gap(GapCode.AskHours);
        }
        var known = (shift.Code == ReasonCode.ShiftUnknown ? 0 : 50) + (hours.Code == ReasonCode.HoursUnknown ? 0 : 50);
        return new((shift.Value + hours.Value) / 2, known);
    }

    private static (int Value, ReasonCode Code) ShiftOf(Shifts wished, Shift shift, int prior)
    {
        if (shift == Shift.Flexible) return (Mark.Full, ReasonCode.ShiftWished);
        if (shift == Shift.Unknown || wished == Shifts.None) return (prior, ReasonCode.ShiftUnknown);
        return ((int)wished & (1 << ((int)shift - 1))) != 0 ? (Mark.Full, ReasonCode.ShiftWished) : (Unwished, ReasonCode.ShiftNotWished);
    }

    private static (int Value, ReasonCode Code) HoursOf(PostingAsk posting, int prior) => posting.Profile.HoursPerMonth switch
    {
        <= 0 when (posting.Duties & Duty.LongHours) != 0 => (5_000, ReasonCode.HoursLong),
        <= 0 => (prior, ReasonCode.HoursUnknown),
        <= RegularHours => (Mark.Full, ReasonCode.HoursRegular),
        <= LegalHours => (8_000, ReasonCode.HoursRegular),
        <= VeryLongHours => (5_000, ReasonCode.HoursLong),
        _ => (3_000, ReasonCode.HoursLong),
    };

    private static (int Value, ReasonCode Code) CareHoursOf(PostingAsk posting, int prior)
    {
        var profile = posting.Profile;
        if (profile.CareFriendlyHours || profile.Shift == Shift.Flexible || profile.Kind == PostingKind.HomeWork) return (Mark.Full, ReasonCode.HoursCareFriendly);
        var clashes = (posting.Duties & (Duty.CareHours | Duty.Nights | Duty.LongHours)) != 0 || profile.HoursPerMonth > RegularHours;
        if (clashes) return (Unwished, ReasonCode.HoursNotCareFriendly);
        if (profile.Shift == Shift.Day && profile.HoursPerMonth > 0) return (6_000, ReasonCode.HoursRegular);
        return (prior, ReasonCode.HoursUnknown);
    }

    private static void Tell<TSink>((int Value, ReasonCode Code) shift, Shifts wished, Shift stated, ref TSink sink) where TSink : struct, ISink
    {
        sink.Part(shift.Code, shift.Value, shift.Code == ReasonCode.ShiftUnknown ? [] : [(long)stated]);
        if (shift.Code != ReasonCode.ShiftUnknown) return;
        if (stated == Shift.Unknown) sink.Gap(GapCode.AskShift);
        if (wished == Shifts.None) sink.Gap(GapCode.Record, (long)WorkerFact.ShiftWish);
    }
}
