namespace JobMatch.TestKit;

/// <summary>For what another thread of the program does in its own time.</summary>
public static class Waits
{
    /// <summary>Looks until it is so.</summary>
    /// <exception cref="TimeoutException">It is still not so after a minute; the message says what there is instead.</exception>
    public static async Task UntilAsync(Func<Task<bool>> isSo, Func<Task<string>>? otherwise = null)
    {
        ArgumentNullException.ThrowIfNull(isSo);
        var end = DateTime.UtcNow.AddMinutes(1);
        while (!await isSo())
        {
            if (DateTime.UtcNow > end) throw new TimeoutException("It is not so after a minute. " + (otherwise is null ? "" : await otherwise()));
            await Task.Delay(50);
        }
    }
}
