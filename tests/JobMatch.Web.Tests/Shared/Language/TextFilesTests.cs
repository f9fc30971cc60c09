using JobMatch.Web.Shared.Language;
using Shouldly;
using Xunit;

namespace JobMatch.Web.Tests.Shared.Language;

public sealed class TextFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("texts-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Audiences_of_a_culture_make_one_table()
    {
        Write("A.zh-CN.json", """{ "One": "一" }""");
        Write("B.zh-CN.json", """{ "Two": "二" }""");
        Write("A.en.json", """{ "One": "one" }""");
        var files = TextFiles.Read(_folder);
        files.Cultures.ShouldBe(["en", "zh-CN"]);
        files.Keys("zh-CN").ShouldBe(["One", "Two"], ignoreOrder: true);
        files.Find("en", "One").ShouldBe("one");
        files.Find("en", "Two").ShouldBeNull();
    }

    [Fact]
    public void A_key_in_two_files_names_both()
    {
        Write("A.en.json", """{ "One": "one" }""");
        Write("B.en.json", """{ "One": "uno" }""");
        Should.Throw<InvalidDataException>(() => TextFiles.Read(_folder)).Message.ShouldBe("B.en.json: the key \"One\" stands in A.en.json already.");
    }

    [Theory]
    [InlineData("A.en.json", """{ "One": 1 }""")]
    [InlineData("A.en.json", """{ "One": " " }""")]
    [InlineData("A.en.json", """[ "One" ]""")]
    [InlineData("A.en.json", """{ "One": """)]
    [InlineData("A.json", """{ "One": "one" }""")]
    public void A_broken_file_is_named(string file, string content)
    {
        Write(file, content);
        Should.Throw<InvalidDataException>(() => TextFiles.Read(_folder)).Message.ShouldStartWith(file);
    }

    private void Write(string file, string content) => File.WriteAllText(Path.Combine(_folder, file), content);
}
