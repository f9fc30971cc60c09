using System.Globalization;
using System.Text;
using Shouldly;

namespace JobMatch.Web.Tests;

/// <summary>
/// A text that somebody has read and approved. It stands in <c>NAME.approved.md</c>; another text is written beside it as <c>NAME.received.md</c>, and the test fails with the lines that differ and the
/// command that approves the new one.
/// </summary>
internal static class Approved
{
    private const int MostLines = 60;

    public static void ShouldBe(string text, params string[] path)
    {
        var name = Source.Test(path);
        var (approved, received) = (name + ".approved.md", name + ".received.md");
        var known = File.Exists(approved) ? File.ReadAllText(approved) : "";
        if (known == text)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        throw new ShouldAssertException($"{Path.GetFileName(approved)} says something else.\n{Difference(known.Split('\n'), text.Split('\n'))}\nRead {received}; when it is right, approve it:\n  mv {received} {approved}");
    }

    /// <summary>Lines that went (-) and came (+), each block under the last heading before it.</summary>
    internal static string Difference(string[] before, string[] after)
    {
        var (said, lines, heading) = (new StringBuilder(), 0, "");
        var common = Common(before, after);
        for (int i = 0, j = 0; i < before.Length || j < after.Length;)
        {
            var same = i < before.Length && j < after.Length && before[i] == after[j];
            if (same && before[i].StartsWith('#')) heading = before[i];
            if (!same)
            {
                if (lines++ >= MostLines) return said.Append('…').ToString();
                if (heading.Length > 0) said.AppendLine(CultureInfo.InvariantCulture, $"  {heading}");
                heading = "";
            }

            if (same) (i, j) = (i + 1, j + 1);
            else if (j >= after.Length || (i < before.Length && common[i + 1, j] >= common[i, j + 1])) said.AppendLine(CultureInfo.InvariantCulture, $"- {before[i++]}");
            else said.AppendLine(CultureInfo.InvariantCulture, $"+ {after[j++]}");
        }

        return said.ToString();
    }

    /// <summary>How many lines the rests from i and j have in common, in order.</summary>
    private static int[,] Common(string[] before, string[] after)
    {
        var common = new int[before.Length + 1, after.Length + 1];
        for (var i = before.Length - 1; i >= 0; i--)
            for (var j = after.Length - 1; j >= 0; j--)
                common[i, j] = before[i] == after[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        return common;
    }
}
