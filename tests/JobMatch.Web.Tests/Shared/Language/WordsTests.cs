using System.Text.RegularExpressions;
using JobMatch.Web.Shared.Language;
using Shouldly;
using Xunit;

namespace JobMatch.Web.Tests.Shared.Language;

/// <summary>Every word that a page asks for is there, in both languages, and no word for people stands outside the files.</summary>
public sealed partial class WordsTests
{
    private static readonly TextFiles Files = TextFiles.Read(Path.Combine(Source.Web, "Resources"));

    [Fact]
    public void Both_languages_have_the_same_keys()
    {
        Files.Keys("zh-CN").Except(Files.Keys("en")).ShouldBeEmpty("not in English");
        Files.Keys("en").Except(Files.Keys("zh-CN")).ShouldBeEmpty("not in Chinese");
    }

    [Fact]
    public void Both_languages_fill_in_the_same_places()
    {
        var differing = Files.Keys("zh-CN").Where(key => !Places(Files.Find("zh-CN", key)!).SetEquals(Places(Files.Find("en", key) ?? "")));
        differing.ShouldBeEmpty();
        static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(m => m.Value)];
    }

    [Fact]
    public void Every_key_that_pages_ask_for_is_there()
    {
        Source.Files(".cshtml", ".cs").SelectMany(path => Missing(File.ReadAllText(path)).Select(key => $"{Path.GetFileName(path)}: {key}")).ShouldBeEmpty();
        Source.Files(".cshtml").SelectMany(path => Asked().Matches(File.ReadAllText(path))).Count().ShouldBeGreaterThan(50);
    }

    [Fact]
    public void A_key_that_is_not_there_is_found() =>
        Missing("""<p>@T["No.Such"] @T["Site.Name", 1] @T[$"Place.{x}"] @T[$"Nothing.{x}"] @T["Error." + x] @T[on ? "Nav.Back" : "Nav.None"]</p> [Display(Name = "No.Name")]""")
            .ShouldBe(["No.Such", "Nothing.", "Nav.None", "No.Name"], ignoreOrder: true);

    /// <summary>Refusals of rows of a file carry the field's own code; the command line has sentences of its own for them.</summary>
    private static readonly string[] OfFiles = ["Import."];

    [Fact]
    public void Every_refusal_of_the_business_has_its_words()
    {
        var codes = Directory.EnumerateFiles(Path.Combine(Source.Web, "../JobMatch"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal)).SelectMany(path => Refused().Matches(File.ReadAllText(path))).Select(m => m.Groups[1].Value).Distinct().ToList();
        codes.Count.ShouldBeGreaterThan(80);
        codes.Where(code => !Files.Keys("zh-CN").Any(key => key == "Refusal." + code || (code.EndsWith('.') && key.StartsWith("Refusal." + code, StringComparison.Ordinal))) && !OfFiles.Contains(code)).ShouldBeEmpty();
    }

    [Fact]
    public void No_chinese_stands_outside_the_files()
    {
        Source.Files(".cshtml", ".cs", ".js").SelectMany(path => Chinese(File.ReadAllText(path)).Select(line => $"{Path.GetFileName(path)}: {line}")).ShouldBeEmpty();
        Chinese("var x = 1;\n// 今天\nvar y = \"今天\"; // why\n").ShouldHaveSingleItem().ShouldContain("var y");
        Chinese("@* 说明 *@\n<p>今天</p>").ShouldHaveSingleItem();
    }

    [Fact]
    public void Every_icon_of_a_page_is_in_the_sprite()
    {
        var known = Symbol().Matches(File.ReadAllText(Path.Combine(Source.Web, "assets/icons.mjs"))).Select(m => m.Groups[1].Value).ToHashSet();
        known.Count.ShouldBeGreaterThan(30);
        Source.Files(".cshtml").SelectMany(path => Icon().Matches(File.ReadAllText(path))).Select(m => m.Groups[1].Value).Where(name => !known.Contains(name)).ShouldBeEmpty();
        JobMatch.Web.Shared.Navigation.Places.Residents.Concat(JobMatch.Web.Shared.Navigation.Places.StationStaff).Concat(JobMatch.Web.Shared.Navigation.Places.Employers)
            .Concat(JobMatch.Web.Shared.Navigation.Places.Supervisors).Concat(JobMatch.Web.Shared.Navigation.Places.Administrators)
            .Where(place => !known.Contains(place.Icon) || Files.Find("zh-CN", $"Place.{place.Name}") is null).ShouldBeEmpty();
    }

    [GeneratedRegex(@"new Refusal\(""([A-Za-z.]+)""")]
    private static partial Regex Refused();

    private static IEnumerable<string> Missing(string code)
    {
        var keys = Files.Keys("zh-CN");
        code = Comment().Replace(code, "");
        foreach (var asked in Asked().Matches(code).SelectMany(m => Literal().Matches(m.Groups[1].Value)))
        {
            var key = asked.Groups[1].Value;
            // "Place." + x and $"Place.{x}": at least one such key must be there.
            var there = key.EndsWith('.') || key.Contains('{', StringComparison.Ordinal)
                ? keys.Any(known => known.StartsWith(key.Split('{')[0], StringComparison.Ordinal))
                : keys.Contains(key);
            if (!there)
                yield return key.Split('{')[0];
        }

        foreach (Match display in DisplayName().Matches(code))
            if (!keys.Contains(display.Groups[1].Value))
                yield return display.Groups[1].Value;
    }

    private static IEnumerable<string> Chinese(string code) =>
        Comment().Replace(code, "").Split('\n').Where(line => Han().IsMatch(line));

    // What stands in the brackets of T[...] or texts[...], up to the first argument.
    [GeneratedRegex("""(?<![\w.])(?:T|t|texts|Texts)\[((?:[^\[\]",]|"[^"]*")+)""")]
    private static partial Regex Asked();

    [GeneratedRegex("""(?<![=!]=\s)"([A-Z]\w*(?:\.[\w{}.()]*)+)"(?!\s*=>)""")]
    private static partial Regex Literal();

    [GeneratedRegex("""Display\(Name\s*=\s*"([^"]+)"\)""")]
    private static partial Regex DisplayName();

    [GeneratedRegex("""\{\d\}""")]
    private static partial Regex Place();

    [GeneratedRegex("""(?:<icon name=|Icon = )"([a-z-]+)""")]
    private static partial Regex Icon();

    [GeneratedRegex("\"([a-z-]+)\": \"")]
    private static partial Regex Symbol();

    [GeneratedRegex("""@\*[\s\S]*?\*@|/\*[\s\S]*?\*/|(?<![:"'])//[^\n]*""")]
    private static partial Regex Comment();

    [GeneratedRegex(@"[\u3400-\u9fff]")]
    private static partial Regex Han();
}
