namespace JobMatch.Fairs;

/// <summary>Whom a clerk sends somewhere when the plan is worked out again, whatever it costs: then her row is locked, or told among the locks that are lost.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="PostingId">Where; of several places the best for the plan.</param>
public sealed record PlanPin(long PersonId, long PostingId);
