using JobMatch.Web.ForResidents.Jobs;
using JobMatch.Web.ForResidents.PhoneSignIn;
using JobMatch.Web.ForResidents.SavedSearches;

namespace JobMatch.Web.ForResidents.Reading;

internal static class ResidentsRegistration
{
    /// <summary>What residents' pages read with.</summary>
    internal static void AddResidents(this WebApplicationBuilder builder) => builder.Services
        .AddScoped<UnreadMessages>()
        .AddScoped<CountyPlaces>()
        .AddScoped<Home>()
        .AddScoped<MyWorker>()
        .AddScoped<Cards>()
        .AddScoped<Conditions>()
        .AddScoped<SavedConditions>()
        .AddScoped<AddressNotes>()
        .AddScoped<JobList>()
        .AddScoped<JobReader>()
        .AddScoped<KeptPhone>();
}
