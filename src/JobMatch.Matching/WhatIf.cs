namespace JobMatch.Matching;

/// <summary>A posting that is open already and would fit better.</summary>
/// <param name="Then">As it would be ranked then.</param>
/// <param name="By">Points more than now, at least 1.</param>
public readonly record struct RaisedFit(RankedFit Then, int By);

/// <summary>What would change for a person if a fact were different.</summary>
/// <param name="EligibleNow">Postings that she may go to today.</param>
/// <param name="EligibleThen">Postings that she could go to then.</param>
/// <param name="Opened">Those that would open, best first, each as it would be ranked then.</param>
/// <param name="Closed">Those that she may go to today and then no more, best first, each as it is ranked today.</param>
/// <param name="Raised">Those that are open already and would score more, the most points first.</param>
/// <param name="Eased">Of the best that are open already and would score no more, those of which something would no longer be missing.</param>
public sealed record WhatIf(int EligibleNow, int EligibleThen, IReadOnlyList<RankedFit> Opened, IReadOnlyList<RankedFit> Closed, IReadOnlyList<RaisedFit> Raised, IReadOnlyList<RankedFit> Eased);
