using System.Text;
using JobMatch.Cli;
using JobMatch.Data;
using JobMatch.Employers;
using JobMatch.Postings;
using JobMatch.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace JobMatch.Tests.Postings;

public class ImportPostingsTests
{
    private const string Rows = """
        岗位招聘汇总表
        编号,岗位名称,用工单位,地点,薪资,人数,岗位描述
        1,缝纫工,兴旺制衣厂,幸福里社区,计件2500-4000,5,"平车，长白班，
        每天8小时"
        2,女普工,兴旺制衣厂,幸福里社区,4000元/月,3,流水线
        3,居家串珠,巧手合作社,居家,800-2000元/月,20,在家做
        4,外出普工,劳务公司,区外,6千-8千,,两班倒
        """;

    [Theory, OnEachDatabase]
    public async Task The_same_file_twice_changes_nothing_and_a_changed_row_is_updated(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var settlement = await county.AddAsync(Some.Settlement());
        var file = Path.Combine(county.Options.Folder, "rows.csv");
        await File.WriteAllTextAsync(file, Rows);
        var dry = await Import(county, file, dryRun: true);
        (dry.Read, dry.New, await Count(county)).ShouldBe((4, 3, 0));

        var first = await Import(county, file);
        (first.Read, first.New, first.Refused.Count).ShouldBe((4, 3, 1));
        (first.Refused[0].Line, first.Refused[0].Refusal.Code).ShouldBe((5, "Posting.UnlawfulDemand.Sex"));
        var postings = await county.OnDbAsync(db => db.Set<Posting>().Include(p => p.Quotas).Include(p => p.Employer).OrderBy(p => p.ExternalKey).ToListAsync());
        postings.Select(p => (p.Title, p.Quotas[0].Place, p.Vacancies)).ShouldBe([("缝纫工", QuotaPlace.Settlement, 5), ("居家串珠", QuotaPlace.AtHome, 20), ("外出普工", QuotaPlace.OutsideCounty, 1)]);
        postings[0].Quotas[0].SettlementId.ShouldBe(settlement.Id);
        postings.ShouldAllBe(p => p.Employer!.State == EmployerState.Verified && p.Employer.StateReason == "Import:rows" && p.IsPublic);

        var events = await county.OnDbAsync(db => db.Set<ChangeEvent>().CountAsync());
        (await Import(county, file)).Unchanged.ShouldBe(3);
        (await county.OnDbAsync(db => db.Set<ChangeEvent>().CountAsync())).ShouldBe(events);
        await File.WriteAllTextAsync(file, Rows.Replace("2500-4000", "2800-4200", StringComparison.Ordinal));
        var third = await Import(county, file);
        (third.New, third.Changed, third.Unchanged, await Count(county)).ShouldBe((0, 1, 2, 3));
        (await county.OnDbAsync(db => db.Set<Posting>().SingleAsync(p => p.Title == "缝纫工"))).Wage.MinFen.ShouldBe(280_000);
    }

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("GB18030", false)]
    public async Task Every_encoding_of_an_office_is_read(string encoding, bool mark)
    {
        await using var county = await TestCounty.CreateAsync();
        var file = Path.Combine(county.Options.Folder, "rows.csv");
        TextFile.EncodingOf([]);
        var bytes = Encoding.GetEncoding(encoding).GetBytes(Rows);
        await File.WriteAllBytesAsync(file, mark ? [.. Encoding.GetEncoding(encoding).GetPreamble(), .. bytes] : bytes);
        await Import(county, file);
        (await county.OnDbAsync(db => db.Set<Posting>().Select(p => p.Title).ToListAsync())).ShouldContain("缝纫工");
    }

    [Fact]
    public async Task Broken_rows_are_refused_alone_and_their_file_holds_no_formula()
    {
        await using var county = await TestCounty.CreateAsync();
        var file = Path.Combine(county.Options.Folder, "rows.jsonl");
        await File.WriteAllTextAsync(file, """
            {"id":1,"title":"保洁员","company":"甲","salary_min":2000,"salary_max":2500,"salary_unit":"元/月"}
            {"id":2,"title":
            {"id":3,"title":"=cmd|' /C calc'!A0","company":""}
            """);
        var done = await Import(county, file);
        (done.New, done.Refused.Count).ShouldBe((1, 2));
        var refused = Path.Combine(county.Options.Folder, "refused.csv");
        await RefusedRowsFile.WriteAsync(refused, done.Refused, default);
        (await File.ReadAllLinesAsync(refused)).SelectMany(l => l.Split(',')).ShouldAllBe(c => c.Length == 0 || !"=+-@".Contains(c.TrimStart('"')[0], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Columns_that_nobody_knows_are_named_and_the_rows_are_taken_without_them()
    {
        await using var county = await TestCounty.CreateAsync();
        var file = Path.Combine(county.Options.Folder, "rows.csv");
        await File.WriteAllTextAsync(file, """
            编号,岗位名称,用工单位,福利,联系人,备注,TITLE
            1,保洁员,甲物业,节日福利,,,
            2,保安,甲物业,工作餐,张三,,
            """);
        var done = await Import(county, file);
        (done.New, done.Refused.Count).ShouldBe((2, 0));
        done.UnknownColumns.ShouldBe(["福利", "联系人"], "备注 is empty in every row: nothing of it is lost");

        var (output, error) = (new StringWriter(), new StringWriter());
        (await CommandLine.RunAsync(["--data", county.Options.Folder, "import", "postings", file], output, error)).ShouldBe(0, error.ToString());
        output.ToString().ShouldContain("福利, 联系人");
    }

    [Fact]
    public async Task The_command_line_imports_counts_and_answers_by_exit_code()
    {
        await using var county = await TestCounty.CreateAsync();
        var file = Path.Combine(county.Options.Folder, "rows.csv");
        await File.WriteAllTextAsync(file, Rows);
        var (output, error) = (new StringWriter(), new StringWriter());
        (await CommandLine.RunAsync(["--data", county.Options.Folder, "import", "postings", file], output, error)).ShouldBe(1, error.ToString());
        output.ToString().ShouldContain("new");
        output.ToString().ShouldContain("demands a sex");
        File.Exists(Path.Combine(county.Options.Folder, "rows.refused.csv")).ShouldBeTrue();
        (await CommandLine.RunAsync(["import", "postings", file + ".none", "--data", county.Options.Folder], output, error)).ShouldBe(2);
        error.ToString().ShouldContain("does not exist");
        error.ToString().ShouldNotContain("   at ");
        (await CommandLine.RunAsync(["import", "--help"], output, error)).ShouldBe(0);
    }

    private static async Task<PostingsImported> Import(TestCounty county, string file, bool dryRun = false)
    {
        var outcome = await county.InAsync(s => s.GetRequiredService<ImportPostings>().RunAsync(new ImportPostingsRequest { File = file, DryRun = dryRun }, null, default));
        outcome.IsDone.ShouldBeTrue(string.Join(", ", outcome.Refusals));
        return outcome.Value!;
    }

    private static Task<int> Count(TestCounty county) => county.OnDbAsync(db => db.Set<Posting>().CountAsync());
}
