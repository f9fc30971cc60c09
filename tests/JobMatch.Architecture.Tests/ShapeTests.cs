using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace JobMatch.Architecture.Tests;

/// <summary>Names and sizes that keep the tree readable.</summary>
public partial class ShapeTests
{
    private const int MostLines = 400;
    private static readonly string[] Drawers = ["Core", "Common", "Services", "Helpers", "Utils", "Utilities", "Managers", "Misc"];

    [Fact]
    public void No_folder_is_a_drawer() => DrawersIn(SourceTree.Files).ShouldBeEmpty();

    [Fact]
    public void A_planted_drawer_is_found() => DrawersIn([new SourceFile("JobMatch/Helpers/Planted.cs", "")]).ShouldBe(["JobMatch/Helpers/Planted.cs"]);

    [Fact]
    public void No_file_hides_a_second_one() => SourceTree.Files.Where(f => f.Text.Count(c => c == '\n') > MostLines).Select(f => f.Path).ShouldBeEmpty();

    [Fact]
    public void Nothing_is_left_for_later() => LeftIn(SourceTree.Files).ShouldBeEmpty();

    [Fact]
    public void A_planted_leftover_is_found() => LeftIn([new SourceFile("JobMatch/A.cs", "// TO" + "DO: later")]).ShouldBe(["JobMatch/A.cs"]);

    private static List<string> DrawersIn(IEnumerable<SourceFile> files) => [.. files.Where(f => f.Path.Split('/').SkipLast(1).Any(Drawers.Contains)).Select(f => f.Path)];

    private static List<string> LeftIn(IEnumerable<SourceFile> files) => [.. files.Where(f => Later().IsMatch(f.Text)).Select(f => f.Path)];

    [GeneratedRegex(@"\bTODO\b|\bFIXME\b|\bHACK\b|NotImplementedException")]
    private static partial Regex Later();
}
