namespace JobMatch.Matching.Gates;

/// <summary>The posting is open and a quota has a vacancy.</summary>
internal static class OpenGate
{
    public static bool Passes<TSink>(PostingAsk posting, ref TSink sink) where TSink : struct, ISink
    {
        if (!posting.Profile.Open)
        {
            if (TSink.Collects) sink.Fail(GateCode.PostingNotOpen, WorkerFact.None, unknown: false);
            return false;
        }
        if (posting.Quotas.Length == 0)
        {
            if (TSink.Collects) sink.Fail(GateCode.NoVacancy, WorkerFact.None, unknown: false);
            return false;
        }
        return true;
    }
}
