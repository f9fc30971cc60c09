using JobMatch.Data;
using JobMatch.EmploymentSpells;
using JobMatch.Households;
using JobMatch.Matching;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Cases;

/// <summary>
/// 零就业家庭 (004 names it, the county defines it): at least one member able to work, at least one of those willing, and nobody employed
/// on the day. Pupils and students are no labour.
/// </summary>
public static class ZeroEmploymentHouseholds
{
    /// <summary>A composable query of households; the scope's filters hold in it.</summary>
    public static IQueryable<Household> ZeroEmploymentOn(this JobMatchDbContext db, DateOnly day)
    {
        var willing = from member in db.MembersOn(day)
                      join worker in db.Set<Worker>() on member.Person.Id equals worker.Id
                      where !member.Person.InEducation && worker.Capacity != LabourCapacity.Unknown && worker.Capacity != LabourCapacity.None && worker.Willing == true
                      select member.HouseholdId;
        var working = from member in db.MembersOn(day)
                      join spell in db.Set<EmploymentSpell>().On(day) on member.Person.Id equals spell.PersonId
                      select member.HouseholdId;
        return db.Set<Household>().Where(h => willing.Contains(h.Id) && !working.Contains(h.Id));
    }
}
