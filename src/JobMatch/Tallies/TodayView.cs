using System.Globalization;
using JobMatch.Accounts;
using JobMatch.Cases;
using JobMatch.Data;
using JobMatch.Employers;
using JobMatch.EmploymentSpells;
using JobMatch.Households;
using JobMatch.Notifications;
using JobMatch.Postings;
using JobMatch.Referrals;
using JobMatch.Settlements;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Tallies;

/// <summary>One list of the day: its first rows, and how many there are.</summary>
public sealed record TodayList<T>(IReadOnlyList<T> Rows, int Total);

public sealed record WaitingReferral(long ReferralId, long PersonId, string PersonName, long PostingId, string PostingTitle, string EmployerName, ReferralState State, DateTime Since, DateTime? AnswerDue);

/// <summary>Work that a resident reported herself; the station asks and confirms.</summary>
public sealed record SpellToConfirm(long SpellId, int Version, long PersonId, string PersonName, Channel Channel, string Workplace, DateOnly Start, DateOnly ReportedOn);

public sealed record PostingToVerify(long PostingId, string Title, PostingState State, string Flag, string EmployerName, int Vacancies, DateTime CreatedAt);

public sealed record EmployerToVerify(long EmployerId, string Name, EmployerKind Kind, DateTime RegisteredAt);

public sealed record RegistrationToAnswer(long RequestId, string Name, long SettlementId, DateTime At, long? PostingId);

public sealed record ReportToCheck(long ReportId, long PostingId, string PostingTitle, PostingReportReason Reason, string Text, DateTime At);

/// <summary>What a saved search of the station found that it had not found before; stands there until somebody has looked. Address: the page that asks the search.</summary>
public sealed record SearchNews(long NotificationId, string Name, int Count, string Address, DateTime At);

public sealed record Today(
    DateOnly Day,
    TodayList<CaseRow> ZeroEmployment,
    TodayList<CaseRow> JobLoss,
    TodayList<CaseRow> Requests,
    TodayList<CaseRow> PlaceAlerts,
    TodayList<SpellToConfirm> SpellsToConfirm,
    TodayList<WaitingReferral> Unanswered,
    TodayList<PostingToVerify> Postings,
    TodayList<EmployerToVerify> Employers,
    TodayList<RegistrationToAnswer> Registrations,
    TodayList<ReportToCheck> Reports,
    TodayList<SearchNews> Searches)
{
    /// <summary>What is on the page in all, for its badge.</summary>
    public int Total => ZeroEmployment.Total + JobLoss.Total + Requests.Total + PlaceAlerts.Total + SpellsToConfirm.Total + Unanswered.Total + Postings.Total
        + Employers.Total + Registrations.Total + Reports.Total + Searches.Total;
}

/// <summary>Who needs help today: everything that waits for the station of this scope, most urgent first.</summary>
public sealed class TodayView(JobMatchDbContext db, CasesView cases, CurrentScope scope, TimeProvider clock)
{
    /// <summary>An employer who has said nothing for so many days is asked.</summary>
    public const int UnansweredAfterDays = 3;

    private int _rows = 20;
    private int _skip;

    /// <param name="rowsEach">Rows of each list; counts are always whole.</param>
    /// <param name="cancel">Stops the queries.</param>
    public async Task<Today> RunAsync(int rowsEach, CancellationToken cancel)
    {
        _rows = rowsEach;
        var counties = await CountiesAsync(cancel);
        return new Today(
            clock.Today(),
            await CasesAsync([CaseKind.ZeroEmploymentHousehold], cancel),
            await CasesAsync([CaseKind.JobLoss], cancel),
            await CasesAsync([CaseKind.HelpRequest, CaseKind.Rights, CaseKind.Correction], cancel),
            await CasesAsync([CaseKind.DeclineAlert], cancel),
            await SpellsAsync(cancel),
            await UnansweredAsync(cancel),
            await PostingsAsync(counties, cancel),
            await EmployersAsync(counties, cancel),
            await RegistrationsAsync(cancel),
            await ReportsAsync(counties, cancel),
            await SearchesAsync(cancel));
    }

    /// <summary>All work that residents reported and nobody has looked at, a page of it.</summary>
    public Task<TodayList<SpellToConfirm>> SpellsAsync(int skip, int take, CancellationToken cancel)
    {
        (_skip, _rows) = (skip, take);
        return SpellsAsync(cancel);
    }

    /// <summary>All reports about postings that wait for this station, a page of them.</summary>
    public async Task<TodayList<ReportToCheck>> ReportsAsync(int skip, int take, CancellationToken cancel)
    {
        (_skip, _rows) = (skip, take);
        return await ReportsAsync(await CountiesAsync(cancel), cancel);
    }

    /// <summary>All that saved searches found and nobody has looked at, a page of it.</summary>
    public Task<TodayList<SearchNews>> SearchesAsync(int skip, int take, CancellationToken cancel)
    {
        (_skip, _rows) = (skip, take);
        return SearchesAsync(cancel);
    }

    private async Task<TodayList<CaseRow>> CasesAsync(IReadOnlyList<CaseKind> kinds, CancellationToken cancel)
    {
        var page = await cases.RunAsync(new CaseQuery { Kinds = kinds, PageSize = _rows }, cancel);
        return new(page.Rows, page.Total);
    }

    /// <summary>One of them; null when it is not in scope or no longer waits.</summary>
    public Task<SpellToConfirm?> SpellAsync(long id, CancellationToken cancel) => Spells(db.Set<EmploymentSpell>().Where(s => s.Id == id)).FirstOrDefaultAsync(cancel);

    private Task<TodayList<SpellToConfirm>> SpellsAsync(CancellationToken cancel) => ListAsync(Spells(db.Set<EmploymentSpell>()), cancel);

    private IQueryable<SpellToConfirm> Spells(IQueryable<EmploymentSpell> spells) =>
        from spell in spells
        join person in db.Set<Person>() on spell.PersonId equals person.Id
        where spell.Check.Source == FactSource.Self
        orderby spell.Check.On, spell.Id
        select new SpellToConfirm(spell.Id, spell.Version, person.Id, person.Name, spell.Channel, spell.Workplace, spell.Start, spell.Check.On ?? spell.Start);

    private async Task<TodayList<WaitingReferral>> UnansweredAsync(CancellationToken cancel)
    {
        var silentSince = clock.UtcNow().AddDays(-UnansweredAfterDays);
        return await ListAsync(
            from referral in db.Set<Referral>()
            join person in db.Set<Person>() on referral.PersonId equals person.Id
            where (referral.State == ReferralState.Referred || referral.State == ReferralState.Applied || referral.State == ReferralState.Viewed) && referral.ChangedAt <= silentSince
            orderby referral.AnswerDue, referral.Id
            select new WaitingReferral(referral.Id, person.Id, person.Name, referral.PostingId, referral.Posting!.Title, referral.Posting.Employer!.Name, referral.State, referral.ChangedAt, referral.AnswerDue), cancel);
    }

    private async Task<TodayList<PostingToVerify>> PostingsAsync(List<int> counties, CancellationToken cancel)
    {
        var (all, mine) = (scope.Value.IsSystem, scope.Value.SettlementIds);
        return await ListAsync(
            from posting in db.Set<Posting>()
            where posting.State == PostingState.Submitted && posting.Employer!.State == EmployerState.Verified
                && (all || (posting.Employer.SettlementId == null ? counties.Contains(posting.CountyCode) : mine.Contains(posting.Employer.SettlementId.Value)))
            orderby posting.CreatedAt, posting.Id
            select new PostingToVerify(posting.Id, posting.Title, posting.State, posting.Flag, posting.Employer!.Name, posting.Quotas.Sum(q => q.Vacancies), posting.CreatedAt), cancel);
    }

    private async Task<TodayList<EmployerToVerify>> EmployersAsync(List<int> counties, CancellationToken cancel)
    {
        var (all, mine) = (scope.Value.IsSystem, scope.Value.SettlementIds);
        return await ListAsync(
            from employer in db.Set<Employer>()
            where employer.State == EmployerState.Registered && (all || (employer.SettlementId == null ? counties.Contains(employer.CountyCode) : mine.Contains(employer.SettlementId.Value)))
            orderby employer.RegisteredAt, employer.Id
            select new EmployerToVerify(employer.Id, employer.Name, employer.Kind, employer.RegisteredAt), cancel);
    }

    private async Task<TodayList<RegistrationToAnswer>> RegistrationsAsync(CancellationToken cancel) => await ListAsync(
        from request in db.Set<RegistrationRequest>()
        where request.AnsweredAt == null
        orderby request.At, request.Id
        select new RegistrationToAnswer(request.Id, request.Name, request.SettlementId, request.At, request.PostingId), cancel);

    private async Task<TodayList<ReportToCheck>> ReportsAsync(List<int> counties, CancellationToken cancel)
    {
        var (all, mine) = (scope.Value.IsSystem, scope.Value.SettlementIds);
        return await ListAsync(
            from report in db.Set<PostingReport>()
            join posting in db.Set<Posting>() on report.PostingId equals posting.Id
            where report.ClosedAt == null && (all || (posting.Employer!.SettlementId == null ? counties.Contains(posting.Employer.CountyCode) : mine.Contains(posting.Employer.SettlementId.Value)))
            orderby report.At, report.Id
            select new ReportToCheck(report.Id, posting.Id, posting.Title, report.Reason, report.Text, report.At), cancel);
    }

    /// <summary>One message a run of a search, however many it found: unread messages are what nobody of the station has looked at.</summary>
    private async Task<TodayList<SearchNews>> SearchesAsync(CancellationToken cancel)
    {
        var (all, mine) = (scope.Value.IsSystem, scope.Value.SettlementIds);
        var list = await ListAsync(
            from message in db.Set<Notification>().AsNoTracking()
            where (message.Kind == NotificationKind.SavedSearchPostings || message.Kind == NotificationKind.SavedSearchWorkers) && message.ReadAt == null
                && message.StationSettlementId != null && (all || mine.Contains(message.StationSettlementId.Value))
            orderby message.Id descending
            select message, cancel);
        return new([.. list.Rows.Select(SearchNewsOf)], list.Total);
    }

    private static SearchNews SearchNewsOf(Notification message) => new(
        message.Id, message.Values.GetValueOrDefault("title", ""), int.TryParse(message.Values.GetValueOrDefault("count"), CultureInfo.InvariantCulture, out var count) ? count : 0,
        message.Values.GetValueOrDefault("address", ""), message.At);

    /// <summary>Firms that stand in no settlement are looked at by every station of their county.</summary>
    private async Task<List<int>> CountiesAsync(CancellationToken cancel)
    {
        var mine = scope.Value.SettlementIds;
        return await db.Set<Settlement>().Where(s => mine.Contains(s.Id)).Select(s => s.CountyCode).Distinct().ToListAsync(cancel);
    }

    private async Task<TodayList<T>> ListAsync<T>(IQueryable<T> rows, CancellationToken cancel)
    {
        var first = await rows.Skip(_skip).Take(_rows).ToListAsync(cancel);
        return new(first, _skip == 0 && first.Count < _rows ? first.Count : await rows.CountAsync(cancel));
    }
}
