using System.Text.RegularExpressions;

namespace JobMatch.Asking;

/// <summary>Words that speak of a person's sex, or of an age at which nobody may work.</summary>
public static partial class WordsOfPerson
{
    /// <summary>「女」, 「妇女」: whoever brokers work asks nobody's sex (就业促进法, article 27).</summary>
    public static bool IsSex(string word) => OfSex().IsMatch(word);

    /// <summary>「15岁」: nobody may employ her (劳动法, article 15).</summary>
    public static bool AreUnderAge(string words) => UnderAge().IsMatch(words);

    [GeneratedRegex("^(?:(?:男|女)(?:的|性|工|人|生|劳动力)?|妇女)(?:的|人)?$")]
    private static partial Regex OfSex();

    [GeneratedRegex("1[0-5]周?岁")]
    private static partial Regex UnderAge();
}
