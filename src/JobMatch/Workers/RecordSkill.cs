using JobMatch.Data;
using JobMatch.Occupations;

namespace JobMatch.Workers;

public sealed record RecordSkillRequest : WorkerFactRequest
{
    public required int SkillId { get; init; }

    public required SkillLevel Level { get; init; }

    /// <summary>What proves it; empty when it is only claimed. A resident's own word is a claim.</summary>
    public string Evidence { get; init; } = "";
}

/// <summary>Adds a skill or changes its level. A claim never overwrites what somebody has proved.</summary>
public sealed class RecordSkill(WorkerFacts facts)
{
    public Task<Outcome<int>> RunAsync(RecordSkillRequest request, CancellationToken cancel) => facts.ChangeAsync(request, maySelf: true, (worker, check) =>
    {
        if (!Catalogue.Instance.Skills.ContainsKey(request.SkillId)) return new Refusal("Skill.Unknown", "SkillId");
        if (!Enum.IsDefined(request.Level) || request.Level == SkillLevel.Unknown) return new Refusal("Required", "Level");
        var claimed = check.Source == FactSource.Self;
        if (claimed && request.Evidence.Length > 0) return new Refusal("Skill.EvidenceBySelf", "Evidence");
        var skill = worker.Skills.Find(s => s.SkillId == request.SkillId);
        if (claimed && skill is { Evidence.Length: > 0 }) return new Refusal("Skill.Evidenced", "SkillId");
        worker.Record(request.SkillId, request.Level, request.Evidence.Trim(), check);
        return true;
    }, cancel);
}

public sealed record RemoveSkillRequest : WorkerFactRequest
{
    public required int SkillId { get; init; }
}

/// <summary>Takes a wrong skill off; a resident may take back her own claim only.</summary>
public sealed class RemoveSkill(WorkerFacts facts)
{
    public Task<Outcome<int>> RunAsync(RemoveSkillRequest request, CancellationToken cancel) => facts.ChangeAsync(request, maySelf: true, (worker, check) =>
    {
        var skill = worker.Skills.Find(s => s.SkillId == request.SkillId);
        if (skill is null) return Refusal.NotFound;
        if (check.Source == FactSource.Self && skill.Check.Source != FactSource.Self) return new Refusal("Skill.Evidenced", "SkillId");
        worker.Skills.Remove(skill);
        return true;
    }, cancel);
}

internal static class WorkerSkills
{
    /// <summary>One row a skill: level, evidence and check as last recorded.</summary>
    public static void Record(this Worker worker, int skillId, SkillLevel level, string evidence, FactCheck check)
    {
        var skill = worker.Skills.Find(s => s.SkillId == skillId);
        if (skill is null)
        {
            skill = new WorkerSkill { WorkerId = worker.Id, SettlementId = worker.SettlementId, SkillId = skillId, Level = level };
            worker.Skills.Add(skill);
        }

        (skill.Level, skill.Evidence, skill.Check) = (level, evidence, check);
    }
}
