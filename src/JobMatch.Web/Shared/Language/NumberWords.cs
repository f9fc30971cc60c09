using System.Globalization;

namespace JobMatch.Web.Shared.Language;

/// <summary>
/// Bends the words beside a number, for languages that do: a place <c>{0:person|people}</c> of a text says the first word when argument 0 is one and the second otherwise. The argument may be a
/// number or one that is written out already ("1", "1,204"). Other formats are those of the culture.
/// </summary>
internal sealed class NumberWords(CultureInfo culture) : IFormatProvider, ICustomFormatter
{
    public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : culture.GetFormat(formatType);

    public string Format(string? format, object? arg, IFormatProvider? formatProvider)
    {
        if (format?.Split('|') is [var one, var other]) return Convert.ToString(arg, CultureInfo.InvariantCulture) == "1" ? one : other;
        return arg is IFormattable number ? number.ToString(format, culture) : arg?.ToString() ?? "";
    }
}
