using JobMatch.TestKit;
using Xunit;

namespace JobMatch.Browser.Tests.ForAdministrators;

public sealed class AdministratorPagesTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    [Fact]
    public async Task Rules_index_jobs_and_audit_stand()
    {
        var admin = await site.OpenAsAsync(SmallCounty.AdministratorName);
        foreach (var (address, name) in new[] { ("/admin/rules", "admin-rules"), ("/admin/index", "admin-index"), ("/admin/jobs", "admin-jobs"), ("/admin/jobs/month-count", "admin-job"), ("/admin/audit", "admin-audit") })
        {
            await admin.GotoAsync(address);
            await admin.ShouldStandAsync(name);
        }

        await admin.GotoAsync("/admin/index");
        await admin.ClickAsync("form[action$='/0/rebuild'] button");
        await admin.WaitForSelectorAsync("[data-flash]");
        await admin.GetByText("重建好了").WaitForAsync();
    }
}
