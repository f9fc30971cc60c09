using JobMatch.Data;
using JobMatch.Occupations;

namespace JobMatch.Workers;

public sealed record RecordCertificateRequest : WorkerFactRequest
{
    public required int KindId { get; init; }

    public DateOnly? ValidFrom { get; init; }

    /// <summary>Last valid day; by default what its kind says, counted from the first.</summary>
    public DateOnly? ValidTo { get; init; }
}

/// <summary>Somebody saw the certificate. The same kind with the same first day is renewed, another first day adds a row.</summary>
public sealed class RecordCertificate(WorkerFacts facts)
{
    public Task<Outcome<int>> RunAsync(RecordCertificateRequest request, CancellationToken cancel) => facts.ChangeAsync(request, maySelf: false, (worker, check) =>
    {
        if (!Catalogue.Instance.Certificates.TryGetValue(request.KindId, out var kind)) return new Refusal("Certificate.Unknown", "KindId");
        if (request.ValidTo is { } to && to < request.ValidFrom) return new Refusal("Period.EndsBeforeStart", "ValidTo");
        worker.Record(kind, request.ValidFrom, request.ValidTo, check);
        return true;
    }, cancel);
}

public sealed record RemoveCertificateRequest : WorkerFactRequest
{
    public required long CertificateId { get; init; }
}

public sealed class RemoveCertificate(WorkerFacts facts)
{
    public Task<Outcome<int>> RunAsync(RemoveCertificateRequest request, CancellationToken cancel) => facts.ChangeAsync(request, maySelf: false, (worker, _) =>
        worker.Certificates.RemoveAll(c => c.Id == request.CertificateId) > 0 ? true : Refusal.NotFound, cancel);
}

internal static class WorkerCertificates
{
    public static void Record(this Worker worker, CertificateKind kind, DateOnly? from, DateOnly? to, FactCheck check)
    {
        // Valid for so many months: the last valid day is the one before the same day of that month.
        var last = to ?? (from is { } first && kind.ValidMonths is { } months ? first.AddMonths(months).AddDays(-1) : null);
        var certificate = worker.Certificates.Find(c => c.KindId == kind.Id && c.ValidFrom == from);
        if (certificate is null)
        {
            certificate = new Certificate { WorkerId = worker.Id, SettlementId = worker.SettlementId, KindId = kind.Id, ValidFrom = from };
            worker.Certificates.Add(certificate);
        }

        (certificate.ValidTo, certificate.Check) = (last, check);
    }
}
