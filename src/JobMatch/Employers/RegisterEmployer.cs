using System.Text.RegularExpressions;
using JobMatch.Data;
using JobMatch.Settlements;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Employers;

/// <summary>What an employer says of itself; contact name and phone are stored protected.</summary>
public sealed record RegisterEmployerRequest
{
    public string Name { get; init; } = "";

    public EmployerKind Kind { get; init; }

    /// <summary>Empty for owners without one (village committees, sole traders).</summary>
    public string CreditCode { get; init; } = "";

    /// <summary>The county it hires in, six digits.</summary>
    public int CountyCode { get; init; }

    public long? SettlementId { get; init; }

    public string Address { get; init; } = "";

    public string About { get; init; } = "";

    public string ContactName { get; init; } = "";

    public string ContactPhone { get; init; } = "";
}

/// <summary>An employer registers; nothing of it is public until a station has verified it.</summary>
public sealed partial class RegisterEmployer(JobMatchDbContext db, PersonalData personalData, TimeProvider clock)
{
    private const int LongestName = 60;

    /// <returns>The employer's id.</returns>
    public async Task<Outcome<long>> RunAsync(RegisterEmployerRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var code = CreditCode.Normalise(request.CreditCode);
        var refusals = Check(request, code);
        refusals.AddRange(await CheckPlaceAsync(request, cancel));
        if (code.Length > 0 && await db.Set<Employer>().AnyAsync(e => e.CountyCode == request.CountyCode && e.CreditCode == code, cancel))
            refusals.Add(new Refusal("Employer.CreditCodeTaken", nameof(request.CreditCode)));
        if (refusals.Count > 0) return refusals;

        var employer = new Employer
        {
            Name = request.Name.Trim(),
            Kind = request.Kind,
            CreditCode = code,
            CountyCode = request.CountyCode,
            SettlementId = request.SettlementId,
            Address = request.Address.Trim(),
            About = request.About.Trim(),
            ContactName = personalData.Protect(request.ContactName.Trim()),
            ContactPhone = personalData.Protect(request.ContactPhone.Trim()),
            RegisteredAt = clock.UtcNow(),
        };
        db.Add(employer);
        var saved = await db.SaveOrRefuseAsync(cancel);
        return saved.IsDone ? employer.Id : saved.Refusals.ToList();
    }

    private static List<Refusal> Check(RegisterEmployerRequest request, string code)
    {
        var refusals = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(request.Name)) refusals.Add(new Refusal("Required", nameof(request.Name)));
        else if (request.Name.Trim().Length > LongestName) refusals.Add(new Refusal("TooLong", nameof(request.Name), LongestName));
        if (!Enum.IsDefined(request.Kind)) refusals.Add(new Refusal("Required", nameof(request.Kind)));
        if (code.Length > 0 && !CreditCode.IsValid(code)) refusals.Add(new Refusal("Employer.CreditCodeWrong", nameof(request.CreditCode)));
        if (request.Address.Length > 200) refusals.Add(new Refusal("TooLong", nameof(request.Address), 200));
        if (request.About.Length > 2000) refusals.Add(new Refusal("TooLong", nameof(request.About), 2000));
        if (string.IsNullOrWhiteSpace(request.ContactName)) refusals.Add(new Refusal("Required", nameof(request.ContactName)));
        else if (request.ContactName.Trim().Length > 30) refusals.Add(new Refusal("TooLong", nameof(request.ContactName), 30));
        if (string.IsNullOrWhiteSpace(request.ContactPhone)) refusals.Add(new Refusal("Required", nameof(request.ContactPhone)));
        else if (!Phone().IsMatch(request.ContactPhone.Trim())) refusals.Add(new Refusal("PhoneWrong", nameof(request.ContactPhone)));
        return refusals;
    }

    private async Task<List<Refusal>> CheckPlaceAsync(RegisterEmployerRequest request, CancellationToken cancel)
    {
        var settlements = await db.Set<Settlement>().Where(s => s.CountyCode == request.CountyCode).Select(s => s.Id).ToListAsync(cancel);
        if (settlements.Count == 0) return [new Refusal("Employer.CountyNotServed", nameof(request.CountyCode))];
        return request.SettlementId is { } id && !settlements.Contains(id) ? [new Refusal("Employer.SettlementElsewhere", nameof(request.SettlementId))] : [];
    }

    [GeneratedRegex(@"^(1[3-9]\d{9}|(0\d{2,3}-?)?[2-9]\d{6,7}(-\d{1,5})?|[48]00-?\d{3}-?\d{4})$")]
    private static partial Regex Phone();
}
