using JobMatch.Data;
using JobMatch.Households;
using JobMatch.Matching;
using JobMatch.Occupations;
using JobMatch.TestKit;
using JobMatch.Training;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace JobMatch.Tests.Workers;

public class WorkerFactTests
{
    [Theory, OnEachDatabase]
    public async Task A_resident_says_what_she_wishes_and_claims_and_cannot_set_her_capacity(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var person = await MemberAsync(county);
        var herself = Scope.Herself(person.Id, person.HouseholdId);
        var skill = Catalogue.Instance.Skills.Keys.First();

        (await county.UseAsync((EditWishes use) => use.RunAsync(new EditWishesRequest { WorkerId = person.Id, Version = 0, Source = FactSource.Self, Willing = false, Wishes = new WorkWishes { WageFloorFen = 280_000, Words = "想离家近" } }, default), herself)).Value.ShouldBe(1);
        (await county.UseAsync((EditMobility use) => use.RunAsync(new EditMobilityRequest { WorkerId = person.Id, Version = 1, Source = FactSource.Self, Mobility = Mobility.Township, ImpossibleDuties = Duty.Nights }, default), herself)).Value.ShouldBe(2);
        (await county.UseAsync((RecordSkill use) => use.RunAsync(new RecordSkillRequest { WorkerId = person.Id, Version = 2, Source = FactSource.Self, SkillId = skill, Level = SkillLevel.CanDo }, default), herself)).Value.ShouldBe(3);
        var capacity = new EditCapacityRequest { WorkerId = person.Id, Version = 3, Source = FactSource.Self, Capacity = LabourCapacity.Skilled };
        (await county.UseAsync((EditCapacity use) => use.RunAsync(capacity, default), herself)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Fact.NotBySelf");
        (await county.UseAsync((EditCapacity use) => use.RunAsync(capacity with { Source = FactSource.Station }, default), herself)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Fact.OnlySelf");
        (await county.UseAsync((EditCapacity use) => use.RunAsync(capacity with { Source = FactSource.Visit }, default))).Value.ShouldBe(4);

        var worker = await ReadAsync(county, person.Id);
        (worker.Willing, worker.Wishes.Words, worker.WishesCheck, worker.Capacity).ShouldBe((false, "想离家近", new FactCheck(FactSource.Self, county.Today), LabourCapacity.Skilled));
        worker.Skills.ShouldHaveSingleItem().Evidence.ShouldBe("");
    }

    [Theory, OnEachDatabase]
    public async Task Another_persons_facts_are_not_found_and_an_old_version_is_refused(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var (person, neighbour) = (await MemberAsync(county), await MemberAsync(county, "李桂芳"));
        var wishes = new EditWishesRequest { WorkerId = person.Id, Version = 0, Source = FactSource.Self, Wishes = WorkWishes.None };
        (await county.UseAsync((EditWishes use) => use.RunAsync(wishes, default), Scope.Herself(neighbour.Id, neighbour.HouseholdId))).Refusals.ShouldBe([Refusal.NotFound]);
        (await county.UseAsync((EditWishes use) => use.RunAsync(wishes with { Source = FactSource.Station, Version = 5 }, default))).Refusals.ShouldBe([Refusal.ChangedMeanwhile]);
    }

    [Theory, OnEachDatabase]
    public async Task A_form_saved_empty_is_no_check_of_anything(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var person = await county.MemberAsync(await county.HouseholdAsync(await county.SettlementAsync()), LabourCapacity.Ordinary, willing: true);
        var wishes = new EditWishesRequest { WorkerId = person.Id, Version = 0, Willing = true, Wishes = WorkWishes.None };
        (await county.UseAsync((EditWishes use) => use.RunAsync(wishes, default))).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Fact.NothingSaid");
        var reach = new EditMobilityRequest { WorkerId = person.Id, Version = 0, Mobility = Mobility.Unknown };
        (await county.UseAsync((EditMobility use) => use.RunAsync(reach, default))).Refusals.ShouldHaveSingleItem().Field.ShouldBe("Mobility");
        var education = new EditEducationRequest { WorkerId = person.Id, Version = 0, Education = Education.Unknown, Mandarin = Mandarin.Unknown };
        (await county.UseAsync((EditEducation use) => use.RunAsync(education, default))).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Fact.NothingSaid");
        var untouched = await ReadAsync(county, person.Id);
        (untouched.Version, untouched.WishesCheck, untouched.MobilityCheck, untouched.EducationCheck).ShouldBe((0, FactCheck.None, FactCheck.None, FactCheck.None));

        // That she does not want to work is an answer; about the kind of work nothing was said with it.
        (await county.UseAsync((EditWishes use) => use.RunAsync(wishes with { Willing = false }, default))).IsDone.ShouldBeTrue();
        var asked = await ReadAsync(county, person.Id);
        (asked.Willing, asked.WillingCheck.On, asked.WishesCheck).ShouldBe((false, county.Today, FactCheck.None));
    }

    [Theory]
    [InlineData(2010, "Worker.TooYoung")]
    [InlineData(1990, "")]
    public async Task RecordWorker_NeedsTheAgeOfTheRule(int born, string code)
    {
        await using var county = await TestCounty.CreateAsync();
        var child = await county.MemberAsync(await county.HouseholdAsync(await county.SettlementAsync()), born: born + 1);
        var recorded = await county.UseAsync((RecordWorker use) => use.RunAsync(new RecordWorkerRequest { PersonId = child.Id, Capacity = LabourCapacity.Ordinary }, default));
        recorded.Refusals.Select(r => r.Code).ShouldBe(code.Length == 0 ? [] : [code]);
    }

    [Theory, OnEachDatabase]
    public async Task Passing_a_training_proves_its_skills_and_gives_its_certificate(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var person = await MemberAsync(county);
        var kind = Catalogue.Instance.Trainings.Values.First(t => t.Skills.Count > 0 && t.CertificateId is not null);
        await county.UseAsync((RecordSkill use) => use.RunAsync(new RecordSkillRequest { WorkerId = person.Id, Version = 0, Source = FactSource.Station, SkillId = kind.Skills[0], Level = SkillLevel.Senior }, default));
        var request = new RecordTrainingRequest { WorkerId = person.Id, Version = 1, KindId = kind.Id, Title = "夜校班", Form = TrainingForm.Evening, From = new DateOnly(2026, 9, 1), Result = TrainingResult.Attending };

        var attending = await county.UseAsync((RecordTraining use) => use.RunAsync(request, default));
        (await ReadAsync(county, person.Id)).Certificates.ShouldBeEmpty();
        var passed = request with { TrainingId = attending.Value, Version = 2, To = new DateOnly(2026, 10, 31), Result = TrainingResult.Passed };
        (await county.UseAsync((RecordTraining use) => use.RunAsync(passed, default))).Value.ShouldBe(attending.Value);
        (await county.UseAsync((RecordTraining use) => use.RunAsync(passed with { Version = 3 }, default))).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Training.HasResult");

        var worker = await ReadAsync(county, person.Id);
        worker.Skills.Select(s => s.SkillId).Order().ShouldBe(kind.Skills.Distinct().Order());
        var proved = worker.Skills.Single(s => s.SkillId == kind.Skills[0]);
        (proved.Level, proved.Evidence, proved.Check.Source).ShouldBe((SkillLevel.Senior, "夜校班 2026-10", FactSource.Training));
        worker.Certificates.ShouldHaveSingleItem().KindId.ShouldBe(kind.CertificateId!.Value);
        var claim = new RecordSkillRequest { WorkerId = person.Id, Version = 3, Source = FactSource.Self, SkillId = kind.Skills[0], Level = SkillLevel.Technician };
        (await county.UseAsync((RecordSkill use) => use.RunAsync(claim, default))).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Skill.Evidenced");
    }

    private static async Task<Person> MemberAsync(TestCounty county, string name = "王秀英")
    {
        var settlement = await county.OnDbAsync(db => db.Set<JobMatch.Settlements.Settlement>().FirstOrDefaultAsync()) ?? await county.SettlementAsync();
        return await county.MemberAsync(await county.HouseholdAsync(settlement), LabourCapacity.Ordinary, willing: true, name: name);
    }

    private static Task<Worker> ReadAsync(TestCounty county, long id) =>
        county.OnDbAsync(db => db.Set<Worker>().Include(w => w.Skills).Include(w => w.Certificates).SingleAsync(w => w.Id == id));
}
