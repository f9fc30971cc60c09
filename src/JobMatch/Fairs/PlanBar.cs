namespace JobMatch.Fairs;

/// <summary>What a clerk has ruled out of a plan: it holds whenever the plan is worked out again, until she takes it back.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="PostingId">Not at this posting; null: not in this plan at all.</param>
public sealed record PlanBar(long PersonId, long? PostingId);
