namespace JobMatch.EmploymentSpells;

/// <summary>Queries of the work that goes on on a day.</summary>
public static class SpellsOn
{
    /// <summary>Those that cover the day; the same in the database as <see cref="SpellSpan.Covers"/>. A composable query.</summary>
    public static IQueryable<EmploymentSpell> On(this IQueryable<EmploymentSpell> spells, DateOnly day) => spells.Where(s => s.Start <= day && (s.End == null || s.End >= day));

    /// <summary>Those that cover the day or are to begin after it.</summary>
    public static IQueryable<EmploymentSpell> NotOver(this IQueryable<EmploymentSpell> spells, DateOnly day) => spells.Where(s => s.End == null || s.End >= day);
}
