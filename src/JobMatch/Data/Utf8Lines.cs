using System.Text;

namespace JobMatch.Data;

/// <summary>The lines of a text file in UTF-8. A file in another encoding is refused instead of being read as something else.</summary>
public static class Utf8Lines
{
    /// <exception cref="InvalidDataException">A line is no UTF-8; the message names the file and about where.</exception>
    public static IEnumerable<string> Of(string file)
    {
        using var reader = new StreamReader(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        for (var line = 1; ; line++)
        {
            string? text;
            try
            {
                text = reader.ReadLine();
            }
            catch (DecoderFallbackException)
            {
                throw new InvalidDataException($"{file} is not UTF-8 (at line {line} or soon after it): save it as UTF-8.");
            }

            if (text is null) yield break;
            yield return text;
        }
    }
}
