using JobMatch.Households;

namespace JobMatch.Seed;

/// <summary>Families of one to three generations; each person's working life is made by <see cref="WorkerMaker"/>.</summary>
internal sealed class HouseholdMaker
{
    private readonly Facts _facts;
    private readonly List<SettlementFact> _settlements;
    private readonly WorkerMaker _workers;
    private readonly int _seed;
    private readonly DateOnly _today;
    private readonly Dictionary<(DateOnly, Sex), int> _bornThatDay = [];
    private int _people;

    public HouseholdMaker(Facts facts, List<SettlementFact> settlements, SpellMaker spells, int seed, DateOnly today)
    {
        (_facts, _settlements, _seed, _today) = (facts, settlements, seed, today);
        _workers = new WorkerMaker(facts, spells, today);
    }

    public HouseholdPlan Make(int index, int settlement)
    {
        var dice = Dice.For(_seed, "household", index);
        var household = Empty(index, settlement, dice);
        AddMembers(household, dice);
        GivePhones(household, dice);
        // Two in a hundred have nobody at work, whoever they are.
        var life = new HouseholdLife(_settlements[settlement], settlement, dice.Chance(2));
        foreach (var person in household.Members.Where(p => p.AgeOn(_today) >= 16 && !p.InEducation))
            person.Worker = _workers.Make(person, household, life, dice);
        return household;
    }

    private HouseholdPlan Empty(int index, int settlement, Dice dice)
    {
        var fact = _settlements[settlement];
        var building = dice.Range(1, fact.Buildings);
        // One in fifty came lately, so that the training clock of the first year still runs for some.
        var moveIn = dice.Chance(2) ? dice.Day(_today.AddMonths(-11), _today.AddMonths(-1)) : dice.Day(fact.MovedIn, fact.MovedIn.AddMonths(14));
        DateOnly? poor = dice.Chance(62) ? new DateOnly(2014, 12, 31) : null;
        DateOnly? monitored = dice.Chance(6) ? dice.Day(_today.AddMonths(-30), _today.AddMonths(-2)) : null;
        DateOnly? lowIncome = dice.Chance(9) ? dice.Day(_today.AddYears(-5), _today.AddMonths(-3)) : null;
        return new HouseholdPlan(index, settlement, $"QS{index + 1:D7}", $"{building} 号楼", $"{fact.Name} {building} 号楼 {dice.Range(1, 3)} 单元 {dice.Range(1, 6)}0{dice.Range(1, 4)}", moveIn, poor, poor is not null && dice.Chance(10) ? _today.AddMonths(-dice.Range(6, 30)) : null, monitored, lowIncome);
    }

    private void AddMembers(HouseholdPlan household, Dice dice)
    {
        var surname = dice.Pick(_facts.Names.Surnames);
        var headSex = dice.Chance(76) ? Sex.Male : Sex.Female;
        var headAge = dice.Range(27, 68);
        Add(household, dice, surname, headAge, headSex, RelationToHead.Head);
        var married = headSex == Sex.Male ? dice.Chance(88) : dice.Chance(45);
        if (married) Add(household, dice, dice.Pick(_facts.Names.Surnames), Math.Max(22, headAge + dice.Range(-6, 4)), headSex == Sex.Male ? Sex.Female : Sex.Male, RelationToHead.Spouse);
        AddChildren(household, dice, surname, headAge);
        if (headAge < 55 && dice.Chance(26)) Add(household, dice, surname, headAge + dice.Range(21, 32), dice.Chance(40) ? Sex.Male : Sex.Female, RelationToHead.Parent);
        if (headAge < 45 && dice.Chance(9)) Add(household, dice, surname, headAge + dice.Range(-8, 3), dice.Chance(50) ? Sex.Male : Sex.Female, RelationToHead.Sibling);
    }

    private void AddChildren(HouseholdPlan household, Dice dice, string surname, int headAge)
    {
        var children = dice.Weighted((0, headAge > 55 ? 3 : 1), (1, 3), (2, 5), (3, 2));
        for (var i = 0; i < children; i++)
        {
            var age = headAge - dice.Range(20, 36);
            if (age < 0) continue;
            var sex = dice.Chance(52) ? Sex.Male : Sex.Female;
            // Grown daughters often keep house elsewhere.
            if (age > 26 && dice.Chance(sex == Sex.Female ? 70 : 25)) continue;
            Add(household, dice, surname, age, sex, RelationToHead.Child);
            if (sex != Sex.Male || age < 25 || !dice.Chance(60)) continue;
            Add(household, dice, dice.Pick(_facts.Names.Surnames), Math.Max(20, age + dice.Range(-5, 2)), Sex.Female, RelationToHead.ChildInLaw);
            if (dice.Chance(75)) Add(household, dice, surname, dice.Range(0, Math.Min(14, age - 20)), dice.Chance(52) ? Sex.Male : Sex.Female, RelationToHead.Grandchild);
        }
    }

    private void Add(HouseholdPlan household, Dice dice, string surname, int age, Sex sex, RelationToHead relation)
    {
        var birth = dice.Day(_today.AddYears(-age - 1).AddDays(1), _today.AddYears(-age));
        var names = (age < 20, sex) switch
        {
            (true, Sex.Male) => _facts.Names.ChildMale,
            (true, _) => _facts.Names.ChildFemale,
            (_, Sex.Male) => _facts.Names.Male,
            _ => _facts.Names.Female,
        };
        var running = _bornThatDay.GetValueOrDefault((birth, sex));
        _bornThatDay[(birth, sex)] = running + 1;
        var inEducation = age is >= 6 and < 16 || (age is >= 16 and <= 18 && dice.Chance(72)) || (age is >= 19 and <= 22 && dice.Chance(35));
        household.Members.Add(new PersonPlan(
            _people++, household.Index, surname + dice.Pick(names), birth, sex, relation,
            dice.Chance(2) ? null : InventedNumbers.IdNumber(birth, sex, running),
            age > 50 && dice.Chance(14) ? dice.Pick<string>(["高血压", "腰椎不好", "风湿", "听力不好"]) : null,
            inEducation));
    }

    /// <summary>A quarter of the families share one phone; some people have none on the ledger.</summary>
    private void GivePhones(HouseholdPlan household, Dice dice)
    {
        var shared = dice.Chance(25);
        foreach (var person in household.Members.Where(p => p.AgeOn(_today) >= 14))
            person.Phone = shared ? InventedNumbers.Mobile(100 + household.Members[0].Index) : dice.Chance(8) ? null : InventedNumbers.Mobile(100 + person.Index);
    }
}

/// <summary>What the members of a household share while their lives are made.</summary>
internal sealed class HouseholdLife(SettlementFact settlement, int settlementIndex, bool nobodyWorks)
{
    public SettlementFact Settlement { get; } = settlement;

    public int SettlementIndex { get; } = settlementIndex;

    public bool NobodyWorks { get; } = nobodyWorks;

    /// <summary>One public-welfare post a household.</summary>
    public bool HasWelfarePost { get; set; }
}
