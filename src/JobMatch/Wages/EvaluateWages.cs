using System.Globalization;
using System.Text.Json;
using JobMatch.Data;

namespace JobMatch.Wages;

/// <summary>A case of a wage whose right reading is known. Amounts are yuan in the unit; null when not stated.</summary>
/// <param name="Line">Of the file, from 1.</param>
/// <param name="Text">The advertisement's words.</param>
/// <param name="Min">Lower end.</param>
/// <param name="Max">Upper end.</param>
/// <param name="Unit">month, day, hour, year, week, time, piece or negotiable.</param>
/// <param name="Months">Months paid a year; null when the case does not judge it.</param>
public sealed record WageCase(int Line, string Text, decimal? Min, decimal? Max, string Unit, int? Months)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Min:0.##}..{Max:0.##} {Unit}") + (Months is > 12 ? $" x{Months}" : "");
}

/// <summary>A case that was read wrongly, and how.</summary>
public sealed record WageMiss(WageCase Case, WageCase Read);

public sealed record WagesEvaluated(int Cases, IReadOnlyList<WageMiss> Misses)
{
    /// <summary>0 to 1: cases whose amounts, unit and months are all right.</summary>
    public double Accuracy => Cases == 0 ? 0 : 1 - ((double)Misses.Count / Cases);
}

/// <summary>
/// Measures <see cref="WageReader"/> on a file of cases, JSON lines <c>{"text", "min", "max", "unit", "months"}</c>. One amount may be given as min
/// alone or as min and max alike; months count only where the case gives them. A guaranteed base without a range is the lower end.
/// </summary>
public static class EvaluateWages
{
    private static readonly string[] Units = ["month", "day", "hour", "year", "week", "time", "piece", "negotiable"];

    /// <exception cref="InvalidDataException">A line is no case; the message names the file, the line and what is wrong.</exception>
    public static WagesEvaluated Run(string file)
    {
        var (count, misses) = (0, new List<WageMiss>());
        foreach (var known in CaseLines.Of(file, "text", "min", "max", "unit", "months").Select(ReadCase))
        {
            count++;
            var read = Describe(known, WageReader.Read(known.Text));
            if (!Same(known, read)) misses.Add(new WageMiss(known, read));
        }

        return count > 0 ? new WagesEvaluated(count, misses) : throw new InvalidDataException($"{file} holds no cases: JSON lines with text, min, max, unit and months are expected.");
    }

    private static WageCase Describe(WageCase known, Wage wage) => known with
    {
        Unit = wage.Unit is WageUnit.PieceRate ? "piece" : wage.Unit.ToString().ToLowerInvariant(),
        Min = (wage.MinFen ?? (wage.MaxFen is null ? wage.BaseFen : null)) / 100m,
        Max = wage.MaxFen / 100m,
        Months = wage.MonthsPerYear,
    };

    private static bool Same(WageCase known, WageCase read)
    {
        if (known.Unit != read.Unit || (known.Months is { } months && months != read.Months)) return false;
        if (known.Unit == "negotiable") return true;
        return (known.Min, known.Max) switch
        {
            ({ } low, null) => read.Min == low && (read.Max is null || read.Max == low),
            (null, { } high) => read.Max == high && (read.Min is null || read.Min == high),
            ({ } low, { } high) when low == high => (read.Min ?? read.Max) == low && (read.Max ?? read.Min) == low,
            _ => read.Min == known.Min && read.Max == known.Max,
        };
    }

    private static WageCase ReadCase(CaseLine row)
    {
        var (text, unit) = (row.Text("text"), row.Text("unit"));
        if (!Units.Contains(unit)) throw row.Wrong($"has the unit '{unit}'; there are {string.Join(", ", Units)}");
        var (min, max) = (Number(row, "min"), Number(row, "max"));
        if (unit == "negotiable" && (min ?? max) is not null) throw row.Wrong($"has {(min is null ? "a max" : "a min")} though its unit is negotiable");
        if (unit != "negotiable" && min is null && max is null) throw row.Wrong("has neither min nor max");
        if (min > max) throw row.Wrong("has a min above its max");
        var months = Number(row, "months");
        if (months is { } paid && (paid % 1 != 0 || paid is < 1 or > 24)) throw row.Wrong("has no whole number from 1 to 24 as months");
        return new WageCase(row.Number, text, min, max, unit, (int?)months);
    }

    /// <summary>Zero is what is not stated.</summary>
    private static decimal? Number(CaseLine row, string name)
    {
        if (row.Find(name) is not { } value) return null;
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDecimal(out var number) || number < 0) throw row.Wrong($"has no number as {name}");
        return number == 0 ? null : number;
    }
}
