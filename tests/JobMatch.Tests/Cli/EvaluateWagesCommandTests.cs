using JobMatch.Cli;
using Shouldly;
using Xunit;

namespace JobMatch.Tests.Cli;

public sealed class EvaluateWagesCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("jobmatch-wages-").FullName;

    [Fact]
    public async Task Accuracy_and_misses_are_printed()
    {
        var (code, output, _) = await RunAsync("""
            {"text": "8千-1.1万·13薪", "min": 8000, "max": 11000, "unit": "month", "months": 13}
            {"text": "面议", "unit": "negotiable", "why": "nothing is said"}

            {"text": "200元/天", "min": 200, "max": 200, "unit": "month"}
            {"text": "4000元/年", "min": 4000, "unit": "year"}
            """);
        code.ShouldBe(1);
        output.ShouldContain("cases    4");
        output.ShouldContain("accuracy 0.7500");
        output.ShouldContain("line 4: 200元/天 | expected 200..200 month | read 200..200 day");
    }

    [Fact]
    public async Task All_right_is_exit_code_0() => (await RunAsync("""{"text": "时薪18", "min": 18, "max": 18, "unit": "hour"}""")).Code.ShouldBe(0);

    [Theory]
    [InlineData("not json", "line 1 is no JSON object")]
    [InlineData("[1]", "line 1 is no JSON object")]
    [InlineData("""{"min": 5, "unit": "hour"}""", "line 1 has no text")]
    [InlineData("""{"text": "5元", "min": 5}""", "line 1 has no unit")]
    [InlineData("""{"text": "5元", "min": 5, "unit": "fortnight"}""", "the unit 'fortnight'")]
    [InlineData("""{"text": "5元", "unit": "hour"}""", "neither min nor max")]
    [InlineData("""{"text": "5元", "min": "five", "unit": "hour"}""", "no number as min")]
    [InlineData("""{"text": "5元", "min": 5, "max": 3, "unit": "hour"}""", "line 1 has a min above its max")]
    [InlineData("""{"text": "5千·13薪", "min": 5000, "unit": "month", "months": 13.5}""", "line 1 has no whole number from 1 to 24 as months")]
    [InlineData("""{"text": "5千", "min": 5000, "unit": "month", "months": 99}""", "no whole number from 1 to 24")]
    [InlineData("""{"text": "5-8元", "mim": 5, "max": 8, "unit": "hour"}""", "line 1 has the field 'mim'; there are text, min, max, unit, months")]
    [InlineData("""{"text": "面议", "min": 3000, "unit": "negotiable"}""", "line 1 has a min though its unit is negotiable")]
    [InlineData("{\"text\": \"面议\", \"min\": 0, \"unit\": \"negotiable\"}\n{\"text\": \"面议\", \"max\": 9, \"unit\": \"negotiable\"}", "line 2 has a max though its unit is negotiable")]
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
    public async Task A_missing_file_is_named()
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        (await CommandLine.RunAsync(["evaluate", "wages", "--cases", Path.Combine(_folder, "nowhere.jsonl")], output, error)).ShouldBe(2);
        error.ToString().ShouldContain("nowhere.jsonl does not exist");
    }

    [Fact]
    public async Task A_folder_is_no_file_of_cases()
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        (await CommandLine.RunAsync(["evaluate", "wages", "--cases", _folder], output, error)).ShouldBe(2);
        error.ToString().ShouldContain("is a folder");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<(int Code, string Output, string Error)> RunAsync(string cases)
    {
        var file = Path.Combine(_folder, "cases.jsonl");
        await File.WriteAllTextAsync(file, cases);
        var (output, error) = (new StringWriter(), new StringWriter());
        return (await CommandLine.RunAsync(["evaluate", "wages", "--cases", file], output, error), output.ToString(), error.ToString());
    }
}
