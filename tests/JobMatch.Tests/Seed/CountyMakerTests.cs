using System.Security.Cryptography;
using System.Text.Json;
using JobMatch.Accounts;
using JobMatch.Cases;
using JobMatch.Employers;
using JobMatch.EmploymentSpells;
using JobMatch.Households;
using JobMatch.Matching;
using JobMatch.Postings;
using JobMatch.Seed;
using JobMatch.Wages;
using JobMatch.Workers;
using Shouldly;
using Xunit;

namespace JobMatch.Tests.Seed;

public class CountyMakerTests
{
    private static readonly JsonSerializerOptions PrintOptions = new() { IncludeFields = true };
    private static readonly DateOnly Today = new(2026, 11, 15);
    private static readonly Lazy<CountyPlan> Demo = new(() => CountyMaker.Make(Facts.Read(), SeedSize.Demo, 1, Today));

    private static IEnumerable<WorkerPlan> Workers => Demo.Value.People.Select(p => p.Worker).OfType<WorkerPlan>();

    [Fact]
    public void The_same_seed_and_day_make_the_same_county_and_another_seed_another()
    {
        var first = Print(CountyMaker.Make(Facts.Read(), SeedSize.Tiny, 7, Today));
        Print(CountyMaker.Make(Facts.Read(), SeedSize.Tiny, 7, Today)).ShouldBe(first);
        Print(CountyMaker.Make(Facts.Read(), SeedSize.Tiny, 8, Today)).ShouldNotBe(first);
        Print(CountyMaker.Make(Facts.Read(), SeedSize.Tiny, 7, Today.AddDays(1))).ShouldNotBe(first);
    }

    [Fact]
    public void Sizes_are_as_promised()
    {
        var tiny = CountyMaker.Make(Facts.Read(), SeedSize.Tiny, 1, Today);
        (tiny.Settlements.Count, tiny.Households.Count, tiny.Employers.Count, tiny.Postings.Count()).ShouldBe((2, 40, 8, 30));
        tiny.People.Count(p => p.Worker is not null).ShouldBeInRange(80, 120);
        var demo = Demo.Value;
        (demo.Settlements.Count, demo.Stations.Count, demo.Households.Count, demo.Employers.Count, demo.Postings.Count()).ShouldBe((12, 12, 3_000, 150, 900));
        Workers.Count().ShouldBeInRange(6_800, 8_200);
    }

    [Fact]
    public void One_settlement_has_no_station_and_one_station_serves_several()
    {
        var served = Demo.Value.Stations.SelectMany(s => s.Serves).ToHashSet();
        Demo.Value.Settlements.Count(s => !served.Contains(s.Name)).ShouldBe(1);
        Demo.Value.Stations.ShouldContain(s => s.Serves.Count > 1);
        served.ShouldAllBe(name => Demo.Value.Settlements.Any(s => s.Name == name));
    }

    [Fact]
    public void Every_kind_of_posting_every_wage_unit_every_place_and_every_state_occurs()
    {
        var postings = Demo.Value.Postings.ToList();
        postings.Select(p => p.Pattern.Kind).Distinct().Order().ShouldBe(Enum.GetValues<PostingKind>());
        postings.Select(p => p.Wage.Unit).Distinct().Order().ShouldBe(Enum.GetValues<WageUnit>());
        postings.Select(p => p.State).Distinct().Order().ShouldBe(Enum.GetValues<PostingState>());
        postings.SelectMany(p => p.Quotas).Select(q => q.Place).Distinct().Order().ShouldBe(Enum.GetValues<QuotaPlace>());
        postings.Where(p => p.Pattern.Kind == PostingKind.PublicWelfare).Select(p => p.Pattern.Welfare).Distinct().Count().ShouldBe(6);
        postings.ShouldContain(p => p.Pattern.Occupations.Count > 1 && p.Title.Contains('/'));
        postings.ShouldContain(p => p.Pattern.Ages.Count == 2);
        postings.ShouldContain(p => p.Pattern.Care);
        postings.ShouldContain(p => p.Reported != null);
        postings.ShouldContain(p => p.Flag.Length > 0 && p.State == PostingState.Submitted);
    }

    [Theory]
    [InlineData("Excel")]
    [InlineData("ERP")]
    [InlineData("CAD")]
    [InlineData("LED")]
    [InlineData("JUKI")]
    public void Machines_and_programs_stand_in_postings_and_in_what_workers_did(string tool)
    {
        Demo.Value.Postings.Count(p => p.State == PostingState.Published && p.Description.Contains(tool, StringComparison.Ordinal)).ShouldBeGreaterThan(2);
        Demo.Value.People.Select(p => p.Worker).OfType<WorkerPlan>().Count(w => w.Experience.Exists(e => e.Workplace.Contains(tool, StringComparison.Ordinal))).ShouldBeGreaterThan(2);
    }

    [Fact]
    public void The_smallest_county_has_every_kind_of_posting_too() =>
        CountyMaker.Make(Facts.Read(), SeedSize.Tiny, 1, Today).Postings.Select(p => p.Pattern.Kind).Distinct().Count().ShouldBe(7);

    [Fact]
    public void One_notice_carries_84_cleaners_and_6_information_officers_by_township()
    {
        var notice = Demo.Value.Notices.Single(n => n.Postings.Count > 1);
        notice.Postings.Select(p => p.Quotas.Sum(q => q.Vacancies)).ShouldBe([84, 6]);
        notice.Postings[0].Quotas.Count.ShouldBe(9);
        notice.Postings[0].Quotas.ShouldAllBe(q => q.Place == QuotaPlace.EveryVillage && q.Text.EndsWith("各村"));
    }

    [Fact]
    public void There_are_fewer_vacancies_than_people_without_work_and_a_new_plant_asks_for_licences()
    {
        var open = Demo.Value.Postings.Where(p => p.State == PostingState.Published).ToList();
        var licensed = open.Where(p => p.Pattern.Title is "电工" or "叉车司机" or "电焊工" or "养老护理员").ToList();
        open.Except(licensed).Sum(p => p.Quotas.Sum(q => q.Vacancies)).ShouldBeLessThan(Demo.Value.People.Count(p => p.Worker is { Willing: true } worker && !worker.Spells.Exists(s => s.End is null)));
        var plant = Demo.Value.Postings.TakeLast(3).ToList();
        plant.Select(p => (p.Title, p.Employer)).Distinct().Count().ShouldBe(3);
        plant.ShouldAllBe(p => p.State == PostingState.Published && p.Employer == plant[0].Employer && p.Quotas.Single().Settlement == 0);
    }

    [Fact]
    public void Wages_are_never_read_in_the_wrong_unit()
    {
        foreach (var posting in Demo.Value.Postings)
        {
            var wage = posting.Wage;
            if (wage.Unit is WageUnit.Negotiable or WageUnit.Time) wage.MonthlyMinFen.ShouldBeNull();
            if (wage.Unit == WageUnit.Year) (wage.MonthlyMinFen!.Value * 12).ShouldBeInRange(wage.MinFen!.Value - 6, wage.MinFen.Value + 6);
            if (wage.Unit == WageUnit.Negotiable) (wage.MinFen, wage.HourlyFen).ShouldBe((null, null));
            if (wage.MinFen is not null) wage.MaxFen.ShouldNotBeNull().ShouldBeGreaterThanOrEqualTo(wage.MinFen.Value);
        }
    }

    [Theory]
    [InlineData(2, "春风行动专场招聘会")]
    [InlineData(7, "百日千万招聘专场")]
    [InlineData(9, "金秋招聘月专场")]
    [InlineData(11, "就业援助专场招聘会")]
    public void A_fair_of_the_season_lies_ahead_at_the_first_station(int month, string name)
    {
        var today = new DateOnly(2026, month, 15);
        var county = CountyMaker.Make(Facts.Read(), SeedSize.Demo, 1, today);
        var fair = county.Fairs.Single(f => f.Settlement == 0 && f.On > today);
        (fair.Name, fair.Postings.Count, fair.MadeOn < today).ShouldBe((name, 40, true));
        fair.Invited.Select(i => county.Settlements[i].Name).ShouldBe(county.Stations[0].Serves);
        var coming = county.Postings.Where(p => fair.Postings.Contains(p.Index)).ToList();
        coming.ShouldAllBe(p => p.State == PostingState.Published && p.CreatedOn < fair.On);
        coming.Select(p => p.Pattern.Kind).Distinct().Count().ShouldBeGreaterThan(4);
    }

    [Fact]
    public void Every_identity_number_is_valid_unique_and_of_a_prefecture_that_does_not_exist()
    {
        var people = Demo.Value.People.Where(p => p.IdNumber is not null).ToList();
        people.Count.ShouldBeGreaterThan(9_000);
        people.Select(p => p.IdNumber).ShouldBeUnique();
        foreach (var person in people)
        {
            IdNumber.TryParse(person.IdNumber, out var parsed).ShouldBeTrue(person.IdNumber);
            (parsed.BirthDate, parsed.Sex).ShouldBe((person.Birth, person.Sex));
            person.IdNumber!.ShouldStartWith("5299");
        }
    }

    [Fact]
    public void No_phone_number_can_be_anybodys()
    {
        var phones = Demo.Value.People.Select(p => p.Phone).OfType<string>().Concat(Demo.Value.Employers.Select(e => e.ContactPhone)).Concat(DemoAccounts.ResidentPhones).Distinct().ToList();
        phones.ShouldAllBe(p => p.StartsWith("154", StringComparison.Ordinal));
        phones.Where(p => !Phone.TryParse(p, out _)).ShouldBeEmpty();
        Demo.Value.Stations.ShouldAllBe(s => s.Phone.StartsWith("0850-", StringComparison.Ordinal));
    }

    [Fact]
    public void Families_share_phones_and_no_phone_is_in_two_households()
    {
        var byPhone = Demo.Value.People.Where(p => p.Phone is not null).GroupBy(p => p.Phone).ToList();
        byPhone.Count(g => g.Count() > 1).ShouldBeGreaterThan(400);
        byPhone.ShouldAllBe(g => g.Select(p => p.Household).Distinct().Count() == 1);
        DemoAccounts.ResidentPhones.Select(p => byPhone.Single(g => g.Key == p).Count()).Last().ShouldBeGreaterThan(2);
    }

    [Fact]
    public void The_ledger_has_the_holes_that_ledgers_have()
    {
        Workers.Count(w => w.Capacity == LabourCapacity.Unknown).ShouldBeGreaterThan(100);
        Workers.Count(w => w.Willing is null).ShouldBeGreaterThan(100);
        Workers.Count(w => w.Wishes == WorkWishes.None).ShouldBeGreaterThan(1_000);
        Workers.Count(w => w.Education == Education.Unknown).ShouldBeGreaterThan(100);
        Workers.Count(w => w.HardshipCheckedOn is null).ShouldBeGreaterThan(1_000);
        Demo.Value.People.Count(p => p.IdNumber is null).ShouldBeGreaterThan(50);
        Workers.SelectMany(w => w.Certificates).Count(c => c.To < Today).ShouldBeGreaterThan(50);
        Workers.SelectMany(w => w.Certificates).Count(c => c.To >= Today && c.To < Today.AddDays(30)).ShouldBeGreaterThan(20);
    }

    [Fact]
    public void Children_old_people_and_pupils_live_in_households_but_are_no_workers()
    {
        Demo.Value.People.Where(p => p.AgeOn(Today) < 16 || p.InEducation).ShouldAllBe(p => p.Worker == null);
        Demo.Value.People.Count(p => p.AgeOn(Today) < 16).ShouldBeGreaterThan(1_500);
        Demo.Value.People.Count(p => p.AgeOn(Today) > 74).ShouldBeGreaterThan(100);
    }

    [Fact]
    public void Spells_follow_each_other_and_break_none_of_the_ledgers_rules()
    {
        var all = Demo.Value.People.Where(p => p.Worker is not null).ToList();
        var spells = all.SelectMany(p => p.Worker!.Spells.Select(s => (Person: p, Spell: s))).ToList();
        all.SelectMany(p => p.Worker!.Spells.Zip(p.Worker.Spells.Skip(1))).Where(p => p.First.End is null || p.First.End >= p.Second.Start).ShouldBeEmpty();
        spells.Where(s => s.Spell.Start > Today || s.Spell.End < s.Spell.Start || s.Spell.End > Today).ShouldBeEmpty();
        spells.Where(s => s.Spell.Start < s.Person.Birth.AddYears(16)).ShouldBeEmpty();
        spells.Where(s => s.Spell.Channel is Channel.PublicWelfare or Channel.AidWorkshop && s.Spell.Region != 529901).ShouldBeEmpty();
        spells.Where(s => s.Spell.Channel == Channel.PublicWelfare && s.Person.AgeOn(Today) >= 70).ShouldBeEmpty();
        Workers.SelectMany(w => w.Spells).Select(s => s.Channel).Distinct().Count().ShouldBe(9);
        var employed = Workers.Count(w => w.EmployedOn(Today)) / (double)Workers.Count(w => w is { Able: true, Willing: true });
        employed.ShouldBeInRange(0.6, 0.9);
    }

    [Fact]
    public void Some_households_have_nobody_at_work_and_their_cases_are_open()
    {
        var zero = Demo.Value.Households.Where(h => h.Cases.Exists(c => c.Kind == CaseKind.ZeroEmploymentHousehold && c.Outcome is null)).ToList();
        zero.Count.ShouldBeInRange(60, 700);
        zero.ShouldAllBe(h => h.Members.All(m => m.Worker == null || !m.Worker.EmployedOn(Today)));
        Demo.Value.Households.SelectMany(h => h.Cases).Select(c => c.Kind).Distinct().Count().ShouldBe(5);
    }

    [Fact]
    public void One_settlement_lost_a_twentieth_of_its_employed_last_month()
    {
        var index = Demo.Value.Settlements.ToList().FindIndex(s => s.Declining);
        var workers = Demo.Value.Households.Where(h => h.Settlement == index).SelectMany(h => h.Members).Select(m => m.Worker).OfType<WorkerPlan>().ToList();
        var (before, after) = (workers.Count(w => w.EmployedOn(new DateOnly(2026, 9, 30))), workers.Count(w => w.EmployedOn(new DateOnly(2026, 10, 31))));
        (before - after).ShouldBeGreaterThanOrEqualTo(10);
        ((before - after) * 20).ShouldBeGreaterThanOrEqualTo(before);
    }

    [Fact]
    public void One_settlement_lives_on_one_channel()
    {
        var index = Demo.Value.Settlements.ToList().FindIndex(s => s.Narrow);
        var channels = Demo.Value.Households.Where(h => h.Settlement == index).SelectMany(h => h.Members).Select(m => m.Worker).OfType<WorkerPlan>()
            .SelectMany(w => w.Spells.Where(s => s.End is null)).Select(s => s.Channel).ToList();
        channels.Count(c => c == Channel.AidWorkshop).ShouldBeGreaterThan(channels.Count * 50 / 100);
    }

    [Fact]
    public void Credit_codes_have_their_check_character()
    {
        const string characters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        foreach (var code in Demo.Value.Employers.Select(e => e.CreditCode).Where(c => c.Length > 0))
        {
            code.Length.ShouldBe(18);
            // GB 32100: the weights are the powers of 3 modulo 31, and the whole sum with the check character is a multiple of 31.
            var (sum, weight) = (0, 1);
            foreach (var c in code[..17]) (sum, weight) = (sum + (characters.IndexOf(c) * weight), weight * 3 % 31);
            ((sum + characters.IndexOf(code[17])) % 31).ShouldBe(0, code);
        }

        Demo.Value.Employers.Where(e => e.CreditCode.Length > 0).Select(e => e.CreditCode).ShouldBeUnique();
        Demo.Value.Employers.Select(e => e.Name).ShouldBeUnique();
        Demo.Value.Employers.Select(e => e.State).Distinct().Count().ShouldBe(Enum.GetValues<EmployerState>().Length);
    }

    private static string Print(CountyPlan plan) =>
        Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(plan, PrintOptions)));
}
