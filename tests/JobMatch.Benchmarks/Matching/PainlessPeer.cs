using System.Text.Json;
using JobMatch.Matching;
using JobMatch.Search.Elasticsearch;

namespace JobMatch.Benchmarks.Matching;

/// <summary>
/// Elasticsearch ranking by the whole formula: the gates as filters, the criteria as one painless script over numbers kept for it (doc values), the same integers as <see cref="RankingSql"/> and so
/// the same order to the last place. It covers what that covers. The index is the peer's own and holds nothing else; refreshes are off while it is filled.
/// </summary>
internal sealed class PainlessPeer(ElasticsearchTransport transport, ElasticsearchClient client, string index) : IAsyncDisposable
{
    /// <summary>Days and the product of recency and length have so much room beside a code.</summary>
    private const long Room = 10_000_000;

    private static readonly string[] Numbers =
    [
        "settlement", "township", "county", "province", "latitude", "longitude", "birth", "capacity", "mobility", "metres", "education", "mandarin", "kinds", "shifts", "care", "floor", "last", "waited", "hidden",
        "turn", "skills", "occupations", "certificates", "trainings", "wishes", "places",
    ];

    public async Task CreateAsync()
    {
        var fields = Numbers.ToDictionary(n => n, _ => new { type = "long" });
        await transport.TellAsync<NoOptions>(HttpMethod.Put, $"/{index}-v1", new
        {
            settings = new { number_of_shards = 1, number_of_replicas = 0, refresh_interval = "-1" },
            mappings = new Dictionary<string, object> { ["dynamic"] = "strict", ["_source"] = new { enabled = false }, ["properties"] = fields },
            aliases = new Dictionary<string, NoOptions> { [IndexPair.WritesOf($"{index}-v1")] = new() },
        }, default);
    }

    public Task WriteAsync(BulkWriter bulk, IEnumerable<WorkerProfile> workers) => bulk.WriteAsync($"{index}-v1", [.. workers.Select(w => new BulkItem(w.Id, 1, Facts(w)))], default);

    public Task RefreshAsync() => client.RefreshAsync($"{index}-v1", default);

    public Task<long> BytesAsync() => client.BytesAsync($"{index}-v1", default);

    /// <summary>Ids of the best, in order.</summary>
    public async Task<IReadOnlyList<long>> BestAsync(PostingProfile posting, int k)
    {
        var answer = await transport.AskAsync<JsonElementAnswer>(HttpMethod.Post, $"/{index}-v1/_search?filter_path=hits.hits._id", Request(posting, k), default);
        return [.. answer!.Hits.GetProperty("hits").EnumerateArray().Select(h => long.Parse(h.GetProperty("_id").GetString()!, System.Globalization.CultureInfo.InvariantCulture))];
    }

    public async ValueTask DisposeAsync() => await transport.TellAsync<NoOptions>(HttpMethod.Delete, $"/{index}-v1", null, default);

    private static Dictionary<string, object> Facts(WorkerProfile w) => new()
    {
        ["settlement"] = w.Home.Settlement,
        ["township"] = w.Home.Township,
        ["county"] = w.Home.County,
        ["province"] = w.Home.Province,
        ["latitude"] = w.Home.Position!.Value.LatitudeE6,
        ["longitude"] = w.Home.Position.Value.LongitudeE6,
        ["birth"] = w.BirthDate!.Value.DayNumber,
        ["capacity"] = (int)w.LabourCapacity,
        ["mobility"] = (int)w.Mobility,
        ["metres"] = w.MobilityMetres,
        ["education"] = (int)w.Education,
        ["mandarin"] = (int)w.Mandarin,
        ["kinds"] = (int)w.WishedKinds,
        ["shifts"] = (int)w.WishedShifts,
        ["care"] = w.WantsCareFriendlyHours ? 1 : 0,
        ["floor"] = w.WageFloorFen,
        ["last"] = w.LastWageFen,
        ["waited"] = w.WaitingSince is { } since ? Math.Max(0, Province.Today.DayNumber - since.DayNumber) : 0,
        ["hidden"] = w.Hidden ? 1 : 0,
        // Unsigned order in a signed field.
        ["turn"] = unchecked((long)(RankOrder.Hash(w.Id, Province.Today) ^ (1UL << 63))),
        ["skills"] = w.Skills.Select(s => (s.Skill * 2L) + (s.Evidenced ? 1 : 0)).ToList(),
        ["occupations"] = w.Occupations.Select(o => (o.Occupation * Room) + (Recency(o.LastYear) * Length(o.Months))).ToList(),
        ["certificates"] = w.Certificates.Select(c => (c.Kind * Room) + (c.ValidTo?.DayNumber ?? (Room - 1))).ToList(),
        ["trainings"] = w.TrainingsDone,
        ["wishes"] = w.WishedOccupations,
        ["places"] = w.WishedPlaces,
    };

    private static int Recency(int year) => year == 0 ? 55 : (Province.Today.Year - year) switch { <= 2 => 100, <= 5 => 85, <= 10 => 70, _ => 55 };

    private static int Length(int months) => months switch { >= 36 => 100, >= 12 => 95, _ => 85 };

    private static Dictionary<string, object> Request(PostingProfile posting, int k) => new Dictionary<string, object>
    {
        ["size"] = k,
        ["_source"] = false,
        ["track_total_hits"] = true,
        ["sort"] = new object[] { "_score", new { waited = "desc" }, new { turn = "asc" } },
        ["query"] = new Dictionary<string, object>
        {
            ["script_score"] = new
            {
                query = new Dictionary<string, object> { ["bool"] = new { filter = Gates(posting) } },
                script = new Dictionary<string, object> { ["lang"] = "painless", ["source"] = Formula, ["params"] = Parameters(posting) },
                min_score = 0.5,
            },
        },
    };

    private static List<object> Gates(PostingProfile posting)
    {
        var quota = posting.Quotas[0];
        List<object> gates =
        [
            Is("hidden", 0), Range("capacity", 2, null), Range("birth", null, Province.Today.AddYears(-16).DayNumber),
            .. posting.Certificates.Select(c => Range("certificates", (c.Kind * Room) + Province.Today.DayNumber, (c.Kind * Room) + Room - 1)),
        ];
        if (quota.Kind != PlaceKind.AtHome)
            gates.Add(new Dictionary<string, object>
            {
                ["bool"] = new
                {
                    // Within so many metres is left to the script.
                    should = new[] { Any("mobility", 0, 6, 7), Both(2, "settlement", quota.Place.Settlement), Both(3, "township", quota.Place.Township), Both(4, "county", quota.Place.County), Both(5, "province", quota.Place.Province) },
                    minimum_should_match = 1,
                },
            });
        return gates;

        static object Is(string field, long value) => new Dictionary<string, object> { ["term"] = new Dictionary<string, long> { [field] = value } };
        static object Any(string field, params long[] values) => new Dictionary<string, object> { ["terms"] = new Dictionary<string, long[]> { [field] = values } };
        static object Range(string field, long? from, long? to) => new Dictionary<string, object> { ["range"] = new Dictionary<string, object> { [field] = new { gte = from, lte = to } } };
        static object Both(long mobility, string field, long value) => new Dictionary<string, object> { ["bool"] = new { filter = new[] { Is("mobility", mobility), Is(field, value) } } };
    }

    private static Dictionary<string, object> Parameters(PostingProfile posting)
    {
        var (quota, at) = (posting.Quotas[0], posting.Quotas[0].Place.Position!.Value);
        const double perMicroDegree = 6_371_008.8 * Math.PI / 180 / 1e6;
        return new()
        {
            ["at_home"] = quota.Kind == PlaceKind.AtHome,
            ["settlement"] = quota.Place.Settlement,
            ["township"] = quota.Place.Township,
            ["county"] = quota.Place.County,
            ["province"] = quota.Place.Province,
            ["latitude"] = at.LatitudeE6,
            ["longitude"] = at.LongitudeE6,
            ["cosine"] = Geo.Cosine(at.LatitudeE6),
            ["unit"] = perMicroDegree,
            ["occupation"] = posting.Occupations[0],
            ["skills"] = posting.Skills.Select(s => s.Skill).ToList(),
            ["weights"] = posting.Skills.Select(s => s.Must ? 200 : 100).ToList(),
            ["trainings"] = posting.Trainings.Select(t => (long)t).ToList(),
            ["education"] = (int)posting.Education,
            ["mandarin"] = (int)posting.Mandarin,
            ["kind"] = 1 << ((int)posting.Kind - 1),
            ["low"] = posting.WageMinFen,
            ["high"] = posting.WageMaxFen,
        };
    }

    private sealed record JsonElementAnswer(JsonElement Hits);

    /// <summary>Line by line the statement of <see cref="RankingSql"/>. The result is fit × 101 + confidence, which a score of 24 bits holds exactly.</summary>
    private const string Formula = """
        long closeness(long code, long asked) { return code == asked ? 100 : code / 100 == asked / 100 ? 70 : 40; }
        long level(long held, long asked, long less) { return held == 0 ? 2000 : held >= asked ? 10000 : held == asked - 1 ? less : 0; }
        long most(long a, long b) { return a > b ? a : b; }
        long least(long a, long b) { return a < b ? a : b; }
        long room = 10000000L;
        long asked = params.occupation;
        long mobility = doc['mobility'].value;
        long settlement = doc['settlement'].value;
        long township = doc['township'].value;
        long travel = 10000;
        boolean travelKnown = true;
        if (!params.at_home) {
          double north = doc['latitude'].value - params.latitude;
          double east = (doc['longitude'].value - params.longitude) * params.cosine;
          long metres = (long) (Math.sqrt(north * north + east * east) * params.unit);
          if (mobility == 7 && metres > doc['metres'].value) return 0;
          long byMetres = metres <= 1000 ? 10000 : 10000 - 4000 * (metres - 1000) / 29000;
          long byCodes = settlement == params.settlement ? 10000 : township == params.township ? 8500 : mobility == 0 ? 2000 : doc['county'].value == params.county ? 6500 : doc['province'].value == params.province ? 5500 : 5000;
          boolean near = metres <= 30000 && byMetres >= byCodes;
          travel = near ? byMetres : byCodes;
          travelKnown = near || settlement == params.settlement || township == params.township || mobility != 0;
        }
        long total = 0;
        long skills = 0;
        long skillsKnown = 0;
        for (int i = 0; i < params.skills.length; i++) {
          long best = 0;
          for (long held : doc['skills']) if (held / 2 == params.skills[i]) best = most(best, held % 2 == 1 ? 10000 : 7000);
          long weight = params.weights[i];
          total += weight;
          skills += weight * (best == 0 ? 2000 : best);
          if (best > 0) skillsKnown += weight;
        }
        long worked = 2000;
        boolean hasWorked = false;
        for (long o : doc['occupations']) {
          hasWorked = true;
          long code = o / room;
          if (code / 10000 == asked / 10000) worked = most(worked, closeness(code, asked) * (o % room) / 100);
        }
        boolean trained = false;
        for (long t : doc['trainings']) if (params.trainings.contains((int) t)) trained = true;
        long education = doc['education'].value;
        long mandarin = doc['mandarin'].value;
        long post = 40 * (skills / total) + 30 * worked + 15 * (trained ? 10000 : 2000) + 20 * level(education, params.education, 5000) + 10 * level(mandarin, params.mandarin, 4000);
        long floor = doc['floor'].value;
        long last = doc['last'].value;
        long wage = 2000;
        if (floor > 0 || last > 0) {
          long middle = (params.low + params.high) / 2;
          long byFloor = floor == 0 ? 0 : 2 * (floor <= params.low ? 10000 : floor <= params.high ? 8500 : least(8500, most(0, 10000 - 20000 * (floor - params.high) / floor)));
          long byLast = last == 0 ? 0 : last <= middle ? 10000 : most(0, 10000 - 20000 * (last - middle) / last);
          wage = (byFloor + byLast) / ((floor == 0 ? 0 : 2) + (last == 0 ? 0 : 1));
        }
        long shifts = doc['shifts'].value;
        long hours = ((shifts == 0 ? 2000 : (shifts & 1L) != 0 ? 10000 : 2000) + (doc['care'].value == 1 ? 6000 : 10000)) / 2;
        long kinds = doc['kinds'].value;
        long wish = 0;
        boolean wishes = false;
        for (long code : doc['wishes']) {
          wishes = true;
          if (code / 10000 == asked / 10000) wish = most(wish, closeness(code, asked));
        }
        boolean places = false;
        boolean placeMet = params.at_home;
        for (long code : doc['places']) {
          places = true;
          if (code == params.township || code == params.county || code == params.province) placeMet = true;
        }
        long person = 30 * travel + 30 * wage + 15 * hours + 10 * (kinds == 0 ? 2000 : (kinds & (long) params.kind) != 0 ? 10000 : 0) + 15 * (wishes ? wish * 100 : 2000) + 10 * (!places ? 2000 : placeMet ? 10000 : 0);
        long known = 40 * (skillsKnown * 100 / total) + (hasWorked ? 3000 : 0) + (trained ? 1500 : 0) + (education == 0 ? 0 : 2000) + (mandarin == 0 ? 0 : 1000) + (travelKnown ? 3000 : 0)
          + 30 * (floor > 0 ? 100 : last > 0 ? 60 : 0) + 15 * (50 + (shifts == 0 ? 0 : 50)) + (kinds == 0 ? 0 : 1000) + (wishes ? 1500 : 0) + (places ? 1000 : 0);
        long a = (post + 5750) / 11500;
        long b = (person + 5500) / 11000;
        long fit = a + b == 0 ? 0 : (4 * a * b + a + b) / (2 * (a + b));
        return fit * 101 + known / 225;
        """;
}
