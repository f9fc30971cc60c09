using System.Text;

namespace JobMatch.Data;

/// <summary>Text files as offices send them: UTF-8 with or without a byte-order mark, UTF-16 with one, or GB18030.</summary>
public static class TextFile
{
    private const int Sample = 1 << 20;

    static TextFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Opens a file for reading in the encoding that it is written in.</summary>
    public static StreamReader Open(string path)
    {
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        try
        {
            var bytes = new byte[(int)Math.Min(Sample, stream.Length)];
            stream.ReadExactly(bytes);
            stream.Position = 0;
            return new StreamReader(stream, EncodingOf(bytes, whole: bytes.Length == stream.Length), detectEncodingFromByteOrderMarks: true);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>By its mark; without one UTF-8 when every byte fits it, UTF-16 when half of the bytes are zero, else GB18030.</summary>
    /// <param name="bytes">The beginning of the file.</param>
    /// <param name="whole">False when the file goes on, so that a character may be cut at the end.</param>
    public static Encoding EncodingOf(ReadOnlySpan<byte> bytes, bool whole = true)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) return Encoding.UTF8;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return Encoding.Unicode;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return Encoding.BigEndianUnicode;
        if (bytes.IndexOf((byte)0) is var zero and >= 0) return zero % 2 == 1 ? Encoding.Unicode : Encoding.BigEndianUnicode;
        return IsUtf8(bytes, whole) ? Encoding.UTF8 : Encoding.GetEncoding("GB18030");
    }

    private static bool IsUtf8(ReadOnlySpan<byte> bytes, bool whole)
    {
        // A cut character at the end of a sample spoils nothing: step back to the last start of one.
        if (!whole)
            for (var back = 1; back <= 3 && bytes.Length > back; back++)
                if ((bytes[^back] & 0xC0) != 0x80)
                {
                    if (bytes[^back] >= 0xC0) bytes = bytes[..^back];
                    break;
                }

        return System.Text.Unicode.Utf8.IsValid(bytes);
    }

    /// <summary>A cell that no spreadsheet takes for a formula: one that begins with = + - @ or a control character gets an apostrophe.</summary>
    public static string SafeCell(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' ? "'" + text : text;
    }
}
