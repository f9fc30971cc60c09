namespace JobMatch.Matching;

/// <summary>
/// A worker as the pool knew her at one moment, so that a fit of now can be compared with a fit of then. Small (a row and rarely an array); it does not
/// follow later changes.
/// </summary>
public sealed class WorkerImage
{
    internal WorkerImage(WorkerRow row, uint[] facts) => (Row, Facts) = (row, facts);

    /// <summary>A worker who need not be in a pool, or as she would be.</summary>
    public static WorkerImage Of(WorkerProfile worker)
    {
        ArgumentNullException.ThrowIfNull(worker);
        var row = WorkerRow.Pack(worker, out var facts);
        return new(row, facts);
    }

    internal WorkerRow Row { get; }

    internal uint[] Facts { get; }
}
