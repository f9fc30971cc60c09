using JobMatch.Data;
using JobMatch.Employers;
using JobMatch.EmploymentSpells;
using JobMatch.Matching;
using JobMatch.Postings;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Referrals;

/// <param name="ReferralId">A hired one.</param>
/// <param name="Version">As the form had it.</param>
/// <param name="By">Who says so.</param>
/// <param name="On">First day of work, not in the future.</param>
/// <param name="ContractUntil">Last day of the contract; null when it is open or none.</param>
/// <param name="WageFenPerMonth">As agreed; null takes the posting's lower end.</param>
/// <param name="Insured">Social insurance is paid; null when nobody said.</param>
public sealed record StartWorkRequest(long ReferralId, int Version, long By, DateOnly On, DateOnly? ContractUntil = null, long? WageFenPerMonth = null, bool? Insured = null);

/// <summary>The hired person has started: an employment spell opens, the one source of "employed".</summary>
public sealed class StartWork(JobMatchDbContext db, ReferralForChange referrals, CurrentScope scope, HouseholdPostLimit limit, TimeProvider clock)
{
    /// <returns>The spell's id.</returns>
    public async Task<Outcome<long>> RunAsync(StartWorkRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var today = clock.Today();
        if (request.On > today || request.On < today.AddYears(-1)) return new Refusal("Spell.StartNotPlausible", nameof(request.On));
        if (request.ContractUntil < request.On) return new Refusal("Spell.EndsBeforeStart", nameof(request.ContractUntil));
        if (request.WageFenPerMonth is < 0 or > 10_000_000) return new Refusal("Posting.WageImplausible", nameof(request.WageFenPerMonth), 0, 100_000);
        var read = await referrals.ReadAsync(request.ReferralId, request.Version, ReferralForChange.EmployerOrStaff, cancel);
        if (read.Value is not { } referral) return read.Refusals.ToList();
        if ((await limit.BarredAsync(referral.Posting!, [referral.PersonId], cancel)).Count > 0) return limit.Refused;
        var started = referral.Start(new Actor(request.By, clock.UtcNow()));
        if (!started.IsDone) return started.Refusals.ToList();

        var posting = referral.Posting!;
        // The employer's scope does not show the worker; nothing of her row but the household's id goes further.
        var worker = await db.Set<Worker>().IgnoreQueryFilters([ScopeFilters.Name]).SingleAsync(w => w.Id == referral.PersonId, cancel);
        worker.WaitingSince = null;
        var workplace = await db.Set<Employer>().Where(e => e.Id == referral.EmployerId).Select(e => e.Name).SingleAsync(cancel);
        var quota = posting.Quotas.Find(q => q.Id == referral.QuotaId);
        var spell = new EmploymentSpell
        {
            PersonId = referral.PersonId,
            HouseholdId = worker.HouseholdId,
            SettlementId = referral.SettlementId,
            CountyCode = referral.CountyCode,
            Start = request.On,
            Channel = ChannelOf(posting, quota),
            Workplace = workplace,
            RegionCode = quota?.RegionCode,
            EmployerId = referral.EmployerId,
            PostingId = posting.Id,
            OccupationId = posting.OccupationIds.Count > 0 ? posting.OccupationIds[0] : null,
            WageFenPerMonth = request.WageFenPerMonth ?? posting.Wage.MonthlyMinFen,
            ContractUntil = request.ContractUntil,
            Insured = request.Insured,
            Check = new FactCheck(scope.Value.Kind == ScopeKind.Employer ? FactSource.Employer : FactSource.Station, today),
        };
        db.Add(spell);
        var saved = await db.SaveOrRefuseAsync(cancel);
        return saved.IsDone ? spell.Id : saved.Refusals.ToList();
    }

    /// <summary>The posting's kind says the channel; for labour export and market jobs the place does.</summary>
    public static Channel ChannelOf(Posting posting, Quota? quota)
    {
        ArgumentNullException.ThrowIfNull(posting);
        return posting.Kind switch
        {
            PostingKind.AidWorkshop => Channel.AidWorkshop,
            PostingKind.PublicWelfare => Channel.PublicWelfare,
            PostingKind.WorkRelief => Channel.WorkRelief,
            PostingKind.Gig => Channel.Gig,
            PostingKind.HomeWork => Channel.FlexibleHome,
            _ when quota?.Place == QuotaPlace.AtHome => Channel.FlexibleHome,
            _ when IsOtherProvince(posting.CountyCode, quota) => Channel.ExportOutOfProvince,
            _ when posting.Kind == PostingKind.LabourExport || quota?.Place == QuotaPlace.OutsideCounty => Channel.ExportInProvince,
            _ => Channel.NearbyEnterprise,
        };
    }

    private static bool IsOtherProvince(int county, Quota? quota)
    {
        if (quota is null) return false;
        if (quota.Place == QuotaPlace.OutsideProvince) return true;
        return quota.RegionCode is { } code && Regions.Region.CountyOf(code) / 10_000 != county / 10_000;
    }
}
