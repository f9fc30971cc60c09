using Microsoft.Extensions.DependencyInjection;

namespace JobMatch.Postings;

internal static class PostingsSetup
{
    public static IServiceCollection AddPostings(this IServiceCollection services) => services
        .AddScoped<PostingForChange>()
        .AddScoped<SavePosting>()
        .AddScoped<CopyPosting>()
        .AddScoped<SubmitPosting>()
        .AddScoped<FillFromText>()
        .AddScoped<ApprovePosting>()
        .AddScoped<SendBackPosting>()
        .AddScoped<PausePosting>()
        .AddScoped<ResumePosting>()
        .AddScoped<ClosePosting>()
        .AddScoped<ConfirmPostingOpen>()
        .AddScoped<ReportPosting>()
        .AddScoped<CloseReport>()
        .AddScoped<ExpirePostings>()
        .AddScoped<VerifyEmployer>()
        .AddScoped<SuspendEmployer>()
        .AddScoped<ImportPostings>();
}
