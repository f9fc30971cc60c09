using System.Text;
using JobMatch.Data;
using Shouldly;
using Xunit;

namespace JobMatch.Tests.Data;

public sealed class Utf8LinesTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    [Fact]
    public void Lines_come_with_or_without_a_mark_and_with_any_line_end()
    {
        File.WriteAllText(_file, "q_id\tjobtitle\r\n1\t保安\n", new UTF8Encoding(true));
        Utf8Lines.Of(_file).ShouldBe(["q_id\tjobtitle", "1\t保安"]);
    }

    [Fact]
    public void Another_encoding_is_refused_and_the_file_named()
    {
        // 保安 in GB18030.
        File.WriteAllBytes(_file, [.. "q_id\tjobtitle\n1\t"u8, 0xB1, 0xA3, 0xB0, 0xB2, (byte)'\n']);
        var message = Should.Throw<InvalidDataException>(() => Utf8Lines.Of(_file).Count()).Message;
        message.ShouldContain(_file);
        message.ShouldContain("UTF-8");
    }

    public void Dispose() => File.Delete(_file);
}
