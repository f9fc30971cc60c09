using System.Text;

namespace JobMatch.Data;

/// <summary>What people type on Chinese keyboards, for fields that hold digits and Latin letters.</summary>
public static class TypedText
{
    /// <summary>Full-width digits, letters and signs as their plain ones (１２ｘ becomes 12x), without blanks at the ends; everything else stays.</summary>
    public static string Narrow(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var narrow = new StringBuilder(text.Length);
        foreach (var letter in text)
            narrow.Append(letter switch
            {
                >= '\uFF01' and <= '\uFF5E' => (char)(letter - 0xFEE0),
                '\u3000' => ' ',
                _ => letter,
            });
        return narrow.ToString().Trim();
    }
}
