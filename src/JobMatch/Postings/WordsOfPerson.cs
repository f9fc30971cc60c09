using System.Text.RegularExpressions;

namespace JobMatch.Postings;

/// <summary>Words that speak of a person's age, sex or schooling.</summary>
public static partial class WordsOfPerson
{
    /// <summary>「45岁以下」, 「女」, 「高中以上」: no index of people has any of it.</summary>
    public static bool Is(string word) => OfPerson().IsMatch(word);

    /// <summary>「15岁」: nobody may employ her (劳动法, article 15).</summary>
    public static bool AreUnderAge(string words) => UnderAge().IsMatch(words);

    [GeneratedRegex(@"\d+\s*周?岁|岁(?:以[上下]|左右)?$|^(?:男|女)(?:的|性|工|人|生)?$|文化|学历|毕业|^(?:小学|初中|高中|中专|大专|本科)(?:以[上下])?$")]
    private static partial Regex OfPerson();

    [GeneratedRegex("1[0-5]周?岁")]
    private static partial Regex UnderAge();
}
