using JobMatch.Data;
using JobMatch.Settlements;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Households;

/// <summary>What is said about a person when she is put on the ledger.</summary>
public sealed record NewPerson
{
    public string Name { get; init; } = "";

    /// <summary>18 characters; birth date and sex are read from it.</summary>
    public string? IdNumber { get; init; }

    /// <summary>11 digits; families may share one.</summary>
    public string? Phone { get; init; }

    /// <summary>Only for somebody without an ID number (a newborn).</summary>
    public DateOnly? BirthDate { get; init; }

    public Sex? Sex { get; init; }

    public RelationToHead Relation { get; init; } = RelationToHead.Other;

    public string? HealthNote { get; init; }

    public bool InEducation { get; init; }
}

/// <summary>Checks what is said about a person and makes the row; used by every way onto the ledger, so that all check the same.</summary>
public sealed class PersonIntake(JobMatchDbContext db, PersonalData personal, CurrentScope scope, TimeProvider clock)
{
    internal const int MostAge = 120;

    /// <summary>A person who is not yet in a household; not stored.</summary>
    public async Task<Outcome<Person>> ReadAsync(NewPerson said, int countyCode, CancellationToken cancel)
    {
        var refusals = new List<Refusal>();
        var name = said.Name.Trim();
        if (name.Length is 0 or > 50) refusals.Add(new("Person.NameNeeded", "Name"));
        var phone = ReadPhone(said.Phone, refusals);
        var (birth, sex, number) = ReadIdentity(said, refusals);
        var field = number is null ? "BirthDate" : "IdNumber";
        if (birth > clock.Today()) refusals.Add(new("Person.BornInFuture", field));
        else if (refusals.Count == 0 && IsTooOld(birth)) refusals.Add(new("Person.TooOld", field, MostAge));
        if (number is not null && await FindTakenAsync(number, exceptPerson: 0, cancel) is { } taken) refusals.Add(taken);
        if (refusals.Count > 0) return refusals;

        return new Person
        {
            Name = name,
            SettlementId = 0, // moving into the household sets it
            CountyCode = countyCode,
            BirthDate = birth,
            Sex = sex,
            Relation = said.Relation,
            InEducation = said.InEducation,
            IdNumber = number is null ? null : personal.Protect(number),
            IdHash = number is null ? null : personal.HashIdNumber(number),
            Phone = phone is null ? null : personal.Protect(phone),
            PhoneHash = phone is null ? null : personal.HashPhone(phone),
            HealthNote = string.IsNullOrWhiteSpace(said.HealthNote) ? null : personal.Protect(said.HealthNote.Trim()),
        };
    }

    /// <summary>The refusal that points to whoever has this ID number already: her id within the scope, else only her settlement's name.</summary>
    internal async Task<Refusal?> FindTakenAsync(string idNumber, long exceptPerson, CancellationToken cancel)
    {
        var hash = personal.HashIdNumber(idNumber);
        var other = await db.Set<Person>().IgnoreQueryFilters([ScopeFilters.Name]).Where(p => p.IdHash == hash && p.Id != exceptPerson)
            .Select(p => new { p.Id, p.SettlementId }).FirstOrDefaultAsync(cancel);
        if (other is null) return null;
        if (scope.Value.CoversSettlement(other.SettlementId)) return new Refusal("Person.AlreadyOnLedger", "IdNumber", other.Id);
        var settlement = await db.Set<Settlement>().Where(s => s.Id == other.SettlementId).Select(s => s.Name).FirstOrDefaultAsync(cancel);
        return new Refusal("Person.OnLedgerElsewhere", "IdNumber", settlement ?? "");
    }

    /// <summary>How many other households of the scope use this phone: a hint, never an identity.</summary>
    internal async Task<int> OtherHouseholdsWithPhoneAsync(string? phoneHash, long householdId, CancellationToken cancel) => phoneHash is null
        ? 0
        : await db.Set<Person>().Where(p => p.PhoneHash == phoneHash && p.HouseholdId != householdId).Select(p => p.HouseholdId).Distinct().CountAsync(cancel);

    /// <summary>Nobody on a ledger is that old: a digit of the birth year is wrong.</summary>
    internal bool IsTooOld(DateOnly birth) => birth.Year < clock.Today().Year - MostAge;

    internal static string? ReadPhone(string? text, List<Refusal> refusals)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var digits = TypedText.Narrow(text).Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        if (digits.Length == 11 && digits[0] == '1' && digits.All(char.IsAsciiDigit)) return digits;
        refusals.Add(new("Person.PhoneMalformed", "Phone"));
        return null;
    }

    private static (DateOnly Birth, Sex Sex, string? Number) ReadIdentity(NewPerson said, List<Refusal> refusals)
    {
        if (!string.IsNullOrWhiteSpace(said.IdNumber))
        {
            if (IdNumber.TryParse(said.IdNumber, out var parsed)) return (parsed.BirthDate, parsed.Sex, parsed.Number);
            refusals.Add(new("Person.IdNumberMalformed", "IdNumber"));
            return default;
        }

        if (said.BirthDate is null) refusals.Add(new("Person.IdOrBirthDateNeeded", "IdNumber"));
        return (said.BirthDate ?? default, said.Sex ?? Sex.Unknown, null);
    }
}
