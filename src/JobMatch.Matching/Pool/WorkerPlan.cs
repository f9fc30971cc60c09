using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using JobMatch.Matching.Criteria;
using JobMatch.Matching.Gates;

namespace JobMatch.Matching.Pool;

/// <summary>
/// A posting and a query made into small tables for one scan over workers. What depends on one coded field is looked up; what depends on facts of variable number is bounded from
/// above by their signatures. The tables are filled by the criteria themselves, so there is one definition of each.
/// </summary>
internal sealed class WorkerPlan
{
    private readonly PostingAsk posting;
    private readonly FitRules rules;

    /// <summary>All tables one behind the other, so that a look-up costs no more than its load.</summary>
    private readonly ulong[] tables;
    private readonly int wishedFrom;
    private readonly int skillsFrom;
    private readonly ulong skillMask;
    private readonly (ulong Bits, ulong Gain)[] skillItems = [];
    private readonly ulong workedMask;
    private readonly uint wishedMask;
    private readonly ulong wishedNone;

    /// <summary>By text code plus one; empty when the posting has no text. Behind the codes: any other, then "there are more".</summary>
    private readonly ulong[] texts;
    private readonly uint trainingMask;
    private readonly ulong trainingHit;
    private readonly ulong trainingMiss;
    private readonly uint placeMask;
    private readonly ulong placeHit;
    private readonly ulong placeMiss;
    private readonly ulong placeNone;

    public WorkerPlan(PostingAsk posting, in FitRules rules)
    {
        (this.posting, this.rules) = (posting, rules);
        Fails = FailsOf(posting, in rules);
        Births = BirthLimits.Of(posting, rules.Day);
        foreach (var kind in posting.NeededCertificates) CertificateMask |= FactSigns.Certificate(kind);
        CertificatesAreCertain = posting.NeededCertificates.All(FactSigns.IsCertain);
        Scale = ScaleOf(posting, in rules);
        var made = new WorkerTables(posting, in rules);
        (var worked, workedMask) = made.Worked();
        (var wished, wishedMask) = made.Wished();
        (var skills, skillMask) = made.Skills(out skillItems);
        (wishedFrom, skillsFrom) = (WorkerTables.WorkedFrom + worked.Length, WorkerTables.WorkedFrom + worked.Length + wished.Length);
        tables = [.. made.Singles(), .. made.Wages(), .. worked, .. wished, .. skills];
        wishedNone = made.Prior(Criterion.WishedOccupation);
        foreach (var kind in posting.Trainings) trainingMask |= FactSigns.Training(kind);
        if (posting.Trainings.Length > 0)
            (trainingHit, trainingMiss) = (Marks.Of(Criterion.TrainingDone, Mark.Full, 100, in this.rules), made.Prior(Criterion.TrainingDone));
        (placeMask, placeHit, placeMiss, placeNone) = made.WishedPlaces();
        texts = made.Texts();
        PeakBesideSigns = tables[WorkerTables.SchoolingFrom..WorkerTables.KindsFrom].Max(Marks.PostOf) + Math.Max(Marks.PostOf(trainingHit), Marks.PostOf(trainingMiss)) + texts.DefaultIfEmpty().Max(Marks.PostOf);
        Peaks = PeaksOf(worked, skills);
    }

    /// <summary>The most that the post's side can add up to with or without a sign that the posting looks for.</summary>
    public (uint WithNeither, uint WithoutWork, uint WithoutSkill) Peaks { get; }

    /// <summary>The most that the post's side can add up to beside <see cref="SignBound"/>.</summary>
    public uint PeakBesideSigns { get; }

    /// <summary>The signs of the occupations, and of the skills, that the posting looks for.</summary>
    public WorkSigns Signs => new(workedMask, skillMask);

    /// <summary>A worker with one of these bits in <see cref="HotRow.Gate"/> may not go.</summary>
    public uint Fails { get; }

    /// <summary>The birth days that may go.</summary>
    public BirthLimits Births { get; }

    /// <summary>Bits that the certificates needed to apply set.</summary>
    public ushort CertificateMask { get; }

    /// <summary>Who has all these bits has the certificates; false: some other certificate may have set them.</summary>
    public bool CertificatesAreCertain { get; }

    public ScoreScale Scale { get; }

    /// <summary>Whether the gate words of a chunk, and its birth days, have to be read; not where the chunk knows of all its rows that they pass.</summary>
    public (bool Gate, bool Birth) Asks(WorkerChunk chunk) => (!chunk.HasNone(Fails), !chunk.IsWithin(Births));

    /// <summary>Whether the posting is within reach of a home, exactly.</summary>
    public bool IsInReach(in HomeFacts home) => ReachGate.Passes(in home, posting);

    /// <summary>The marks of the way to work from a home, exact.</summary>
    public ulong TravelMarks(in HomeFacts home)
    {
        var quiet = default(Quiet);
        var row = new WorkerRow(in home);
        return Marks.Of(Criterion.Travel, TravelToWork.Of(new WorkerView(in row, default), posting.Quotas, in rules, ref quiet, out _), in rules);
    }

    /// <summary>The most that occupations and skills can add to the marks of the post's side, by signs alone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong SignBound(in ScanColumns columns, int at)
    {
        ref var table = ref MemoryMarshal.GetArrayDataReference(tables);
        var (worked, skills) = columns.Signs.From(at);
        return Unsafe.Add(ref table, WorkerTables.WorkedFrom + (int)((BitGather.Extract(worked, workedMask) << 1) | FactSigns.RecordIndex(worked)))
            + (skillItems.Length == 0 ? Unsafe.Add(ref table, skillsFrom + (int)((BitGather.Extract(skills, skillMask) << 1) | FactSigns.EvidenceIndex(skills))) : SkillBound(skills));
    }

    /// <summary>The most that the other marks of the post's side can add up to.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong PostBound(ref readonly WarmRow row)
    {
        var sum = Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(tables), WorkerTables.SchoolingFrom + row.Schooling);
        if (texts.Length > 0) sum += TextBound(row.TextA, row.TextB);
        return sum + ((row.Trainings & trainingMask) != 0 ? trainingHit : trainingMiss);
    }

    /// <summary>The most that the marks of the person's side can add up to, beside those of the home.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong PersonBound(ref readonly WarmRow row)
    {
        ref var table = ref MemoryMarshal.GetArrayDataReference(tables);
        var sum = Unsafe.Add(ref table, WorkerTables.KindsFrom + row.KindIndex) + Unsafe.Add(ref table, WorkerTables.ShiftsFrom + row.ShiftIndex);
        sum += Unsafe.Add(ref table, WorkerTables.FloorsFrom + row.WageFloor) + Unsafe.Add(ref table, WorkerTables.LastsFrom + row.LastWage);
        sum += row.WishedOccupations == 0 ? wishedNone : Unsafe.Add(ref table, wishedFrom + (int)BitGather.Extract(row.WishedOccupations, wishedMask));
        return sum + (row.WishedPlaces == 0 ? placeNone : (row.WishedPlaces & placeMask) != 0 ? placeHit : placeMiss);
    }

    private static uint FailsOf(PostingAsk posting, in FitRules rules)
    {
        var fails = HotRow.Removed | HotRow.Hidden | HotRow.NoCapacity | ((uint)posting.Duties & HotRow.DutyBits);
        if (posting.Profile.Strain > Strain.Light) fails |= HotRow.WeakCapacity;
        if ((posting.Duties & Duty.Nights) != 0) fails |= HotRow.TooWeakForNights;
        fails |= posting.Profile.Post switch { WelfarePost.OnePerHousehold => HotRow.HouseholdHasPost, WelfarePost.Plain => HotRow.HouseholdHasOnlyPost, _ => 0 };
        if (rules.Seekers >= Seekers.Willing) fails |= HotRow.NotWilling;
        if (rules.Seekers == Seekers.WillingAndUnemployed) fails |= HotRow.Employed;
        foreach (var restriction in Enum.GetValues<WorkRestriction>())
        {
            var clashes = restriction == WorkRestriction.NoHeavyLifting
                ? posting.Profile.Strain == Strain.Heavy
                : (posting.Duties & LabourGate.ForbiddenBy(restriction)) != 0;
            if (clashes) fails |= HotRow.BitsOf(restriction);
        }
        return fails;
    }

    private static ScoreScale ScaleOf(PostingAsk posting, in FitRules rules)
    {
        var (post, person) = (0, 0);
        foreach (var criterion in Enum.GetValues<Criterion>())
        {
            if (!posting.Asks(criterion)) continue;
            if (CriterionList.SideOf(criterion) == Side.SuitsPost) post += rules.Weights[criterion];
            else person += rules.Weights[criterion];
        }
        return new(post, person);
    }

    private (uint WithNeither, uint WithoutWork, uint WithoutSkill) PeaksOf(ulong[] worked, ulong[] skills)
    {
        var (noWork, anyWork) = (Marks.PostOf(worked[0]), worked.Max(Marks.PostOf));
        var noSkill = Marks.PostOf(skills[0]);
        var anySkill = skillItems.Length == 0 ? skills.Max(Marks.PostOf) : Marks.PostOf(Marks.Of(Criterion.SkillCover, Mark.Full, 0, in rules)) + noSkill;
        return (PeakBesideSigns + noWork + noSkill, PeakBesideSigns + noWork + anySkill, PeakBesideSigns + anyWork + noSkill);
    }

    /// <summary>The better of two codes: what is known stands above the value in a sum, and one code that is known is more than none.</summary>
    private ulong TextBound(ushort a, ushort b)
    {
        if (b == FactSigns.MoreTexts) return texts[^1];
        var (first, second) = (texts[Math.Min(a, texts.Length - 2)], texts[Math.Min(b, texts.Length - 2)]);
        return Math.Max(first, second);
    }

    private ulong SkillBound(ulong signs)
    {
        var sum = tables[skillsFrom];
        if ((signs & skillMask) == 0) return sum;
        foreach (var (bits, gain) in skillItems) sum += (signs & bits) != 0 ? gain : 0;
        return sum;
    }
}
