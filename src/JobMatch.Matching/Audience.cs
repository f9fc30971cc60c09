namespace JobMatch.Matching;

/// <summary>Who may see a reason, a gap or a failed gate. Hardship and household never reach an employer.</summary>
[Flags]
public enum Audience : byte
{
    None = 0,
    Resident = 1 << 0,
    Station = 1 << 1,
    Employer = 1 << 2,
    Supervisor = 1 << 3,
}
