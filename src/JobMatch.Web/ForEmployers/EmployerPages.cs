using JobMatch.Web.ForEmployers.Postings;

namespace JobMatch.Web.ForEmployers;

internal static class EmployerPages
{
    internal static void AddEmployerPages(this WebApplicationBuilder builder) => builder.Services.AddScoped<PostingPages>();
}
