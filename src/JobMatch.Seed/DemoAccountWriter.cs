using JobMatch.Accounts;
using JobMatch.Data;
using JobMatch.Employers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace JobMatch.Seed;

/// <summary>Makes the demo accounts by the same use cases as an administrator and a resident would.</summary>
internal sealed class DemoAccountWriter(IServiceProvider services, CountyPlan plan, Ids ids)
{
    public async Task WriteStaffAsync(CancellationToken cancel)
    {
        await using var scope = services.CreateSystemScope();
        var db = scope.ServiceProvider.GetRequiredService<JobMatchDbContext>();
        var create = scope.ServiceProvider.GetRequiredService<CreateAccount>();
        var there = await db.Set<Account>().Select(a => a.UserName).ToListAsync(cancel);
        foreach (var demo in DemoAccounts.All.Where(a => !there.Contains(a.UserName)))
        {
            var made = await create.RunAsync(new CreateAccountRequest(demo.UserName, DemoAccounts.Password, demo.DisplayName, [(demo.Role, demo.Area, Target(demo.Target))]));
            if (!made.IsDone) throw new InvalidOperationException($"The demo account {demo.UserName} was refused: {string.Join(", ", made.Refusals.Select(r => r.Code))}.");
        }

        var staff = DemoAccounts.All.First(a => a.Role == Role.Staff).UserName;
        ids.StaffAccount = await db.Set<Account>().Where(a => a.UserName == staff).Select(a => a.Id).SingleAsync(cancel);
    }

    /// <summary>Each resident phone is linked to its first person, as if she had signed in once; linking again changes nothing.</summary>
    public async Task LinkResidentsAsync(CancellationToken cancel)
    {
        foreach (var phone in DemoAccounts.ResidentPhones)
        {
            var person = plan.People.First(p => p.Phone == phone && p is { IdNumber: not null, Worker: not null });
            await using var scope = services.CreateSystemScope();
            var linked = await scope.ServiceProvider.GetRequiredService<LinkPerson>().RunAsync(phone, ids.People[person.Index], person.IdNumber![^4..], cancel);
            if (!linked.IsDone) throw new InvalidOperationException($"A demo resident was refused: {string.Join(", ", linked.Refusals.Select(r => r.Code))}.");
        }
    }

    private long Target(DemoTarget target) => target switch
    {
        DemoTarget.Everything => 0,
        DemoTarget.County => plan.County.Code,
        DemoTarget.FirstTownship => plan.Settlements[0].Township,
        DemoTarget.FirstStation => ids.Stations[DemoAccounts.StationOf(0, ids.Stations.Length)],
        DemoTarget.SecondStation => ids.Stations[DemoAccounts.StationOf(1, ids.Stations.Length)],
        DemoTarget.FirstEmployer => ids.Employers[plan.Employers.First(e => e is { Kind: EmployerKind.Enterprise, State: EmployerState.Verified }).Index],
        DemoTarget.SecondEmployer => ids.Employers[plan.Employers.First(e => e is { Kind: EmployerKind.AidWorkshop, State: EmployerState.Verified }).Index],
        _ => throw new InvalidOperationException($"No such target: {target}."),
    };
}
