using JobMatch.Cli;
using Shouldly;
using Xunit;

namespace JobMatch.Tests.Cli;

public sealed class EvaluateOccupationsCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("jobmatch-occupations-").FullName;

    [Fact]
    public async Task Precision_recall_and_misses_are_printed()
    {
        var (code, output, _) = await RunAsync("""
            {"title": "缝纫工5名", "codes": ["6-05-01-03"]}
            {"title": "车工", "employer": "石桥制衣厂", "codes": ["6-05-01"]}

            {"title": "保安", "codes": ["6-05"]}
            {"title": "诚聘英才", "codes": []}
            {"title": "电工和焊工", "codes": ["6-31-01", "6-18-02"]}
            {"title": "ꙮꙮ", "codes": ["6-05"]}
            """);
        code.ShouldBe(1);
        output.ShouldContain("cases     6, 5 name an occupation");
        output.ShouldContain("precision 0.7500 (3 of 4)");
        output.ShouldContain("recall    0.6000 (3 of 5)");
        output.ShouldContain("保安: expected 6-05, read 4-07-05-01");
        output.ShouldContain("ꙮꙮ: expected 6-05, read none");
        output.ShouldContain("right by confidence: from 0.9 0.800 (4 of 5)");
        output.ShouldContain("no word explains 1;");
    }

    [Fact]
    public async Task All_right_is_exit_code_0() => (await RunAsync("\ufeff{\"title\": \"保安\", \"codes\": [\"4-07-05\", \"6-05\"], \"any\": true}\r\n")).Code.ShouldBe(0);

    [Theory]
    [InlineData("not json", "line 1 is no JSON object")]
    [InlineData("{\"title\": \"保安\", \"codes\": []}\n[1]", "line 2 is no JSON object")]
    [InlineData("""{"codes": ["6-05"]}""", "line 1 has no title")]
    [InlineData("null", "line 1 is no JSON object")]
    [InlineData("""{"title": " ", "codes": []}""", "line 1 has no title")]
    [InlineData("""{"title": "保安"}""", "line 1 has no codes")]
    [InlineData("""{"title": "保安", "codes": null}""", "line 1 has no codes")]
    [InlineData("""{"title": "保安", "codes": "4-07-05"}""", "line 1 has no list of strings as codes")]
    [InlineData("""{"title": "保安", "code": ["4-07-05"]}""", "line 1 has the field 'code'; there are title, employer, codes, any")]
    [InlineData("{\"title\": \"保安\", \"codes\": [\"4-07-05\"]}\n{\"title\": \"保安\", \"codes\": [\"4-07-05\", \"9-99\"]}", "line 2 has '9-99' in its codes")]
    [InlineData("""{"title": "保安", "codes": ["4-0"]}""", "line 1 has '4-0' in its codes")]
    [InlineData("""{"title": "保安", "codes": [""]}""", "line 1 has '' in its codes")]
    [InlineData("""{"title": "保安", "codes": [], "any": "yes"}""", "line 1 has neither true nor false as any")]
    [InlineData("", "holds no cases")]
    public async Task A_bad_file_is_named_with_its_line(string text, string problem)
    {
        var (code, output, error) = await RunAsync(text);
        code.ShouldBe(2);
        output.ShouldBeEmpty();
        error.ShouldContain("cases.jsonl");
        error.ShouldContain(problem);
    }

    [Fact]
    public async Task Missing_files_are_named()
    {
        var (_, _, error) = await RunAsync("", "--table", Path.Combine(_folder, "nowhere.bin"));
        error.ShouldContain("nowhere.bin does not exist");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<(int Code, string Output, string Error)> RunAsync(string cases, params string[] more)
    {
        var file = Path.Combine(_folder, "cases.jsonl");
        await File.WriteAllTextAsync(file, cases);
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await CommandLine.RunAsync(["evaluate", "occupations", "--cases", file, .. more], output, error);
        return (code, output.ToString(), error.ToString());
    }
}
