namespace JobMatch.Fairs;

/// <summary>Whom a clerk sends somewhere when the plan is worked out again, whatever it costs: then her row is locked, or told among the locks that are lost.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="PostingId">Where.</param>
/// <param name="QuotaId">At which of its places, as the clerk was told what it costs; null, or where that is not open any more: the best for the plan.</param>
public sealed record PlanPin(long PersonId, long PostingId, long? QuotaId = null);
