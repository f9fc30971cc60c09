namespace JobMatch.Matching;
/// <summary>
/// The total order: need tier (0 first) · score · confidence · days waiting · hash(id, day), so that equals take turns · id.
/// Integers only: same data and day, same order, on every machine.
/// </summary>
public static class RankOrder
{
}
