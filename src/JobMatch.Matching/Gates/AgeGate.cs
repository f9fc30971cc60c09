namespace JobMatch.Matching.Gates;

/// <summary>
/// Age where the law or a dated rule sets it, in whole years on the day asked about: nobody under 16 works; 16–17-year-olds do no hazardous work; limits of the post's rule.
/// A birth date that is not recorded fails, because the law always sets 16. An employer's age wish is no gate: it is a remark or a gap.
/// </summary>
internal static class AgeGate
{
    public const int WorkingAge = 16;
    public const int FullAge = 18;

    public static bool Passes<TSink>(in WorkerView worker, PostingAsk posting, in FitRules rules, ref TSink sink) where TSink : struct, ISink
    {
        var age = worker.AgeOn(rules.Day);
        if (age < 0)
        {
            if (TSink.Collects) sink.Fail(GateCode.AgeUnknown, WorkerFact.BirthDate, unknown: true);
            return false;
        }
        if (TSink.Collects) TellPreference(age, posting.Profile.AgePreference, ref sink);
        if (age < WorkingAge)
        {
            if (TSink.Collects) sink.Fail(GateCode.AgeBelowLegal, WorkerFact.None, unknown: false, age, WorkingAge);
            return false;
        }
        if (age < FullAge && posting.Profile.Hazardous)
        {
            if (TSink.Collects) sink.Fail(GateCode.TooYoungForHazard, WorkerFact.None, unknown: false, age);
            return false;
        }
        return posting.Profile.LegalAge is not { } limits || WithinLimits(age, worker.Row.Sex, limits, ref sink);
    }

    private static bool WithinLimits<TSink>(int age, RecordedSex sex, LegalAge limits, ref TSink sink) where TSink : struct, ISink
    {
        var male = (Least: limits.MinMale ?? 0, Most: limits.MaxMale ?? int.MaxValue);
        var female = (Least: limits.MinFemale ?? 0, Most: limits.MaxFemale ?? int.MaxValue);
        var (asMale, asFemale) = (age >= male.Least && age <= male.Most, age >= female.Least && age <= female.Most);
        if (sex == RecordedSex.Unknown && asMale != asFemale)
        {
            if (TSink.Collects) sink.Fail(GateCode.AgeLimitNeedsSex, WorkerFact.Sex, unknown: true, age);
            return false;
        }
        if (sex == RecordedSex.Female ? asFemale : asMale) return true;
        var (least, most) = sex == RecordedSex.Female ? female : male;
        if (TSink.Collects)
        {
            if (age < least) sink.Fail(GateCode.AgeBelowLegal, WorkerFact.None, unknown: false, age, least);
            else sink.Fail(GateCode.AgeAboveLegal, WorkerFact.None, unknown: false, age, most);
        }
        return false;
    }

    private static void TellPreference<TSink>(int age, AgePreference? preference, ref TSink sink) where TSink : struct, ISink
    {
        if (preference is not { } wish || (wish.Min is null && wish.Max is null)) return;
        var within = age >= (wish.Min ?? 0) && age <= (wish.Max ?? int.MaxValue);
        if (within) sink.Remark(ReasonCode.AgeWithinPreference, age, wish.Min ?? 0, wish.Max ?? 0);
        else sink.Gap(GapCode.AgeOutsidePreference, age, wish.Min ?? 0, wish.Max ?? 0);
    }
}
