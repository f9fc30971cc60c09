using JobMatch.Data;

namespace JobMatch.Accounts;

/// <summary>A mainland mobile number: 11 digits, the first is 1, the second 3–9.</summary>
public static class Phone
{
    public static bool TryParse(string? text, out string phone)
    {
        phone = TypedText.Narrow(text).Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        if (phone.StartsWith("+86", StringComparison.Ordinal)) phone = phone[3..];
        return phone.Length == 11 && phone[0] == '1' && phone[1] is >= '3' and <= '9' && phone.All(char.IsAsciiDigit);
    }

    /// <summary>138****0007: what a screen shows where the whole number is not needed.</summary>
    public static string Mask(string phone)
    {
        ArgumentNullException.ThrowIfNull(phone);
        return phone.Length == 11 ? phone[..3] + "****" + phone[7..] : "***";
    }
}
