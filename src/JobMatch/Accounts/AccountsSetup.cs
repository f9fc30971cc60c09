using Microsoft.Extensions.DependencyInjection;

namespace JobMatch.Accounts;

internal static class AccountsSetup
{
    public static IServiceCollection AddAccounts(this IServiceCollection services) => services;
}
