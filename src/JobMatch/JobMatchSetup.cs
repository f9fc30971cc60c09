using JobMatch.Accounts;
using JobMatch.Asking;
using JobMatch.Audit;
using JobMatch.Cases;
using JobMatch.Data;
using JobMatch.Employers;
using JobMatch.EmploymentSpells;
using JobMatch.Fairs;
using JobMatch.Fits;
using JobMatch.Households;
using JobMatch.JobRuns;
using JobMatch.Notifications;
using JobMatch.Postings;
using JobMatch.Referrals;
using JobMatch.Regions;
using JobMatch.Rules;
using JobMatch.SavedSearches;
using JobMatch.Settlements;
using JobMatch.Tallies;
using JobMatch.Training;
using JobMatch.Workers;
using Microsoft.Extensions.DependencyInjection;

namespace JobMatch;

public static class JobMatchSetup
{
    /// <summary>The business: the database and every use case, in the order in which modules may use each other.</summary>
    public static IServiceCollection AddJobMatch(this IServiceCollection services, DataOptions data) => services
        .AddData(data)
        .AddRules()
        .AddJobRuns()
        .AddAccounts()
        .AddAudit()
        .AddRegions()
        .AddSettlements()
        .AddHouseholds()
        .AddWorkers()
        .AddTraining()
        .AddEmployers()
        .AddPostings()
        .AddAsking()
        .AddEmploymentSpells()
        .AddCases()
        .AddReferrals()
        .AddNotifications()
        .AddSavedSearches()
        .AddFits()
        .AddFairs()
        .AddTallies();
}
