using System.Globalization;
using JobMatch.Matching;
using JobMatch.Occupations;
using JobMatch.Training;

namespace JobMatch.Web.ForStationStaff.PersonPostings;

/// <summary>«If she had …»: one or more facts supposed about a person. It stands in the address; nothing is stored.</summary>
public sealed record Supposed(int? Certificate, int? Training, Mobility? Mobility)
{
    /// <summary>Reaches that go further than the settlement.</summary>
    public static readonly IReadOnlyList<Mobility> Further = [Matching.Mobility.Township, Matching.Mobility.County, Matching.Mobility.Province, Matching.Mobility.Anywhere];

    public bool IsNothing => Certificate is null && Training is null && Mobility is null;

    /// <summary>What the catalogue does not know is not supposed.</summary>
    public static Supposed Read(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new(
            Number(query["ifCertificate"]) is { } certificate && Catalogue.Instance.Certificates.ContainsKey(certificate) ? certificate : null,
            Number(query["ifTraining"]) is { } training && Catalogue.Instance.Trainings.ContainsKey(training) ? training : null,
            Enum.TryParse<Mobility>(query["ifMobility"], out var mobility) && Further.Contains(mobility) ? mobility : null);
    }

    /// <summary>The person as she would be.</summary>
    public WorkerProfile Of(WorkerProfile worker)
    {
        ArgumentNullException.ThrowIfNull(worker);
        var trained = Training is { } training ? Trained.With(worker, Catalogue.Instance.Trainings[training]) : worker;
        return trained with
        {
            Certificates = Certificate is { } certificate ? [.. trained.Certificates, .. Catalogue.Instance.CertificatesIn(certificate).Select(kind => new CertificateHeld(kind, null))] : trained.Certificates,
            Mobility = Mobility ?? worker.Mobility,
        };
    }

    /// <summary>As the query of an address; empty for nothing.</summary>
    public string Query => string.Join('&', new[]
    {
        Certificate is { } certificate ? string.Create(CultureInfo.InvariantCulture, $"ifCertificate={certificate}") : "", Training is { } training ? string.Create(CultureInfo.InvariantCulture, $"ifTraining={training}") : "",
        Mobility is { } mobility ? $"ifMobility={mobility}" : "",
    }.Where(part => part.Length > 0));

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
