using System.Numerics;
using JobMatch.Matching.Criteria;

namespace JobMatch.Matching.Pool;

/// <summary>
/// Fills the tables of a <see cref="WorkerPlan"/>: once for a posting and a query, by the criteria themselves. Where a fact has a variable number, a table holds the most that its signature allows.
/// </summary>
internal sealed class WorkerTables
{
    /// <summary>More signature bits than this are not made into one table but asked item by item.</summary>
    private const int MostTableBits = 12;

    public const int SchoolingFrom = 0;
    public const int KindsFrom = SchoolingFrom + 64;
    public const int ShiftsFrom = KindsFrom + 128;
    public const int FloorsFrom = ShiftsFrom + 64;
    public const int LastsFrom = FloorsFrom + (2 * WageBucket.Count);
    public const int WorkedFrom = LastsFrom + (2 * WageBucket.Count);

    /// <summary>The value of the nearest occupation that is not the same.</summary>
    private const int SameMinorClass = 7_000;

    private readonly PostingAsk posting;
    private readonly FitRules rules;

    public WorkerTables(PostingAsk posting, in FitRules rules) => (this.posting, this.rules) = (posting, rules);

    /// <summary>What a criterion contributes while nothing is known.</summary>
    public ulong Prior(Criterion criterion) => Marks.Of(criterion, rules.PriorOf(criterion), 0, in rules);

    public ulong[] Singles()
    {
        var quiet = default(Quiet);
        Span<ulong> all = new ulong[FloorsFrom];
        var schooling = all[SchoolingFrom..KindsFrom];
        var kinds = all[KindsFrom..ShiftsFrom];
        var shifts = all[ShiftsFrom..FloorsFrom];
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
    public ulong[] Wages()
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

    public (ulong[] Table, ulong Mask) Skills(out (ulong Bits, ulong Gain)[] items)
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

    public ulong[] Texts()
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

    public (ulong[] Table, ulong Mask) Worked()
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

    public (ulong[] Table, uint Mask) Wished()
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

    public (uint Mask, ulong Hit, ulong Miss, ulong None) WishedPlaces()
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
