using JobMatch.Matching;

namespace JobMatch.Web.ForStationStaff;

/// <summary>Where a fact that a fit misses is recorded: the last part of <c>/station/people/{id}/edit/…</c>.</summary>
public static class FactPages
{
    public static string? Of(WorkerFact fact) => fact switch
    {
        WorkerFact.LabourCapacity => "capacity",
        WorkerFact.BirthDate or WorkerFact.Sex => "identity",
        WorkerFact.Certificates => "certificate",
        WorkerFact.Groups => "hardship",
        WorkerFact.Mobility => "mobility",
        WorkerFact.Skills => "skill",
        WorkerFact.Occupations => "experience",
        WorkerFact.Education or WorkerFact.Mandarin => "education",
        WorkerFact.WageFloor or WorkerFact.ShiftWish or WorkerFact.KindWish or WorkerFact.OccupationWish or WorkerFact.PlaceWish => "wishes",
        _ => null,
    };
}
