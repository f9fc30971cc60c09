namespace JobMatch.Matching;

/// <summary>What would change for a person if a fact were different.</summary>
/// <param name="EligibleNow">Postings that she may go to today.</param>
/// <param name="EligibleThen">Postings that she could go to then.</param>
/// <param name="Opened">Those that would open, best first, each as it would be ranked then.</param>
/// <param name="Eased">Of the best that are open already, those of which something would no longer be missing.</param>
public sealed record WhatIf(int EligibleNow, int EligibleThen, IReadOnlyList<RankedFit> Opened, IReadOnlyList<RankedFit> Eased);
