using JobMatch.Data;

namespace JobMatch.Households;

/// <summary>
/// The citizen identity number (GB 11643-1999): 17 digits and a check character by ISO 7064 MOD 11-2. Disability certificates put 2 or 4
/// more characters behind it; those are cut.
/// </summary>
public static class IdNumber
{
    private const string CheckCharacters = "10X98765432";
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    public static bool TryParse(string? text, out ParsedIdNumber parsed)
    {
        parsed = default;
        if (text is null) return false;
        var digits = TypedText.Narrow(text).TrimStart('\'').Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        if (digits.Length is 20 or 22) digits = digits[..18];
        if (digits.Length != 18 || !digits.AsSpan(0, 17).ToString().All(char.IsAsciiDigit)) return false;
        if (CheckCharacter(digits) != digits[17]) return false;
        if (!DateOnly.TryParseExact(digits.AsSpan(6, 8), "yyyyMMdd", out var birth)) return false;
        parsed = new ParsedIdNumber(digits, birth, (digits[16] - '0') % 2 == 1 ? Sex.Male : Sex.Female);
        return true;
    }

    /// <summary>522701********1234: enough to compare with a card, not enough to use.</summary>
    public static string Mask(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return number.Length < 10 ? "***" : number[..6] + new string('*', number.Length - 10) + number[^4..];
    }

    /// <summary>The check character of the first 17 digits.</summary>
    public static char CheckCharacter(string digits)
    {
        ArgumentNullException.ThrowIfNull(digits);
        var sum = 0;
        for (var i = 0; i < 17; i++) sum += (digits[i] - '0') * Weights[i];
        return CheckCharacters[sum % 11];
    }
}

public readonly record struct ParsedIdNumber(string Number, DateOnly BirthDate, Sex Sex)
{
    public string LastFour => Number[^4..];
}
