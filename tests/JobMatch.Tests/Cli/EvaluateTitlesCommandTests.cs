using JobMatch.Cli;
using Shouldly;
using Xunit;

namespace JobMatch.Tests.Cli;

public sealed class EvaluateTitlesCommandTests : IDisposable
{
    private const string Queries = "q_id\tjobtitle\nq1\t缝纫工\nq2\t会计\n";
    private const string Corpus = "c_id\tjobtitle\nc1\t服装车工\nc2\t财务会计师\nc3\t门卫\n";
    private const string Judgements = "q1\t0\tc1\t1\nq2\t0\tc2\t1\nq2\t0\tc3\t0\n";
    private readonly string _folder = Directory.CreateTempSubdirectory("jobmatch-titles-").FullName;

    [Fact]
    public async Task The_figures_are_printed()
    {
        var (code, output, _) = await RunAsync(Queries, Corpus, Judgements);
        code.ShouldBe(0);
        output.ShouldContain("queries  2 of 2");
        output.ShouldContain("corpus   3");
        output.ShouldContain("MAP      1.0000");
        output.ShouldContain("nDCG@10  1.0000");
        output.ShouldContain("MRR      1.0000");
        output.ShouldContain("P@5      0.2000");
    }

    [Fact]
    public async Task Windows_line_ends_and_a_byte_order_mark_are_read() =>
        (await RunAsync("\ufeff" + Queries.ReplaceLineEndings("\r\n"), Corpus.ReplaceLineEndings("\r\n"), Judgements.ReplaceLineEndings("\r\n"))).Code.ShouldBe(0);

    [Fact]
    public async Task Blanks_blank_lines_empty_last_cells_and_rows_said_twice_change_nothing()
    {
        var (_, plain, _) = await RunAsync(Queries, Corpus, Judgements);
        var (code, output, _) = await RunAsync("q_id \tjobtitle\t\n\nq1\t 缝纫工\nq1\t缝纫工\n  \n q2\t会计\t\n", Corpus + "\nc3\t门卫 \n", Judgements + "\nq1\t0\tc1\t1\t\n");
        code.ShouldBe(0);
        output.ShouldBe(plain);
    }

    [Fact]
    public async Task Ids_are_any_text() =>
        (await RunAsync("q_id\tjobtitle\n甲 1\t会计\n", "c_id\tjobtitle\n甲 1\t财务会计师\n０\t门卫\n", "甲 1\tQ0\t甲 1\t1\n")).Output.ShouldContain("MAP      1.0000");

    [Fact]
    public async Task A_table_that_is_none_is_named()
    {
        var table = Path.Combine(_folder, "other.bin");
        await File.WriteAllTextAsync(table, "no table");
        var (code, _, error) = await RunAsync(Queries, Corpus, Judgements, "--table", table);
        code.ShouldBe(2);
        error.ShouldContain("other.bin: The table of titles");
    }

    [Theory]
    [InlineData("id\ttitle\nq1\t会计\n", Corpus, Judgements, "queries.tsv: row 1 is not the header")]
    [InlineData("q_id\tjobtitle\nq1\t会计\t2\n", Corpus, Judgements, "queries.tsv: row 2 has 3 columns instead of 2")]
    [InlineData("q_id\tjobtitle\nq1\t\n", Corpus, Judgements, "queries.tsv: row 2 has no title")]
    [InlineData("", Corpus, Judgements, "queries.tsv holds no titles")]
    [InlineData(Queries, "c_id\tjobtitle\nc1\t会计\nc1\t出纳\n", Judgements, "corpus.tsv: row 3 repeats the id 'c1' with another title")]
    [InlineData(Queries, "c_id\tjobtitle\n\t会计\n", Judgements, "corpus.tsv: row 2 has no id")]
    [InlineData(Queries, "c_id\tjobtitle\n\nc1\t  \t\n", Judgements, "corpus.tsv: row 3 has no title")]
    [InlineData(Queries, Corpus, "q1 0 c1 1\n", "judgements.tsv: row 1 has 1 columns instead of 4")]
    [InlineData(Queries, Corpus, "q1\t0\tc1\t1\nq9\t0\tc1\t1\n", "judgements.tsv: row 2 names the query 'q9'")]
    [InlineData(Queries, Corpus, "q1\t0\tc9\t1\n", "judgements.tsv: row 1 names the title 'c9'")]
    [InlineData(Queries, Corpus, "q1\t0\tc1\tyes\n", "judgements.tsv: row 1 has 'yes' as a grade")]
    [InlineData(Queries, Corpus, "q1\t0\tc1\t0\n", "judgements.tsv holds no title that is relevant")]
    public async Task A_bad_file_is_named_with_its_row(string queries, string corpus, string judgements, string problem)
    {
        var (code, output, error) = await RunAsync(queries, corpus, judgements);
        code.ShouldBe(2);
        output.ShouldBeEmpty();
        error.ShouldContain(problem);
    }

    [Fact]
    public async Task A_missing_file_is_named()
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var nowhere = Path.Combine(_folder, "nowhere.tsv");
        (await CommandLine.RunAsync(["evaluate", "titles", "--queries", nowhere, "--corpus", nowhere, "--judgements", nowhere], output, error)).ShouldBe(2);
        error.ToString().ShouldContain("nowhere.tsv does not exist");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<(int Code, string Output, string Error)> RunAsync(string queries, string corpus, string judgements, params string[] more)
    {
        foreach (var (name, text) in ((string, string)[])[("queries", queries), ("corpus", corpus), ("judgements", judgements)])
            await File.WriteAllTextAsync(Path.Combine(_folder, name + ".tsv"), text);
        var (output, error) = (new StringWriter(), new StringWriter());
        string PathOf(string name) => Path.Combine(_folder, name + ".tsv");
        var code = await CommandLine.RunAsync(["evaluate", "titles", "--queries", PathOf("queries"), "--corpus", PathOf("corpus"), "--judgements", PathOf("judgements"), .. more], output, error);
        return (code, output.ToString(), error.ToString());
    }
}
