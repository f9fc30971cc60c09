using System.Buffers;
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

    /// <summary>By its mark; without one UTF-8 when (nearly) every byte fits it, UTF-16 when half of the bytes are zero, else GB18030.</summary>
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

    /// <summary>
    /// A file in UTF-8 with a broken character (cut in the middle, one bad byte) stays UTF-8: Chinese in GB18030 forms hardly any whole character of UTF-8, so ten whole
    /// ones for each broken one settle it. The broken one reads as U+FFFD; who reads rows refuses its row.
    /// </summary>
    private static bool IsUtf8(ReadOnlySpan<byte> bytes, bool whole)
    {
        var (good, broken) = (0, 0);
        while (bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF) is var next and >= 0)
        {
            bytes = bytes[next..];
            var status = Rune.DecodeFromUtf8(bytes, out _, out var taken);
            if (status == OperationStatus.Done) good++;
            else if (status != OperationStatus.NeedMoreData || whole) broken++;
            bytes = bytes[taken..];
        }
        return broken == 0 || good >= 10 * broken;
    }

    /// <summary>A cell that no spreadsheet takes for a formula: one that begins with = + - @ or a control character gets an apostrophe.</summary>
    public static string SafeCell(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' ? "'" + text : text;
    }
}
