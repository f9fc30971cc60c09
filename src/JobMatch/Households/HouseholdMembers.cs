using JobMatch.Data;

namespace JobMatch.Households;

/// <summary>One living member of a household on a day, with the settlement the household was in then.</summary>
public sealed class Member
{
    public required Person Person { get; init; }

    public required long HouseholdId { get; init; }

    public required long SettlementId { get; init; }
}

/// <summary>Who lived in which household on a day: the dated memberships, without the dead.</summary>
public static class HouseholdMembers
{
    /// <summary>A composable query; the scope's filters hold in it. It says nothing about tracking: that would hold for the whole query it is put into.</summary>
    public static IQueryable<Member> MembersOn(this JobMatchDbContext db, DateOnly day) =>
        from membership in db.Set<HouseholdMembership>()
        join person in db.Set<Person>() on membership.PersonId equals person.Id
        where membership.From <= day && (membership.To == null || membership.To >= day) && (person.DiedOn == null || person.DiedOn >= day)
        select new Member { Person = person, HouseholdId = membership.HouseholdId, SettlementId = membership.SettlementId };
}
