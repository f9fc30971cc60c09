using JobMatch.Asking;
using JobMatch.EmploymentSpells;
using JobMatch.Training;
using JobMatch.Workers;

namespace JobMatch.Search;

/// <summary>One of these ranges holds a number of somebody's; <paramref name="IsNone"/>: none does.</summary>
internal sealed record RecordRanges(IReadOnlyList<(long From, long To)> AnyOf, bool IsNone = false);

/// <summary>
/// What is on record with a day or a length, each as one number: what it is, of which kind or occupation, and the number of the day or months. A range of such numbers asks for one kind within
/// days or lengths, on every engine. No number changes by a day passing: work that goes on has the day that it would have begun, had there been no break.
/// </summary>
internal static class RecordNumbers
{
    private const long Values = 1_000_000;
    private const long Kinds = 100_000_000;
    private const int Last = (int)Values - 1;

    /// <summary>Of whichever kind.</summary>
    private const int Any = 0;

    private const int DaysOfMonth = 30;

    private enum What
    {
        Passed = 1,
        Failed = 2,
        LeftTraining = 3,
        AttendingFrom = 4,
        AttendingUntil = 5,
        CertificateUntil = 6,
        WorkedMonths = 7,
        WorksSince = 8,
        RegisteredUnemployed = 9,
    }

    public static IReadOnlyList<long> Of(Worker worker, IReadOnlyList<TrainingRecord> trainings, IReadOnlyList<EmploymentSpell> spells, IReadOnlyList<UnemploymentRegistration> registrations, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(worker);
        return [.. trainings.SelectMany(OfTraining).Concat(worker.Certificates.GroupBy(c => c.KindId).SelectMany(OfCertificates)).Concat(OfWork(worker, spells, today)).Concat(OfRegistrations(registrations)).Distinct().Order()];
    }

    /// <summary>All of them have to hold.</summary>
    public static IEnumerable<RecordRanges> Asked(WorkerQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.Trainings.SelectMany(Asked).Concat(query.Experience.Select(Asked)).Concat(query.Certificates.Select(asked => Ranges(What.CertificateUntil, asked.KindIds, asked.Ends)))
            .Concat(query.RegisteredUnemployed ? [Ranges(What.RegisteredUnemployed, [], default)] : []);
    }

    /// <summary>The latest registration holds; of two on one day the later record.</summary>
    private static IEnumerable<long> OfRegistrations(IEnumerable<UnemploymentRegistration> registrations) =>
        registrations.OrderBy(r => r.On).ThenBy(r => r.Id).LastOrDefault() is { Employed: false } latest ? [Number(What.RegisteredUnemployed, Any, latest.On.DayNumber)] : [];

    private static IEnumerable<long> OfTraining(TrainingRecord training)
    {
        var ends = (training.To ?? training.From).DayNumber;
        return training.Result switch
        {
            TrainingResult.Passed => Both(What.Passed, training.KindId, ends),
            TrainingResult.Failed => Both(What.Failed, training.KindId, ends),
            TrainingResult.DroppedOut => Both(What.LeftTraining, training.KindId, ends),
            TrainingResult.Attending => Both(What.AttendingFrom, training.KindId, training.From.DayNumber).Concat(Both(What.AttendingUntil, training.KindId, training.To?.DayNumber ?? Last)),
            _ => [],
        };
    }

    private static IEnumerable<long> OfCertificates(IGrouping<int, Certificate> certificates) => certificates.Any(c => c.ValidTo is null) ? [] : Both(What.CertificateUntil, certificates.Key, certificates.Max(c => c.ValidTo!.Value.DayNumber));

    private static IEnumerable<long> OfWork(Worker worker, IReadOnlyList<EmploymentSpell> spells, DateOnly today)
    {
        var begun = spells.Where(s => s.Start <= today).ToList();
        var lengths = worker.Experience.Select(e => (e.OccupationId, Since: (int?)null, Days: e.Months * DaysOfMonth))
            .Concat(begun.Select(s => (OccupationId: s.OccupationId ?? Any, Since: s.End is null ? s.Start.DayNumber : (int?)null, Days: s.End is { } end ? end.DayNumber - s.Start.DayNumber : 0))).ToList();
        return lengths.Where(l => l.OccupationId != Any).GroupBy(l => l.OccupationId).Select(g => Length(g.Key, [.. g])).Concat(lengths.Count > 0 ? [Length(Any, lengths)] : []);
    }

    private static long Length(int occupation, List<(int OccupationId, int? Since, int Days)> lengths) => lengths.Min(l => l.Since) is { } since
        ? Number(What.WorksSince, occupation, since - lengths.Sum(l => l.Days)) : Number(What.WorkedMonths, occupation, Math.Min(Last, lengths.Sum(l => l.Days) / DaysOfMonth));

    private static IEnumerable<RecordRanges> Asked(TrainingAsked asked)
    {
        var results = asked.Results.Where(result => result != TrainingResult.Attending).Select(WhatOf).ToList();
        if (results.Count > 0) yield return new RecordRanges([.. results.SelectMany(what => Ranges(what, asked.KindIds, asked.Ends).AnyOf)], asked.Never);
        if (!asked.Results.Contains(TrainingResult.Attending)) yield break;
        yield return Ranges(What.AttendingFrom, asked.KindIds, asked.Begins);
        yield return Ranges(What.AttendingUntil, asked.KindIds, asked.Ends);
    }

    private static What WhatOf(TrainingResult result) => result switch
    {
        TrainingResult.Passed => What.Passed,
        TrainingResult.Failed => What.Failed,
        TrainingResult.DroppedOut => What.LeftTraining,
        _ => throw new ArgumentOutOfRangeException(nameof(result), result, "Has no number of its own."),
    };

    private static RecordRanges Asked(ExperienceAsked asked)
    {
        var (day, below) = (asked.Day.DayNumber, asked.Below ?? Last / DaysOfMonth);
        return new RecordRanges([.. KindsOf(asked.OccupationIds).SelectMany(id => new[]
        {
            Range(What.WorkedMonths, id, asked.Months, below - 1),
            Range(What.WorksSince, id, Math.Max(0, day - (below * DaysOfMonth) + 1), day - (asked.Months * DaysOfMonth)),
        })]);
    }

    private static RecordRanges Ranges(What what, IReadOnlyList<int> kinds, DaysAsked days) => new([.. KindsOf(kinds).Select(kind => Range(what, kind, days.From?.DayNumber ?? 0, days.To?.DayNumber ?? Last))]);

    private static IReadOnlyList<int> KindsOf(IReadOnlyList<int> kinds) => kinds.Count > 0 ? kinds : [Any];

    private static (long From, long To) Range(What what, int kind, int from, int to) => (Number(what, kind, from), Number(what, kind, to));

    private static IEnumerable<long> Both(What what, int kind, int value) => [Number(what, kind, value), Number(what, Any, value)];

    private static long Number(What what, int kind, int value) => ((((long)what * Kinds) + kind) * Values) + value;
}
