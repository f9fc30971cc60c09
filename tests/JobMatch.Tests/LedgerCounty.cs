using JobMatch.Data;
using JobMatch.EmploymentSpells;
using JobMatch.Households;
using JobMatch.Matching;
using JobMatch.Settlements;
using JobMatch.TestKit;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace JobMatch.Tests;

/// <summary>Households, members and spells for tests of the ledger.</summary>
internal static class LedgerCounty
{
    /// <summary>A valid ID number (invented): county, birth date, sequence with the sex in it, check character.</summary>
    public static string IdNumberOf(DateOnly birth, Sex sex, int sequence = 12)
    {
        var digits = $"529901{birth:yyyyMMdd}{sequence:D2}{(sex == Sex.Male ? 1 : 2)}";
        return digits + IdNumber.CheckCharacter(digits);
    }

    public static async Task<Settlement> SettlementAsync(this TestCounty county, string name = "幸福里", int population = 1200)
    {
        var settlement = Some.Settlement(name);
        settlement.Population = population;
        return await county.AddAsync(settlement);
    }

    public static Task<Household> HouseholdAsync(this TestCounty county, Settlement settlement) => county.AddAsync(Some.Household(settlement.Id));

    /// <summary>A member since 2019; a worker when a capacity is given.</summary>
    public static async Task<Person> MemberAsync(
        this TestCounty county, Household household, LabourCapacity? capacity = null, bool? willing = null, int born = 1985, string name = "王秀英", bool inEducation = false, DateOnly? from = null)
    {
        var person = Some.Person(name, born);
        person.InEducation = inEducation;
        await county.OnDbAsync(async db =>
        {
            person.MoveInto(await db.Set<Household>().SingleAsync(h => h.Id == household.Id), from ?? new DateOnly(2019, 6, 1));
            db.Add(person);
            await db.SaveChangesAsync();
            if (capacity is null) return;
            var worker = new Worker { Id = person.Id, HouseholdId = person.HouseholdId, SettlementId = person.SettlementId, CountyCode = person.CountyCode };
            var check = new FactCheck(FactSource.Station, county.Today);
            worker.RecordCapacity(capacity.Value, WorkRestriction.None, check);
            if (willing is { } wants) worker.RecordWilling(wants, check);
            db.Add(worker);
            await db.SaveChangesAsync();
        });
        return person;
    }

    public static async Task<EmploymentSpell> SpellAsync(
        this TestCounty county, Person person, DateOnly start, DateOnly? end = null, DateOnly? contractUntil = null, Channel channel = Channel.AidWorkshop, long? wageFen = 300_000)
    {
        var spell = new EmploymentSpell
        {
            PersonId = person.Id, HouseholdId = person.HouseholdId, SettlementId = person.SettlementId, CountyCode = person.CountyCode, Start = start, Channel = channel,
            WageFenPerMonth = wageFen, ContractUntil = contractUntil, Check = new FactCheck(FactSource.Station, start),
        };
        if (end is { } last) spell.Finish(last, SpellEndReason.Quit);
        return await county.AddAsync(spell);
    }

    public static Task<TResult> UseAsync<TUseCase, TResult>(this TestCounty county, Func<TUseCase, Task<TResult>> use, Scope? scope = null) where TUseCase : notnull =>
        county.InAsync(services => use(services.GetRequiredService<TUseCase>()), scope);

    public static Task<T> ReadAsync<T>(this TestCounty county, long id) where T : class =>
        county.OnDbAsync(async db => await db.FindAsync<T>(id) ?? throw new InvalidOperationException($"No {typeof(T).Name} {id}."));
}
