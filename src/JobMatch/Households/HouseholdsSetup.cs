using Microsoft.Extensions.DependencyInjection;

namespace JobMatch.Households;

internal static class HouseholdsSetup
{
    public static IServiceCollection AddHouseholds(this IServiceCollection services) => services
        .AddScoped<PersonIntake>()
        .AddScoped<LookUpPerson>()
        .AddScoped<RegisterHousehold>()
        .AddScoped<RegisterPerson>()
        .AddScoped<EditHousehold>()
        .AddScoped<EditPerson>()
        .AddScoped<MovePerson>()
        .AddScoped<RecordDeparture>();
}
