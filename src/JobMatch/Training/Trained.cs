using JobMatch.Matching;
using JobMatch.Occupations;
using JobMatch.Workers;

namespace JobMatch.Training;

/// <summary>A person as she would be with a training that she has not had.</summary>
public static class Trained
{
    /// <summary>What passing gives (see <see cref="RecordTraining"/>): the class, its skills as proved, its certificate.</summary>
    public static WorkerProfile With(WorkerProfile worker, TrainingKind kind)
    {
        ArgumentNullException.ThrowIfNull(worker);
        ArgumentNullException.ThrowIfNull(kind);
        return worker with
        {
            TrainingsDone = [.. worker.TrainingsDone, kind.Id],
            Skills =
            [
                .. worker.Skills.Where(held => !kind.Skills.Contains(held.Skill)),
                .. kind.Skills.Select(skill => new SkillHeld(skill, Math.Max((int)SkillLevel.CanDo, worker.Skills.Where(held => held.Skill == skill).Select(held => held.Level).FirstOrDefault()), true)),
            ],
            Certificates = kind.CertificateId is { } certificate ? [.. worker.Certificates, .. Catalogue.Instance.CertificatesIn(certificate).Select(given => new CertificateHeld(given, null))] : worker.Certificates,
        };
    }
}
