using System.Security.Cryptography;

namespace JobMatch.Accounts;

/// <summary>Makes a password to be told once, by telephone if need be: no signs that look alike.</summary>
public static class NewPassword
{
    private const string Letters = "abcdefghjkmnpqrstuvwxyz";
    private const string Digits = "23456789";

    /// <summary>Four groups of four with a digit in each: about 70 bits.</summary>
    public static string Make() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Letters, 3) + RandomNumberGenerator.GetString(Digits, 1)));
}
