using System.Globalization;
using JobMatch.Rules;
using JobMatch.Web.Shared.Language;

namespace JobMatch.Web.ForSupervisors.Rules;

/// <summary>Dated rules in words: what the number means, whom it is for, who says so.</summary>
public sealed class RuleTexts(Texts texts)
{
    // What sources say besides the numbers of the policy files; longer ones first, because shorter ones stand inside them.
    private static readonly (string Words, string Key)[] SourceWords =
        [("days county", "Days"), ("number county", "Number"), ("county", "County"), ("after", "After")];

    /// <summary>The first half of a sentence that the value ends, for reports; forms that ask for the number have words of their own.</summary>
    public string Name(RuleName name) => texts[$"Definition.{name}"];

    /// <summary>«6 个月»; rules that say yes or no have a sentence for each.</summary>
    public string Value(RuleName name, decimal value)
    {
        var number = value.ToString("0.##", CultureInfo.InvariantCulture);
        return texts.Find($"RuleValue.{name}.{number}") ?? texts[$"RuleValue.{name}", number];
    }

    /// <summary>Whom a rule is for; empty when it holds for all.</summary>
    public string For(string type) => type.Length == 0 ? "" : string.Join(texts["Fit.Comma"], type.Split('/').Select(part => texts.Find($"RuleFor.{part}") ?? part));

    /// <summary>«001 §4；数值县定».</summary>
    public string Source(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        foreach (var (words, key) in SourceWords)
        {
            var at = source.IndexOf(words, StringComparison.Ordinal);
            if (at < 0) continue;
            var rest = source[(at + words.Length)..];
            return Source(source[..at]) + texts[$"RuleSource.{key}"] + Source(rest);
        }

        return source.Replace("; ", texts["RuleSource.Then"], StringComparison.Ordinal).Replace(", ", texts["Fit.Comma"], StringComparison.Ordinal);
    }
}
