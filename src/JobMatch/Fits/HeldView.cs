using JobMatch.Asking;
using JobMatch.Data;
using JobMatch.Matching;
using JobMatch.Occupations;
using JobMatch.Training;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Fits;

/// <summary>What somebody has by her records today, of all that could be supposed of her.</summary>
/// <param name="Certificates">Kinds recorded, with what they cover: the last valid day of the longest; null: it does not run out.</param>
/// <param name="Trainings">Kinds passed.</param>
/// <param name="Reach">How far she would go.</param>
/// <param name="InForceOn">What is valid on this day counts as had; what runs out before may as well be supposed renewed.</param>
public sealed record Held(IReadOnlyDictionary<int, DateOnly?> Certificates, IReadOnlySet<int> Trainings, Mobility Reach, DateOnly InForceOn)
{
    /// <summary>The last valid day of a certificate that has run out or soon will; null when she never had it, or has it.</summary>
    public DateOnly? EndOf(int certificate) => Certificates.TryGetValue(certificate, out var last) && last < InForceOn ? last : null;

    public bool HasCertificate(int kind) => Certificates.ContainsKey(kind) && EndOf(kind) is null;

    /// <summary>The end of the certificate that a training gave, where that has run out or soon will; null when she never passed it, or has all that it gives.</summary>
    public DateOnly? EndOf(TrainingKind training)
    {
        ArgumentNullException.ThrowIfNull(training);
        return Trainings.Contains(training.Id) && training.CertificateId is { } certificate ? EndOf(certificate) : null;
    }

    public bool HasPassed(TrainingKind training)
    {
        ArgumentNullException.ThrowIfNull(training);
        return Trainings.Contains(training.Id) && EndOf(training) is null;
    }

    /// <summary>Whether she would go that far already. A distance in metres says nothing about townships and counties, and what nobody asked is not known.</summary>
    public bool Reaches(Mobility mobility) => Reach is not (Mobility.Unknown or Mobility.Metres) && mobility <= Reach;
}

/// <summary>Reads what somebody has, by the same rules as matching does.</summary>
public sealed class HeldView(JobMatchDbContext db, TimeProvider clock)
{
    /// <summary>Null when the scope does not see her.</summary>
    public async Task<Held?> OfAsync(long workerId, CancellationToken cancel)
    {
        if (await db.Set<Worker>().Where(w => w.Id == workerId).Select(w => (Mobility?)w.Mobility).SingleOrDefaultAsync(cancel) is not { } reach) return null;
        var today = clock.Today();
        var certificates = await db.Set<Certificate>().AsNoTracking().Where(c => c.WorkerId == workerId).ToListAsync(cancel);
        var trainings = await db.Set<TrainingRecord>().AsNoTracking().Where(t => t.PersonId == workerId).ToListAsync(cancel);
        var held = WorkerProfileReader.HeldOn(today, certificates).GroupBy(c => c.Kind).ToDictionary(g => g.Key, g => g.Any(c => c.ValidTo is null) ? null : g.Max(c => c.ValidTo));
        return new Held(held, WorkerProfileReader.Passed(trainings).ToHashSet(), reach, today.AddMonths(CertificateEndWords.SoonMonths));
    }
}
