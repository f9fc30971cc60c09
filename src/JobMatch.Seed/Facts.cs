using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using JobMatch.Employers;
using JobMatch.Fairs;
using JobMatch.Matching;
using JobMatch.Postings;
using JobMatch.Settlements;
using JobMatch.Wages;

namespace JobMatch.Seed;

/// <summary>The invented county as its files say it; see seed/README.md for where each list is from.</summary>
internal sealed record Facts(CountyFacts County, NameLists Names, FirmLists Firms, IReadOnlyList<PostingPattern> Postings, IReadOnlyList<FairFact> Fairs)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() }, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    public static Facts Read() => new(Read<CountyFacts>("county"), Read<NameLists>("names"), Read<FirmLists>("firms"), Read<List<PostingPattern>>("postings"), Read<List<FairFact>>("fairs"));

    private static T Read<T>(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"JobMatch.Seed.{name}.json") ?? throw new InvalidOperationException($"seed/{name}.json is not embedded.");
        return JsonSerializer.Deserialize<T>(stream, Options) ?? throw new InvalidOperationException($"seed/{name}.json is empty.");
    }
}

internal sealed record CountyFacts(
    int Code,
    string Name,
    int CityCode,
    string City,
    int ProvinceCode,
    double Latitude,
    double Longitude,
    IReadOnlyList<TownshipFact> Townships,
    IReadOnlyList<string> Villages,
    IReadOnlyList<SettlementFact> Settlements,
    IReadOnlyList<StationFact> Stations,
    IReadOnlyList<ProvinceFact> Provinces,
    IReadOnlyList<PlaceFact> Places);

internal sealed record TownshipFact(long Code, string Name, double Latitude, double Longitude);

/// <param name="Name">社区 or 安置点.</param>
/// <param name="Township">Code of its township.</param>
/// <param name="Population">By its own figure.</param>
/// <param name="Latitude">Degrees.</param>
/// <param name="Longitude">Degrees.</param>
/// <param name="MovedIn">When the first households came.</param>
/// <param name="Buildings">How many.</param>
/// <param name="Narrow">Most of its people work in one channel (001 §4).</param>
/// <param name="Declining">A workshop closed last month (001 §4).</param>
internal sealed record SettlementFact(string Name, long Township, int Population, double Latitude, double Longitude, DateOnly MovedIn, int Buildings, bool Narrow, bool Declining);

internal sealed record StationFact(string Name, StationKind Kind, string Phone, string Address, string Hours, IReadOnlyList<string> Serves);

/// <param name="Name">What it is called.</param>
/// <param name="Station">Which of the two stations with a demo account holds it, 0 or 1.</param>
/// <param name="InDays">Days from the county's day; negative: it is over.</param>
/// <param name="Place">Within the settlement.</param>
/// <param name="Wanted">Whom it invites.</param>
/// <param name="Postings">At most so many come.</param>
/// <param name="Months">Months of the year that it is held in; null: any.</param>
internal sealed record FairFact(string Name, int Station, int InDays, string Place, PeopleWanted Wanted, int Postings, IReadOnlyList<int>? Months = null);

internal sealed record ProvinceFact(int Code, string Name);

internal sealed record PlaceFact(int Code, string Name, int Province, double Latitude, double Longitude);

internal sealed record NameLists(
    IReadOnlyList<string> Surnames, IReadOnlyList<string> Male, IReadOnlyList<string> Female, IReadOnlyList<string> ChildMale, IReadOnlyList<string> ChildFemale);

internal sealed record FirmLists(
    IReadOnlyList<string> Prefixes,
    IReadOnlyDictionary<EmployerKind, IReadOnlyList<string>> Kinds,
    IReadOnlyDictionary<EmployerKind, string> About,
    IReadOnlyList<string> Outside,
    IReadOnlyList<string> Businesses);

/// <summary>What one sort of posting looks like. Wages are whole yuan in the stated unit.</summary>
internal sealed record PostingPattern
{
    public required PostingKind Kind { get; init; }

    public PublicWelfareType Welfare { get; init; }

    public required IReadOnlyList<EmployerKind> Owners { get; init; }

    public required string Title { get; init; }

    public required IReadOnlyList<int> Occupations { get; init; }

    public IReadOnlyList<int> Skills { get; init; } = [];

    public bool MustSkill { get; init; }

    public IReadOnlyList<int> Trainings { get; init; } = [];

    public required WagePattern Wage { get; init; }

    public Shift Shift { get; init; }

    public decimal? Hours { get; init; }

    public int? Days { get; init; }

    public Strain Strain { get; init; }

    public IReadOnlyList<Duty> Duties { get; init; } = [];

    public IReadOnlyList<int> Certificates { get; init; } = [];

    /// <summary>The employer helps to get every certificate before the first day, not only the health certificate.</summary>
    public bool ObtainableAll { get; init; }

    public bool Hazardous { get; init; }

    public Education Education { get; init; }

    public Mandarin Mandarin { get; init; }

    public IReadOnlyList<int> Ages { get; init; } = [];

    public bool Care { get; init; }

    public IReadOnlyList<string> Benefits { get; init; } = [];

    public PlacePattern Places { get; init; }

    public IReadOnlyList<string> Texts { get; init; } = [];

    /// <summary>Machines and programs that the work is done with, by the Latin names that everybody uses; in the posting's text and in what former workers tell.</summary>
    public IReadOnlyList<string> Tools { get; init; } = [];
}

internal sealed record WagePattern(WageUnit Unit, int? Min = null, int? Max = null, int? Base = null);

internal enum PlacePattern
{
    NearEmployer = 0,
    EveryVillage = 1,
    Township = 2,
    AtHome = 3,
    InProvince = 4,
    Outside = 5,
}
