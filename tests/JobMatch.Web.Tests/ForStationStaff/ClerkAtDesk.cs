using System.Globalization;
using JobMatch.Data;
using JobMatch.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace JobMatch.Web.Tests.ForStationStaff;

/// <summary>
/// A site with the small county and a clerk who has signed in. Tests that change something derive from it and have a site each; those that only read share one as a class fixture.
/// </summary>
public class ClerkAtDesk : IAsyncLifetime, IAsyncDisposable
{
    public Site Site { get; } = new();

    public SmallCounty County { get; private set; } = null!;

    public DeskVisitor Clerk { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        County = await SmallCounty.CopyToAsync(Site.Folder);
        await DrainAsync();
        Clerk = await DeskVisitor.SignInAsync(Site, SmallCounty.StaffName);
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return Site.DisposeAsync();
    }

    /// <summary>Until index, pool and news have taken what is committed now.</summary>
    protected Task DrainAsync() => Site.Services.GetRequiredService<ProjectionRunner>().DrainAsync();

    protected Task<T> InAsync<T>(Func<JobMatchDbContext, Task<T>> work) => InAsync((_, db) => work(db));

    /// <summary>Does something on the server, in a request of its own under the system's scope.</summary>
    protected async Task<T> InAsync<T>(Func<IServiceProvider, JobMatchDbContext, Task<T>> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        await using var request = Site.Services.CreateSystemScope();
        return await work(request.ServiceProvider, request.ServiceProvider.GetRequiredService<JobMatchDbContext>());
    }

    protected static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
