using JobMatch.Data;
using Microsoft.Extensions.DependencyInjection;

namespace JobMatch.Cases;

/// <summary>
/// Somebody of a household began work, whoever recorded it: the case of the household closes as soon as the change is known, so that no page asks for help with what is done until the day's watch.
/// </summary>
public sealed class CloseAnsweredCases(IServiceScopeFactory requests, TimeProvider clock) : LeasedConsumer("answered-cases", requests, clock)
{
    private const int HouseholdsAtOnce = 500;

    protected override async Task DoAsync(IServiceProvider services, IReadOnlyList<Change> changes, long upToSeq, CancellationToken cancel)
    {
        foreach (var households in Ids(changes, ChangeKind.Household).Chunk(HouseholdsAtOnce))
            await services.GetRequiredService<WatchCases>().CloseEmployedAsync(households, Clock.Today(), cancel);
    }
}
