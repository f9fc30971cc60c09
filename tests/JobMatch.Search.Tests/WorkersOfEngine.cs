using JobMatch.Asking;
using JobMatch.Data;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace JobMatch.Search.Tests;

/// <summary>The hand-made county with people in it, and how a contract asks an engine for them.</summary>
public abstract class WorkersOfEngine<TEngine>(HandMadeCounty<TEngine> county) : IClassFixture<HandMadeCounty<TEngine>>, IAsyncLifetime where TEngine : ISearchEngine, new()
{
    protected HandMadeCounty<TEngine> County { get; private set; } = null!;

    private protected HandMadePeople People { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        County = await county.AnotherAsync();
        People = await HandMadePeople.AddAsync(County.County, County.Xingfuli, County.Chengdong);
        await County.CatchUpAsync();
    }

    public async Task DisposeAsync() => await County.DisposeAsync();

    private protected async Task RecordAsync(long id, Action<Worker> change)
    {
        await County.County.OnDbAsync(async db =>
        {
            change(await db.Set<Worker>().Include(w => w.Skills).Include(w => w.Certificates).Include(w => w.Experience).SingleAsync(w => w.Id == id));
            await db.SaveChangesAsync();
        });
        await County.CatchUpAsync();
    }

    private protected async Task<UnderstoodPeople> UnderstoodAsync(string typed)
    {
        await using var scope = County.County.Services.CreateSystemScope();
        return await scope.ServiceProvider.GetRequiredService<UnderstandPeople>().RunAsync(typed, CancellationToken.None);
    }

    private protected Task<WorkerHits> FindAsync(WorkerQuery query, Scope scope) =>
        County.County.Services.GetRequiredService<IWorkerSearch>().SearchAsync(query, scope, CancellationToken.None);

    private protected async Task<long[]> IdsAsync(WorkerQuery query, Scope? scope = null) => [.. (await FindAsync(query, scope ?? Scope.System)).Page.Select(h => h.Id)];
}
