using JobMatch.Data;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace JobMatch.Accounts;

internal static class AccountsSetup
{
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddIdentityCore<Account>(options =>
        {
            options.Password.RequiredLength = 10;
            options.Password.RequireNonAlphanumeric = false;
            options.Password.RequireUppercase = false;
            options.Lockout.MaxFailedAccessAttempts = 5;
            options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            options.User.RequireUniqueEmail = false;
        }).AddUserStore<UserOnlyStore<Account, JobMatchDbContext, long>>();
        services.AddSingleton(new SignInCodeOptions());
        services.AddScoped<ISmsGateway, DevelopmentOutbox>();
        return services
            .AddScoped<CreateAccount>()
            .AddScoped<ChangeAccount>()
            .AddScoped<AccountScopeView>()
            .AddScoped<AccountPlaceView>()
            .AddScoped<PeopleOfPhoneView>()
            .AddScoped<FamilyOfAccountView>()
            .AddScoped<CardHolderView>()
            .AddScoped<OutboxView>()
            .AddScoped<SendSignInCode>()
            .AddScoped<ConfirmSignInCode>()
            .AddScoped<LinkPerson>()
            .AddScoped<IssueQrCard>()
            .AddScoped<RevokeQrCard>()
            .AddScoped<SignInByCard>()
            .AddScoped<SignInByPassword>()
            .AddScoped<RequestRegistration>()
            .AddScoped<AnswerRegistration>();
    }
}
