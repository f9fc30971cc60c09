using Microsoft.Extensions.DependencyInjection;

namespace JobMatch.Postings;

internal static class PostingsSetup
{
    public static IServiceCollection AddPostings(this IServiceCollection services) => services;
}
