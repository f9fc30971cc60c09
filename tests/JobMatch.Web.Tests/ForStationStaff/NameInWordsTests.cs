using JobMatch.Households;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace JobMatch.Web.Tests.ForStationStaff;

/// <summary>A name among the words of a search, on a ledger that the test changes.</summary>
public sealed class NameInWordsTests : ClerkAtDesk
{
    /// <summary>Many surnames are in no list; only names of the own settlements are known.</summary>
    [Fact]
    public async Task A_name_whose_surname_is_rare_is_found_on_the_ledger()
    {
        (await Clerk.ReadAsync("/station/people?words=妫阿朵")).ShouldContain("“妫阿朵”不能用来找人");
        await NameAsync(County.OtherSettlement.Id, "妫阿朵");
        (await Clerk.ReadAsync("/station/people?words=妫阿朵")).ShouldNotContain("按姓名查");
        await NameAsync(County.Settlement.Id, "妫阿朵");
        var page = await Clerk.ReadAsync("/station/people?words=妫阿朵");
        page.ShouldContain("按姓名查“妫阿朵”");
        page.ShouldNotContain("不能用来找人");
    }

    private Task<int> NameAsync(long settlement, string name) => InAsync(async db =>
    {
        (await db.Set<Person>().OrderBy(p => p.Id).FirstAsync(p => p.SettlementId == settlement)).Name = name;
        return await db.SaveChangesAsync();
    });
}
