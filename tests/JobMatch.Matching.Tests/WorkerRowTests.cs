using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using JobMatch.Matching.Pool;

namespace JobMatch.Matching.Tests;

public sealed class WorkerRowTests
{
    [Fact]
    public void A_worker_takes_38_bytes_that_every_scan_reads_20_that_some_do_and_32_that_few_do() =>
        (Unsafe.SizeOf<ScanColumns>() / WorkerChunk.Size, Unsafe.SizeOf<WarmRow>(), Unsafe.SizeOf<ColdRow>()).ShouldBe((38, 20, 32));

    [Fact]
    public void Rows_come_out_of_the_pool_as_they_went_in()
    {
        var random = new RandomProfiles(12);
        for (var id = 1; id <= 500; id++)
        {
            var row = WorkerRow.Pack(random.Worker(id), out var facts);
            var chunk = new WorkerChunk();
            chunk.Append(new HotRow(in row, 0, facts), new ColdRow(row.Id, 1, row.WaitingSince, row.WageFloorFen, row.LastWageFen), facts);
            var back = chunk.RowAt(0, [row.Home]);
            MemoryMarshal.AsBytes(new ReadOnlySpan<WorkerRow>(in back)).SequenceEqual(MemoryMarshal.AsBytes(new ReadOnlySpan<WorkerRow>(in row))).ShouldBeTrue();
        }
    }

    [Fact]
    public void Facts_come_back_as_they_went_in()
    {
        var occupation = WorkerFactCode.Occupation(new(8_38_86_07, 2031, 20));
        (WorkerFactCode.KindOf(occupation), WorkerFactCode.OccupationOf(occupation), WorkerFactCode.LastYearOf(occupation), WorkerFactCode.MonthsBandOf(occupation))
            .ShouldBe((WorkerFactCode.OccupationKind, 8_38_86_07, 2031, 2));
        var place = WorkerFactCode.WishedPlace(659_001_999);
        (WorkerFactCode.KindOf(place), WorkerFactCode.WishedPlaceOf(place)).ShouldBe((WorkerFactCode.WishedPlaceKind, 659_001_999));
        var wish = WorkerFactCode.WishedOccupation(6_05_02_01);
        (WorkerFactCode.KindOf(wish), WorkerFactCode.WishedOccupationOf(wish)).ShouldBe((WorkerFactCode.WishedOccupationKind, 6_05_02_01));
        var certificate = WorkerFactCode.Certificate(new(8191, A.Day));
        (WorkerFactCode.KindOf(certificate), WorkerFactCode.CertificateOf(certificate), WorkerFactCode.LastDayOf(certificate))
            .ShouldBe((WorkerFactCode.CertificateKind, 8191, A.Day.DayNumber));
        WorkerFactCode.LastDayOf(WorkerFactCode.Certificate(new(1, null))).ShouldBe(int.MaxValue);
        var skill = WorkerFactCode.Skill(new(1_048_575, 9, true));
        (WorkerFactCode.KindOf(skill), WorkerFactCode.SkillOf(skill), WorkerFactCode.LevelOf(skill), WorkerFactCode.IsEvidenced(skill))
            .ShouldBe((WorkerFactCode.SkillKind, 1_048_575, 9, true));
        var training = WorkerFactCode.Training(65_535, done: true);
        (WorkerFactCode.KindOf(training), WorkerFactCode.TrainingOf(training), WorkerFactCode.IsDone(training)).ShouldBe((WorkerFactCode.TrainingKind, 65_535, true));
        var group = WorkerFactCode.Group(HardshipGroup.Resettled, A.Day);
        (WorkerFactCode.KindOf(group), WorkerFactCode.GroupOf(group), WorkerFactCode.LastDayOf(group))
            .ShouldBe((WorkerFactCode.GroupKind, HardshipGroup.Resettled, A.Day.DayNumber));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1 << 20)]
    public void Ids_that_do_not_fit_are_refused(int skill) =>
        Should.Throw<ArgumentOutOfRangeException>(() => A.Fit(A.Worker with { Skills = [new(skill, 1, true)] })).Message.ShouldContain("1048575");

    [Fact]
    public void More_facts_than_a_row_holds_change_nothing()
    {
        var many = A.Worker with { WishedPlaces = [.. A.Worker.WishedPlaces, .. Enumerable.Range(1, 40)] };
        var (one, other) = (A.Fit(), A.Fit(many));
        (other.Score, other.Confidence, other.Eligible).ShouldBe((one.Score, one.Confidence, one.Eligible));
        other.Reasons.Select(reason => reason.Code).ShouldBe(one.Reasons.Select(reason => reason.Code));
    }

    [Fact]
    public void Age_counts_whole_years()
    {
        var row = WorkerRow.Pack(A.Worker with { BirthDate = new(2008, 2, 29) }, out var facts);
        var view = new WorkerView(in row, facts);
        view.AgeOn(new DateOnly(2026, 2, 28).DayNumber).ShouldBe(17);
        view.AgeOn(new DateOnly(2026, 3, 1).DayNumber).ShouldBe(18);
    }
}
