using JobMatch.Data;
using JobMatch.Referrals;
using JobMatch.TestKit;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace JobMatch.Web.Tests.ForEmployers;

/// <summary>A site of its own with the small county, and somebody of the sewing workshop who has signed in.</summary>
public abstract class EmployerAtDesk : IAsyncLifetime, IAsyncDisposable
{
    protected Site Site { get; } = new();

    protected SmallCounty County { get; private set; } = null!;

    protected DeskVisitor Employer { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        County = await SmallCounty.CopyToAsync(Site.Folder);
        Employer = await DeskVisitor.SignInAsync(Site, SmallCounty.EmployerName);
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return Site.DisposeAsync();
    }

    protected Task<long> ApplyAsync(long person, long posting) => OnServerAsync(async services =>
        (await services.GetRequiredService<ApplyToPosting>().RunAsync(new ApplyToPostingRequest(person, posting, 0), CancellationToken.None)).Value);

    protected Task<long> ReferAsync(long person, long posting) => OnServerAsync(async services =>
    {
        (await services.GetRequiredService<JobMatchDbContext>().Set<Worker>().SingleAsync(w => w.Id == person)).ConsentsToEmployers.ShouldBeTrue();
        var done = await services.GetRequiredService<ReferWorkers>().RunAsync(new ReferWorkersRequest(posting, [person], 0), CancellationToken.None);
        return done.Value!.ReferralIds[person];
    });

    /// <summary>Until index, pool and news have taken what is committed now.</summary>
    protected Task DrainAsync() => Site.Services.GetRequiredService<ProjectionRunner>().DrainAsync();

    /// <summary>Does something on the server, in a request of its own under the system's scope.</summary>
    protected async Task<T> OnServerAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        await using var request = Site.Services.CreateSystemScope();
        return await work(request.ServiceProvider);
    }
}
