using System.Globalization;
using JobMatch.Households;

namespace JobMatch.Seed;

/// <summary>
/// Numbers that look right to every check and can belong to nobody: identity numbers of a prefecture code that is not allotted (5299),
/// mobile numbers of the prefix 154 and land lines of the area code 0850, to our knowledge not allotted either.
/// </summary>
internal static class InventedNumbers
{
    /// <summary>First digits of every identity number and credit code made here.</summary>
    public const string Region = "529901";

    /// <summary>First digits of every mobile number made here.</summary>
    public const string MobilePrefix = "154";

    private const string CreditCharacters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static readonly int[] CreditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

    /// <summary>A valid identity number; the running number makes it unique among people born on a day.</summary>
    public static string IdNumber(DateOnly birth, Sex sex, int running)
    {
        var order = ((running * 2) % 1000) + (sex == Sex.Male ? 1 : 0);
        var digits = Region + birth.ToString("yyyyMMdd", CultureInfo.InvariantCulture) + (order % 1000).ToString("D3", CultureInfo.InvariantCulture);
        return digits + Households.IdNumber.CheckCharacter(digits);
    }

    /// <summary>154 and eight digits; 0–99 are kept for the demo accounts.</summary>
    public static string Mobile(int running) => MobilePrefix + running.ToString("D8", CultureInfo.InvariantCulture);

    /// <summary>统一社会信用代码 (GB 32100-2015): type 91, region, nine characters of the organisation, check character.</summary>
    public static string CreditCode(int running)
    {
        var body = "91" + Region + "MA" + running.ToString("D7", CultureInfo.InvariantCulture);
        var sum = body.Select((c, i) => CreditCharacters.IndexOf(c, StringComparison.Ordinal) * CreditWeights[i]).Sum();
        return body + CreditCharacters[(31 - (sum % 31)) % 31];
    }
}
