namespace JobMatch.Employers;

/// <summary>统一社会信用代码 by GB 32100-2015: 18 characters without I, O, S, V and Z; the last is a check character modulo 31.</summary>
public static class CreditCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private const int Length = 18;

    /// <summary>Upper case, without spaces and hyphens.</summary>
    public static string Normalise(string? typed) =>
        (typed ?? "").Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();

    /// <summary>Whether a normalised code has the right length, characters and check character.</summary>
    public static bool IsValid(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return code.Length == Length && code.All(c => Alphabet.Contains(c, StringComparison.Ordinal)) && CheckOf(code) == code[^1];
    }

    /// <summary>The check character of the first 17: 31 less the sum of value × 3^position modulo 31.</summary>
    private static char CheckOf(string code)
    {
        var (sum, weight) = (0, 1);
        for (var i = 0; i < Length - 1; i++)
        {
            sum += Alphabet.IndexOf(code[i], StringComparison.Ordinal) * weight;
            weight = weight * 3 % 31;
        }

        return Alphabet[(31 - (sum % 31)) % 31];
    }
}
