using System.Numerics;
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
    /// <summary>More signature bits than this are not made into one table but asked item by item.</summary>
    private const int MostTableBits = 12;

    private const int Schooling = 0;
    private const int Kinds = Schooling + 64;
    private const int Shifts = Kinds + 128;
    private const int Floors = Shifts + 64;
    private const int Lasts = Floors + (2 * WageBucket.Count);
    private const int Worked = Lasts + (2 * WageBucket.Count);

    /// <summary>The value of the nearest occupation that is not the same.</summary>
    private const int SameMinorClass = 7_000;

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
        (var worked, workedMask) = WorkedTable();
        (var wished, wishedMask) = WishedTable();
        (var skills, skillMask) = SkillTableOf(out skillItems);
        (wishedFrom, skillsFrom) = (Worked + worked.Length, Worked + worked.Length + wished.Length);
        tables = [.. Singles(), .. Wages(), .. worked, .. wished, .. skills];
        wishedNone = Prior(Criterion.WishedOccupation);
        foreach (var kind in posting.Trainings) trainingMask |= FactSigns.Training(kind);
        if (posting.Trainings.Length > 0)
            (trainingHit, trainingMiss) = (Marks.Of(Criterion.TrainingDone, Mark.Full, 100, in this.rules), Prior(Criterion.TrainingDone));
        (placeMask, placeHit, placeMiss, placeNone) = WishedPlaceMarks();
        texts = TextMarks();
        PeakBesideSigns = tables[Schooling..Kinds].Max(Marks.PostOf) + Math.Max(Marks.PostOf(trainingHit), Marks.PostOf(trainingMiss)) + texts.DefaultIfEmpty().Max(Marks.PostOf);
        Peaks = PeaksOf(worked, skills);
    }

    /// <summary>The most that the post's side can add up to with or without a sign that the posting looks for.</summary>
    public (uint WithNeither, uint WithoutWork, uint WithoutSkill) Peaks { get; }

    /// <summary>The most that the post's side can add up to beside <see cref="SignBound"/>.</summary>
    public uint PeakBesideSigns { get; }

    /// <summary>The signs of the occupations, and of the skills, that the posting looks for.</summary>
    public (ulong Worked, ulong Skills) Signs => (workedMask, skillMask);

    /// <summary>A worker with one of these bits in <see cref="HotRow.Gate"/> may not go.</summary>
    public uint Fails { get; }

    /// <summary>The birth days that may go.</summary>
    public BirthLimits Births { get; }

    /// <summary>Bits that the certificates needed to apply set.</summary>
    public ushort CertificateMask { get; }

    /// <summary>Who has all these bits has the certificates; false: some other certificate may have set them.</summary>
    public bool CertificatesAreCertain { get; }

    public ScoreScale Scale { get; }

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
        var (gate, worked, skills) = (columns.Gate.From(at), columns.Worked.From(at), columns.Skills.From(at));
        return Unsafe.Add(ref table, Worked + (int)((BitGather.Extract(worked, workedMask) << 1) | HotRow.WorkedIndex(gate)))
            + (skillItems.Length == 0 ? Unsafe.Add(ref table, skillsFrom + (int)((BitGather.Extract(skills, skillMask) << 1) | HotRow.EvidenceIndex(gate))) : SkillBound(skills));
    }

    /// <summary>The most that the other marks of the post's side can add up to.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong PostBound(ref readonly WarmRow row)
    {
        var sum = Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(tables), Schooling + row.Schooling);
        if (texts.Length > 0) sum += TextBound(row.TextA, row.TextB);
        return sum + ((row.Trainings & trainingMask) != 0 ? trainingHit : trainingMiss);
    }

    /// <summary>The most that the marks of the person's side can add up to, beside those of the home.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong PersonBound(ref readonly WarmRow row)
    {
        ref var table = ref MemoryMarshal.GetArrayDataReference(tables);
        var sum = Unsafe.Add(ref table, Kinds + row.KindIndex) + Unsafe.Add(ref table, Shifts + row.ShiftIndex);
        sum += Unsafe.Add(ref table, Floors + row.WageFloor) + Unsafe.Add(ref table, Lasts + row.LastWage);
        sum += row.WishedOccupations == 0 ? wishedNone : Unsafe.Add(ref table, wishedFrom + (int)BitGather.Extract(row.WishedOccupations, wishedMask));
        return sum + (row.WishedPlaces == 0 ? placeNone : (row.WishedPlaces & placeMask) != 0 ? placeHit : placeMiss);
    }

    private static uint FailsOf(PostingAsk posting, in FitRules rules)
    {
        var fails = HotRow.Removed | HotRow.Hidden | HotRow.NoCapacity | ((uint)posting.Duties & HotRow.DutyBits);
        if (posting.Profile.Strain > Strain.Light) fails |= HotRow.WeakCapacity;
        if (posting.Profile.OnePerHousehold) fails |= HotRow.HouseholdHasPost;
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

    private ulong Prior(Criterion criterion) => Marks.Of(criterion, rules.PriorOf(criterion), 0, in rules);

    private ulong[] Singles()
    {
        var quiet = default(Quiet);
        Span<ulong> all = new ulong[Floors];
        var schooling = all[Schooling..Kinds];
        var kinds = all[Kinds..Shifts];
        var shifts = all[Shifts..Floors];
        for (var i = 0; i < schooling.Length; i++)
        {
            var row = new WorkerRow((Education)(i & 7), (Mandarin)(i >> 3));
            var view = new WorkerView(in row, default);
            schooling[i] = Marks.Of(Criterion.Education, EducationAsked.Of(in view, posting, in rules, ref quiet), in rules)
                + Marks.Of(Criterion.Mandarin, MandarinAsked.Of(in view, posting, in rules, ref quiet), in rules);
        }
        for (var i = 0; i < kinds.Length; i++)
        {
            var row = new WorkerRow((PostingKinds)i, default, WorkerStatus.None);
            kinds[i] = Marks.Of(Criterion.WishedKind, WishedKind.Of(new WorkerView(in row, default), posting, in rules, ref quiet), in rules);
        }
        for (var i = 0; i < shifts.Length; i++)
        {
            var row = new WorkerRow(default, (Shifts)(i & 31), i >= 32 ? WorkerStatus.WantsCareHours : WorkerStatus.None);
            shifts[i] = Marks.Of(Criterion.ShiftAndHours, ShiftAndHours.Of(new WorkerView(in row, default), posting, in rules, ref quiet), in rules);
        }
        return all.ToArray();
    }

    /// <summary>Bounds by the least wage of each bucket; both wishes together are two parts of a floor and one of a last wage.</summary>
    private ulong[] Wages()
    {
        var prior = Prior(Criterion.Wage);
        var all = new ulong[4 * WageBucket.Count];
        var floors = all.AsSpan(0, 2 * WageBucket.Count);
        var lasts = all.AsSpan(2 * WageBucket.Count);
        for (var bucket = 0; bucket < WageBucket.Count; bucket++)
        {
            var (alone, both) = (bucket, bucket + WageBucket.Count);
            if (posting.PayHigh == 0)
            {
                // The prior is added once, by the floor.
                floors[alone] = floors[both] = prior;
                continue;
            }
            if (bucket == 0)
            {
                floors[alone] = prior;
                continue;
            }
            var byFloor = WageOffered.ByFloor(WageBucket.Least(bucket), posting);
            var byLast = WageOffered.ByLast(WageBucket.Least(bucket), posting);
            floors[alone] = Marks.Of(Criterion.Wage, byFloor, 100, in rules);
            floors[both] = Marks.Of(Criterion.Wage, ((2 * byFloor) + 2) / 3, 100, in rules);
            lasts[alone] = Marks.Of(Criterion.Wage, byLast, WageOffered.OnlyLastKnown, in rules);
            lasts[both] = Marks.Of(Criterion.Wage, (byLast + 2) / 3, 0, in rules);
        }
        return all;
    }

    private (ulong[] Table, ulong Mask) SkillTableOf(out (ulong Bits, ulong Gain)[] items)
    {
        items = [];
        var asked = posting.Skills;
        if (asked.Items.Length == 0) return ([0, 0], 0);
        var mask = asked.Bits;
        var prior = rules.PriorOf(Criterion.SkillCover);
        if (BitOperations.PopCount(mask) > MostTableBits)
        {
            items = [.. Enumerable.Range(0, asked.Items.Length).Select(i => (asked.BitsOf(i), SkillMark(i, prior)))];
            return ([Marks.Of(Criterion.SkillCover, prior, 0, in rules)], mask);
        }
        var table = new ulong[2 << BitOperations.PopCount(mask)];
        for (var i = 0; i < table.Length; i++)
        {
            var bits = BitGather.Deposit((ulong)(i >> 1), mask);
            long total = 0, known = 0;
            for (var item = 0; item < asked.Items.Length; item++)
            {
                var percent = asked.MostPercent(item, bits);
                var value = percent * ((i & 1) != 0 ? 100 : rules.ClaimedPercent);
                total += (long)asked.Items[item].Weight * Math.Max(prior, value);
                if (percent > 0) known += asked.Items[item].Weight;
            }
            table[i] = Marks.Of(Criterion.SkillCover, (int)(total / asked.TotalWeight), (int)(known * 100 / asked.TotalWeight), in rules);
        }
        return (table, mask);
    }

    /// <summary>What one skill asked can add to the prior, rounded up.</summary>
    private ulong SkillMark(int item, int prior)
    {
        var share = posting.Skills.Items[item].Weight;
        var total = posting.Skills.TotalWeight;
        var value = (((long)share * (Mark.Full - prior)) + total - 1) / total;
        var known = (((long)share * 100) + total - 1) / total;
        return Marks.Of(Criterion.SkillCover, (int)Math.Min(Mark.Full, value + 1), (int)Math.Min(100, known), in rules);
    }

    private (uint WithNeither, uint WithoutWork, uint WithoutSkill) PeaksOf(ulong[] worked, ulong[] skills)
    {
        var (noWork, anyWork) = (Marks.PostOf(worked[0]), worked.Max(Marks.PostOf));
        var noSkill = Marks.PostOf(skills[0]);
        var anySkill = skillItems.Length == 0 ? skills.Max(Marks.PostOf) : Marks.PostOf(Marks.Of(Criterion.SkillCover, Mark.Full, 0, in rules)) + noSkill;
        return (PeakBesideSigns + noWork + noSkill, PeakBesideSigns + noWork + anySkill, PeakBesideSigns + anyWork + noSkill);
    }

    private ulong[] TextMarks()
    {
        if (posting.TextCodes.Length == 0) return [];
        var marks = new ulong[Math.Max(posting.Texts.Count, posting.TextCodes.Max() + 1) + 3];
        marks[0] = Prior(Criterion.TextCloseness);
        for (var code = 0; code < marks.Length - 3; code++)
            marks[code + 1] = Marks.Of(Criterion.TextCloseness, TextCloseness.ValueOf(code, posting, in rules), 100, in rules);
        marks[^2] = Marks.Of(Criterion.TextCloseness, rules.PriorOf(Criterion.TextCloseness), 100, in rules);
        marks[^1] = marks.Max();
        return marks;
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

    private (ulong[] Table, ulong Mask) WorkedTable()
    {
        var prior = rules.PriorOf(Criterion.OccupationHistory);
        if (posting.Occupations.Length == 0) return ([Prior(Criterion.OccupationHistory), Prior(Criterion.OccupationHistory)], 0);
        var (codes, branches) = (0UL, 0UL);
        foreach (var asked in posting.Occupations) (codes, branches) = (codes | FactSigns.WorkedCode(asked), branches | FactSigns.WorkedBranch(asked));
        // The signature of a fact has both its bits: a code without its branch is someone else's.
        var (table, mask) = Tabled(codes | branches, bits =>
        {
            var value = (bits & branches) == 0 ? 0 : (bits & codes) != 0 ? Mark.Full : SameMinorClass;
            return Marks.Of(Criterion.OccupationHistory, Math.Max(prior, value), 0, in rules);
        });
        // Even numbers: nothing is recorded.
        var recorded = Marks.Of(Criterion.OccupationHistory, 0, 100, in rules);
        return ([.. table.SelectMany(mark => (ulong[])[mark, mark + recorded])], mask);
    }

    private (ulong[] Table, uint Mask) WishedTable()
    {
        if (posting.Occupations.Length == 0) return Narrow(Tabled(0, _ => Prior(Criterion.WishedOccupation)));
        var (codes, branches) = (0u, 0u);
        foreach (var asked in posting.Occupations) (codes, branches) = (codes | FactSigns.WishedCode(asked), branches | FactSigns.WishedBranch(asked));
        return Narrow(Tabled(codes | branches, bits =>
        {
            var value = (bits & branches) == 0 ? 0 : (bits & codes) != 0 ? Mark.Full : SameMinorClass;
            return Marks.Of(Criterion.WishedOccupation, value, 100, in rules);
        }));
    }

    private static (ulong[] Table, uint Mask) Narrow((ulong[] Table, ulong Mask) wide) => (wide.Table, (uint)wide.Mask);

    private static (ulong[] Table, ulong Mask) Tabled(ulong mask, Func<ulong, ulong> mark)
    {
        // Postings name a handful of occupations; should one name more, the first bits decide and the others count as met.
        var kept = mask;
        var always = 0UL;
        while (BitOperations.PopCount(kept) > MostTableBits)
        {
            always |= kept & (~kept + 1);
            kept &= kept - 1;
        }
        var table = new ulong[1 << BitOperations.PopCount(kept)];
        for (var i = 0; i < table.Length; i++) table[i] = mark(BitGather.Deposit((ulong)i, kept) | always);
        return (table, kept);
    }

    private (uint Mask, ulong Hit, ulong Miss, ulong None) WishedPlaceMarks()
    {
        var (mask, somewhere, unstated) = (0u, false, posting.Quotas.Length == 0);
        var prior = rules.PriorOf(Criterion.WishedPlace);
        foreach (ref readonly var quota in posting.Quotas.AsSpan())
        {
            if (quota.Kind == PlaceKind.AtHome) somewhere = true;
            if (quota.Kind == PlaceKind.Unknown || quota.County == 0) unstated = true;
            if (quota.Kind is not (PlaceKind.Fixed or PlaceKind.EveryVillage)) continue;
            foreach (var region in (int[])[quota.Township, quota.County, quota.Prefecture, quota.Province])
                if (region > 0) mask |= FactSigns.Place(region);
        }
        var hit = Marks.Of(Criterion.WishedPlace, Mark.Full, 100, in rules);
        var miss = somewhere ? hit : Marks.Of(Criterion.WishedPlace, unstated ? prior : 0, 100, in rules);
        return (mask, hit, miss, Prior(Criterion.WishedPlace));
    }
}
