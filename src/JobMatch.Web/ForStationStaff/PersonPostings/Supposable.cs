using JobMatch.Fits;
using JobMatch.Matching;
using JobMatch.Occupations;

namespace JobMatch.Web.ForStationStaff.PersonPostings;

/// <summary>Something that may be supposed of a person. <paramref name="End"/>: she had it until then, or has it until then and soon no more; null: she never had it.</summary>
public readonly record struct Offer<T>(T Kind, DateOnly? End);

/// <summary>What may be supposed of one person by her records: what she lacks, and anew what has run out or soon will. What she has is told, not supposed.</summary>
/// <param name="Held">What she has.</param>
/// <param name="Asked">What the address supposes.</param>
public sealed record Supposable(Held Held, Supposed Asked)
{
    /// <summary>What the address supposes that she does not have.</summary>
    public Supposed New => new(Asked.Certificate is { } one && !Held.HasCertificate(one) ? one : null, Asked.Training is { } training && !Held.HasPassed(Kind(training)) ? training : null, Asked.Mobility is { } far && !Held.Reaches(far) ? far : null);

    /// <summary>What the address supposes that she has already.</summary>
    public Supposed Had => new(Asked.Certificate == New.Certificate ? null : Asked.Certificate, Asked.Training == New.Training ? null : Asked.Training, Asked.Mobility == New.Mobility ? null : Asked.Mobility);

    public IEnumerable<Offer<CertificateKind>> Certificates => Catalogue.Instance.Certificates.Values.Where(kind => !Held.HasCertificate(kind.Id)).Select(kind => new Offer<CertificateKind>(kind, Held.EndOf(kind.Id)));

    public IEnumerable<Offer<TrainingKind>> Trainings => Catalogue.Instance.Trainings.Values.Where(kind => !Held.HasPassed(kind)).Select(kind => new Offer<TrainingKind>(kind, Held.EndOf(kind)));

    public IEnumerable<Mobility> Reaches => Supposed.Further.Where(reach => !Held.Reaches(reach));

    private static TrainingKind Kind(int id) => Catalogue.Instance.Trainings[id];
}
