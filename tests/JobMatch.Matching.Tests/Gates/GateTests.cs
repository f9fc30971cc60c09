namespace JobMatch.Matching.Tests.Gates;

/// <summary>Each gate: passes, fails, unknown.</summary>
public sealed class GateTests
{
    [Fact]
    public void Baseline_passes_without_gaps_of_the_posting()
    {
        var fit = A.Fit();
        fit.ShouldPass();
        fit.Gaps.ShouldBeEmpty();
        fit.QuotaId.ShouldBe(1000);
    }

    [Fact]
    public void Open_PostingClosed_Fails() => A.Fit(posting: A.Posting with { Open = false }).ShouldFailOnly(GateCode.PostingNotOpen);

    [Fact]
    public void Open_QuotasFull_Fails() =>
        A.Fit(posting: A.Posting with { Quotas = [new(1, PlaceKind.Fixed, A.Home, 0)] }).ShouldFailOnly(GateCode.NoVacancy);

    [Theory]
    [InlineData(LabourCapacity.Skilled, Strain.Heavy, true)]
    [InlineData(LabourCapacity.Ordinary, Strain.Heavy, true)]
    [InlineData(LabourCapacity.WeakOrHalf, Strain.Light, true)]
    [InlineData(LabourCapacity.WeakOrHalf, Strain.Medium, false)]
    [InlineData(LabourCapacity.WeakOrHalf, Strain.Heavy, false)]
    [InlineData(LabourCapacity.None, Strain.Light, false)]
    [InlineData(LabourCapacity.None, Strain.Unknown, false)]
    public void Labour_CapacityForStrain(LabourCapacity capacity, Strain strain, bool passes)
    {
        var fit = A.Fit(A.Worker with { LabourCapacity = capacity }, A.Posting with { Strain = strain });
        if (passes) fit.ShouldPass();
        else fit.ShouldFailOnly(GateCode.TooWeakForStrain, (long)capacity, (long)strain);
    }

    [Theory]
    [InlineData(Strain.Light)]
    [InlineData(Strain.Unknown)]
    public void Labour_CapacityUnknown_FailsAndSaysWhatToRecord(Strain strain)
    {
        var fit = A.Fit(A.Worker with { LabourCapacity = LabourCapacity.Unknown }, A.Posting with { Strain = strain });
        fit.ShouldFailOnly(GateCode.LabourCapacityUnknown);
        fit.FailedGates[0].UnknownFact.ShouldBeTrue();
        fit.FailedGates[0].Record.ShouldBe(WorkerFact.LabourCapacity);
    }

    [Theory]
    [InlineData(LabourCapacity.Ordinary)]
    [InlineData(LabourCapacity.WeakOrHalf)]
    public void Labour_StrainUnknown_PassesWithGap(LabourCapacity capacity) =>
        A.Fit(A.Worker with { LabourCapacity = capacity }, A.Posting with { Strain = Strain.Unknown }).ShouldPassWithGap(GapCode.AskStrain);

    [Theory]
    [InlineData(WorkRestriction.NoHeights, Duty.Heights)]
    [InlineData(WorkRestriction.NoNights, Duty.Nights)]
    [InlineData(WorkRestriction.NoLongStanding, Duty.LongStanding)]
    [InlineData(WorkRestriction.NoMachinery, Duty.Machinery)]
    [InlineData(WorkRestriction.NoDustOrChemicals, Duty.DustOrChemicals)]
    [InlineData(WorkRestriction.NoFineSight, Duty.FineSight)]
    [InlineData(WorkRestriction.NoLongHours, Duty.LongHours)]
    public void Labour_Restriction(WorkRestriction restriction, Duty duty)
    {
        var worker = A.Worker with { Restrictions = restriction };
        var posting = A.Posting with { Shift = Shift.Unknown, HoursPerMonth = 0, NotDuties = 0 };
        A.Fit(worker, posting with { Duties = duty }).ShouldFailOnly(GateCode.RestrictionClash, (long)restriction);
        A.Fit(worker, posting with { NotDuties = duty }).Gaps.ShouldNotContain(gap => gap.Code == GapCode.AskDuty);
        A.Fit(worker, posting).ShouldPassWithGap(GapCode.AskDuty, (long)duty);
    }

    [Theory]
    [InlineData(LabourCapacity.WeakOrHalf, Shifts.None, Shift.Night, false)]
    [InlineData(LabourCapacity.WeakOrHalf, Shifts.Day | Shifts.Flexible, Shift.ThreeShift, false)]
    [InlineData(LabourCapacity.WeakOrHalf, Shifts.Day | Shifts.Night, Shift.ThreeShift, true)]
    [InlineData(LabourCapacity.WeakOrHalf, Shifts.TwoShift, Shift.Night, true)]
    [InlineData(LabourCapacity.WeakOrHalf, Shifts.None, Shift.Day, true)]
    [InlineData(LabourCapacity.WeakOrHalf, Shifts.None, Shift.Unknown, true)]
    [InlineData(LabourCapacity.Ordinary, Shifts.None, Shift.Night, true)]
    public void Labour_WhoIsWeakWorksAtNightByHerOwnWishOnly(LabourCapacity capacity, Shifts wished, Shift shift, bool passes)
    {
        var fit = A.Fit(A.Worker with { LabourCapacity = capacity, WishedShifts = wished }, A.Posting with { Strain = Strain.Light, Shift = shift, Duties = Duty.None, NotDuties = Duty.None });
        if (passes)
        {
            fit.ShouldPass();
            return;
        }
        fit.ShouldFailOnly(GateCode.TooWeakForNights);
        (fit.FailedGates[0].UnknownFact, fit.FailedGates[0].Record).ShouldBe((true, WorkerFact.ShiftWish));
    }

    [Fact]
    public void Labour_NoHeavyLifting_FailsHeavyOnly()
    {
        var worker = A.Worker with { Restrictions = WorkRestriction.NoHeavyLifting };
        A.Fit(worker, A.Posting with { Strain = Strain.Heavy }).ShouldFailOnly(GateCode.RestrictionClash, (long)WorkRestriction.NoHeavyLifting);
        A.Fit(worker, A.Posting with { Strain = Strain.Medium }).ShouldPass();
        A.Fit(worker, A.Posting with { Strain = Strain.Unknown }).ShouldPassWithGap(GapCode.AskStrain);
    }

    [Theory]
    [InlineData("2010-03-10", null)]
    [InlineData("2010-03-11", GateCode.AgeBelowLegal)]
    [InlineData("1930-01-01", null)]
    [InlineData(null, GateCode.AgeUnknown)]
    public void Age_Working(string? born, GateCode? fails) => Expect(Born(born), A.Posting, fails);

    [Theory]
    [InlineData("2009-01-01", GateCode.TooYoungForHazard)]
    [InlineData("2008-03-11", GateCode.TooYoungForHazard)]
    [InlineData("2008-03-10", null)]
    public void Age_Hazard(string born, GateCode? fails) => Expect(Born(born), A.Posting with { Hazardous = true }, fails);

    [Theory]
    [InlineData(RecordedSex.Male, "1967-01-01", null)]
    [InlineData(RecordedSex.Female, "1967-01-01", GateCode.AgeAboveLegal)]
    [InlineData(RecordedSex.Unknown, "1967-01-01", GateCode.AgeLimitNeedsSex)]
    [InlineData(RecordedSex.Unknown, "1980-01-01", null)]
    [InlineData(RecordedSex.Unknown, "1950-01-01", GateCode.AgeAboveLegal)]
    [InlineData(RecordedSex.Female, "2009-01-01", GateCode.AgeBelowLegal)]
    public void Age_LimitsBySex(RecordedSex sex, string born, GateCode? fails) =>
        Expect(Born(born) with { SexForAgeRule = sex }, A.Posting with { LegalAge = new(18, 60, 18, 55) }, fails);

    [Fact]
    public void Age_PreferenceIsNeverAGate()
    {
        var posting = A.Posting with { AgePreference = new(18, 30) };
        A.Fit(posting: posting).ShouldPassWithGap(GapCode.AgeOutsidePreference, 35, 18, 30);
        A.Fit(posting: posting).Score.ShouldBe(A.Fit().Score);
        A.Fit(posting: A.Posting with { AgePreference = new(null, 45) }).Reasons.ShouldContain(reason => reason.Code == ReasonCode.AgeWithinPreference);
    }

    [Theory]
    [InlineData(RecordedSex.Male)]
    [InlineData(RecordedSex.Unknown)]
    public void Sex_ChangesNothingWithoutARuleThatDiffers(RecordedSex sex)
    {
        var (one, other) = (A.Fit(), A.Fit(A.Worker with { SexForAgeRule = sex }, A.Posting with { LegalAge = LegalAge.Same(18, 60) }));
        (other.Eligible, other.Score, other.Confidence).ShouldBe((one.Eligible, one.Score, one.Confidence));
    }

    [Fact]
    public void Certificate_NeededToApply()
    {
        var posting = A.Posting with { Certificates = [new(A.Electrician, CertificateTiming.NeededToApply)], StartDay = A.Day.AddDays(20) };
        A.Fit(A.Worker with { Certificates = [new(A.Electrician, null)] }, posting).ShouldPass();
        A.Fit(A.Worker with { Certificates = [new(A.Electrician, A.Day.AddDays(20))] }, posting).ShouldPass();
        A.Fit(A.Worker with { Certificates = [new(A.Electrician, A.Day.AddDays(19))] }, posting)
            .ShouldFailOnly(GateCode.CertificateExpired, A.Electrician, A.Day.AddDays(19).DayNumber);
        A.Fit(A.Worker with { Certificates = [new(A.Electrician, A.Day), new(A.Electrician, A.Day.AddDays(300))] }, posting).ShouldPass();
        var missing = A.Fit(A.Worker with { Certificates = [new(A.HealthCertificate, null)] }, posting);
        missing.ShouldFailOnly(GateCode.CertificateMissing, A.Electrician);
        missing.FailedGates[0].Record.ShouldBe(WorkerFact.Certificates);
    }

    [Fact]
    public void Certificate_ObtainableBeforeStart_IsAGapOnly()
    {
        var posting = A.Posting with { Certificates = [new(A.HealthCertificate, CertificateTiming.ObtainableBeforeStart)] };
        A.Fit(posting: posting).ShouldPassWithGap(GapCode.CertificateBeforeStart, A.HealthCertificate);
        A.Fit(A.Worker with { Certificates = [new(A.HealthCertificate, A.Day.AddDays(-1))] }, posting)
            .ShouldPassWithGap(GapCode.CertificateRunsOut, A.HealthCertificate, A.Day.AddDays(-1).DayNumber);
        A.Fit(A.Worker with { Certificates = [new(A.HealthCertificate, null)] }, posting).Gaps.ShouldBeEmpty();
    }

    [Fact]
    public void Group_Only()
    {
        var posting = A.Posting with
        {
            GroupRule = GroupRule.Only,
            EligibleGroups = HardshipGroup.Disabled | HardshipGroup.LostLand,
            StartDay = A.Day.AddDays(10),
        };
        A.Fit(In(HardshipGroup.Disabled, null), posting).ShouldPass();
        A.Fit(In(HardshipGroup.LostLand, A.Day.AddDays(10)), posting).ShouldPass();
        A.Fit(In(HardshipGroup.LostLand, A.Day.AddDays(9)), posting).ShouldFailOnly(GateCode.NotInGroup);
        A.Fit(In(HardshipGroup.LongUnemployed, null), posting).ShouldFailOnly(GateCode.NotInGroup);
        var unknown = A.Fit(A.Worker with { GroupsChecked = false }, posting);
        unknown.ShouldFailOnly(GateCode.GroupsUnknown);
        (unknown.FailedGates[0].UnknownFact, unknown.FailedGates[0].Record).ShouldBe((true, WorkerFact.Groups));
    }

    [Fact]
    public void Group_ZeroEmploymentAndMonitoredCountAsGroups()
    {
        var posting = A.Posting with { GroupRule = GroupRule.Only, EligibleGroups = HardshipGroup.ZeroEmploymentHousehold };
        A.Fit(A.Worker with { ZeroEmploymentHousehold = true }, posting).ShouldPass();
        A.Fit(A.Worker with { Monitored = true }, posting with { EligibleGroups = HardshipGroup.Monitored }).ShouldPass();
    }

    [Fact]
    public void Group_First_IsAnOrderNotAGate()
    {
        var posting = A.Posting with { GroupRule = GroupRule.First, EligibleGroups = HardshipGroup.Resettled };
        var other = A.Fit(posting: posting);
        other.ShouldPassWithGap(GapCode.OthersComeFirst, (long)HardshipGroup.Resettled);
        other.NeedTier.ShouldBe(4);
        A.Fit(In(HardshipGroup.Resettled, null), posting).NeedTier.ShouldBe(0);
    }

    [Theory]
    [InlineData(Duty.Nights)]
    [InlineData(Duty.Away)]
    [InlineData(Duty.Heights)]
    [InlineData(Duty.CareHours)]
    public void Duty_MarkedImpossible(Duty duty)
    {
        var worker = A.Worker with { Impossible = duty };
        var posting = A.Posting with { Shift = Shift.Unknown, NotDuties = 0 };
        A.Fit(worker, posting with { Duties = duty }).ShouldFailOnly(GateCode.DutyImpossible, (long)duty);
        A.Fit(worker, posting with { NotDuties = duty }).Gaps.ShouldNotContain(gap => gap.Code == GapCode.AskDuty);
        A.Fit(worker, posting).ShouldPassWithGap(GapCode.AskDuty, (long)duty);
    }

    [Fact]
    public void Duty_FollowsFromShiftKindAndHours()
    {
        var posting = A.Posting with { NotDuties = 0 };
        A.Fit(A.Worker with { Impossible = Duty.Nights }, posting with { Shift = Shift.TwoShift }).ShouldFailOnly(GateCode.DutyImpossible);
        A.Fit(A.Worker with { Impossible = Duty.Away }, posting with { Kind = PostingKind.LabourExport }).ShouldFailOnly(GateCode.DutyImpossible);
        A.Fit(A.Worker with { Impossible = Duty.LongHours }, posting with { HoursPerMonth = 260 }).ShouldFailOnly(GateCode.DutyImpossible);
        A.Fit(A.Worker with { Impossible = Duty.CareHours }, posting with { CareFriendlyHours = true }).ShouldPass();
    }

    [Fact]
    public void Pair_StandsBetweenThem()
    {
        A.Fit(A.Worker with { Hidden = true }).ShouldFailOnly(GateCode.Hidden);
        A.Fit(excluded: true).ShouldFailOnly(GateCode.Excluded);
        var has = A.Worker with { HouseholdPost = WelfarePost.Plain };
        A.Fit(has, A.Posting with { OnePerHousehold = true }).ShouldFailOnly(GateCode.HouseholdHasPost);
        A.Fit(has).ShouldPass();
    }

    [Theory]
    [InlineData(false, false, Seekers.Anyone, null)]
    [InlineData(false, true, Seekers.Willing, GateCode.NotWilling)]
    [InlineData(true, true, Seekers.Willing, null)]
    [InlineData(true, true, Seekers.WillingAndUnemployed, GateCode.AlreadyEmployed)]
    [InlineData(true, false, Seekers.WillingAndUnemployed, null)]
    public void Pair_Seekers(bool willing, bool employed, Seekers seekers, GateCode? fails)
    {
        var fit = A.Fit(A.Worker with { Willing = willing, Employed = employed }, context: A.Context with { Seekers = seekers });
        if (fails is { } code) fit.ShouldFailOnly(code);
        else fit.ShouldPass();
    }

    [Theory]
    [InlineData(Importance.Must, Education.None, GateCode.BelowMust)]
    [InlineData(Importance.Must, Education.Unknown, GateCode.MustUnknown)]
    [InlineData(Importance.Must, Education.JuniorMiddle, null)]
    [InlineData(Importance.Matters, Education.None, null)]
    [InlineData(Importance.Ignore, Education.None, null)]
    public void Must_UnderItsThresholdOrUnknown_Fails(Importance importance, Education held, GateCode? fails)
    {
        var context = A.Context with { Weights = new FitOptions().ToWeights().With(Criterion.Education, importance) };
        var fit = A.Fit(A.Worker with { Education = held }, A.Posting with { Education = Education.JuniorMiddle }, context);
        if (fails is { } code) fit.ShouldFailOnly(code);
        else fit.ShouldPass();
    }

    private static void Expect(WorkerProfile worker, PostingProfile posting, GateCode? fails)
    {
        var fit = A.Fit(worker, posting);
        if (fails is { } code) fit.ShouldFailOnly(code);
        else fit.ShouldPass();
    }

    private static WorkerProfile Born(string? day) =>
        A.Worker with { BirthDate = day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture) };

    private static WorkerProfile In(HardshipGroup group, DateOnly? until) => A.Worker with { Groups = [new(group, until)] };
}
