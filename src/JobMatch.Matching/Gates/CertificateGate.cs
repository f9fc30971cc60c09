namespace JobMatch.Matching.Gates;

/// <summary>
/// Certificates needed to apply, valid on the start day. Not recorded fails: a certificate that nobody has seen cannot be shown. One that can be
/// had before the start (健康证) is a gap only.
/// </summary>
internal static class CertificateGate
{
    private const int Missing = int.MinValue;

    public static bool Passes<TSink>(in WorkerView worker, PostingAsk posting, in FitRules rules, ref TSink sink) where TSink : struct, ISink
    {
        if (TSink.Collects) TellObtainable(in worker, posting, in rules, ref sink);
        var start = posting.StartDayFrom(rules.Day);
        var passes = true;
        foreach (var kind in posting.NeededCertificates)
        {
            var until = LastDay(in worker, kind);
            if (until >= start) continue;
            if (!TSink.Collects) return false;
            if (until == Missing) sink.Fail(GateCode.CertificateMissing, WorkerFact.Certificates, unknown: true, kind);
            else sink.Fail(GateCode.CertificateExpired, WorkerFact.Certificates, unknown: false, kind, until);
            passes = false;
        }
        return passes;
    }

    private static void TellObtainable<TSink>(in WorkerView worker, PostingAsk posting, in FitRules rules, ref TSink sink) where TSink : struct, ISink
    {
        var start = posting.StartDayFrom(rules.Day);
        foreach (var kind in posting.ObtainableCertificates)
        {
            var until = LastDay(in worker, kind);
            if (until == Missing) sink.Gap(GapCode.CertificateBeforeStart, kind);
            else if (until < start) sink.Gap(GapCode.CertificateRunsOut, kind, until);
        }
    }

    /// <summary>Last valid day of the longest certificate of a kind.</summary>
    private static int LastDay(in WorkerView worker, int kind)
    {
        var last = Missing;
        foreach (var fact in worker.Facts)
        {
            if (WorkerFactCode.KindOf(fact) == WorkerFactCode.CertificateKind && WorkerFactCode.CertificateOf(fact) == kind)
                last = Math.Max(last, WorkerFactCode.LastDayOf(fact));
        }
        return last;
    }
}
