using System.Globalization;
using JobMatch.Matching;

namespace JobMatch.Benchmarks.Matching;

/// <summary>
/// The ranking of one posting as one statement, with the default weights, priors and limits. It covers what the postings of this benchmark ask for: one quota, at home or at a fixed place; no
/// group, no duty; a day shift of regular hours.
/// </summary>
internal static class RankingSql
{
    public const int Skill = 1;
    public const int Occupation = 2;
    public const int Certificate = 3;
    public const int Training = 4;
    public const int WishedOccupation = 5;
    public const int WishedPlace = 6;

    public static string Of(PostingProfile posting, int k)
    {
        var quota = posting.Quotas[0];
        var atHome = quota.Kind == PlaceKind.AtHome;
        var (code, day) = (posting.Occupations[0], Province.Today.DayNumber);
        var middle = (posting.WageMinFen + posting.WageMaxFen) / 2;
        var skills = posting.Skills.Select(s => (s.Skill, Weight: s.Must ? 200 : 100)).ToList();
        var total = skills.Sum(s => s.Weight);
        string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
        string Sum(Func<(int Skill, int Weight), string> of) => string.Join(" + ", skills.Select(of));
        string Closeness(string of) => Text($"CASE WHEN {of} = {code} THEN 100 WHEN {of} / 100 = {code / 100} THEN 70 ELSE {(OccupationCode.IsAlike(code / 10_000) ? 40 : 0)} END");
        var reach = atHome ? "true" : Text($"""
            CASE w.mobility WHEN 1 THEN false WHEN 2 THEN w.settlement = {quota.Place.Settlement} WHEN 3 THEN w.township = {quota.Place.Township} WHEN 4 THEN w.county = {quota.Place.County}
                WHEN 5 THEN w.province = {quota.Place.Province} WHEN 7 THEN {Metres(quota.Place.Position!.Value)} <= w.metres ELSE true END
            """);
        var certificate = posting.Certificates.Count == 0 ? "true" : Text($"w.id IN (SELECT worker FROM fact WHERE kind = {Certificate} AND code = {posting.Certificates[0].Kind} AND a >= {day})");
        var travel = atHome ? "10000" : "CASE WHEN metres <= 30000 AND by_metres >= by_codes THEN by_metres ELSE by_codes END";
        var travelKnown = atHome ? "100" : "CASE WHEN (metres <= 30000 AND by_metres >= by_codes) OR is_said THEN 100 ELSE 0 END";
        var place = atHome ? "10000" : "CASE WHEN p.met THEN 10000 ELSE 0 END";
        var regions = string.Join(',', new[] { quota.Place.Township, quota.Place.County, quota.Place.Province }.Select(r => r.ToString(CultureInfo.InvariantCulture)));
        return Text($"""
            WITH passed AS (
                SELECT w.*, {(atHome ? "0" : Metres(quota.Place.Position!.Value))} AS metres_to FROM worker w
                WHERE NOT w.hidden AND w.capacity > 1 AND w.birth <= date '2010-03-10' AND {reach} AND {certificate}
            ), ways AS (
                SELECT w.*, metres_to AS metres_away,
                    CASE WHEN metres_to <= 1000 THEN 10000 ELSE 10000 - (4000::bigint * (metres_to - 1000) / 29000)::int END AS by_metres,
                    CASE WHEN w.settlement = {quota.Place.Settlement} THEN 10000 WHEN w.township = {quota.Place.Township} THEN 8500 WHEN w.mobility = 0 THEN 2000
                        WHEN w.county = {quota.Place.County} THEN 6500 WHEN w.province = {quota.Place.Province} THEN 5500 ELSE 5000 END AS by_codes,
                    (w.settlement = {quota.Place.Settlement} OR w.township = {quota.Place.Township} OR w.mobility <> 0) AS is_said
                FROM passed w
            ), marks AS (
                SELECT w.id, w.waiting, w.turn,
                    40 * (({Sum(s => Text($"{s.Weight} * COALESCE(s.v{s.Skill}, 2000)"))}) / {total}) + 30 * GREATEST(2000, COALESCE(o.best, 0)) + 15 * CASE WHEN t.worker IS NULL THEN 2000 ELSE 10000 END
                        + 20 * CASE WHEN w.education = 0 THEN 2000 WHEN w.education >= {(int)posting.Education} THEN 10000 WHEN w.education = {(int)posting.Education - 1} THEN 5000 ELSE 0 END
                        + 10 * CASE WHEN w.mandarin = 0 THEN 2000 WHEN w.mandarin >= {(int)posting.Mandarin} THEN 10000 WHEN w.mandarin = {(int)posting.Mandarin - 1} THEN 4000 ELSE 0 END AS post,
                    40 * (({Sum(s => Text($"CASE WHEN s.v{s.Skill} IS NULL THEN 0 ELSE {s.Weight} END"))}) * 100 / {total}) + 30 * CASE WHEN any_o.worker IS NULL THEN 0 ELSE 100 END
                        + 15 * CASE WHEN t.worker IS NULL THEN 0 ELSE 100 END + 20 * CASE WHEN w.education = 0 THEN 0 ELSE 100 END + 10 * CASE WHEN w.mandarin = 0 THEN 0 ELSE 100 END
                        + 30 * ({travelKnown.Replace("metres <=", "metres_away <=", StringComparison.Ordinal)}) + 30 * CASE WHEN w.floor > 0 THEN 100 WHEN w.last > 0 THEN 60 ELSE 0 END
                        + 15 * (50 + CASE WHEN w.shifts = 0 THEN 0 ELSE 50 END) + 10 * CASE WHEN w.kinds = 0 THEN 0 ELSE 100 END
                        + 15 * CASE WHEN wo.worker IS NULL THEN 0 ELSE 100 END + 10 * CASE WHEN p.worker IS NULL THEN 0 ELSE 100 END AS known,
                    30 * ({travel.Replace("metres <=", "metres_away <=", StringComparison.Ordinal)})
                        + 30 * CASE WHEN w.floor = 0 AND w.last = 0 THEN 2000 ELSE ((CASE WHEN w.floor = 0 THEN 0 ELSE 2 * (CASE WHEN w.floor <= {posting.WageMinFen} THEN 10000 WHEN w.floor <= {posting.WageMaxFen} THEN 8500
                                ELSE LEAST(8500, GREATEST(0, 10000 - 20000 * (w.floor - {posting.WageMaxFen}) / w.floor)) END) END
                            + CASE WHEN w.last = 0 THEN 0 WHEN w.last <= {middle} THEN 10000 ELSE GREATEST(0, 10000 - 20000 * (w.last - {middle}) / w.last) END)
                            / (CASE WHEN w.floor = 0 THEN 0 ELSE 2 END + CASE WHEN w.last = 0 THEN 0 ELSE 1 END))::int END
                        + 15 * ((CASE WHEN w.shifts = 0 THEN 2000 WHEN w.shifts & 1 <> 0 THEN 10000 ELSE 2000 END + CASE WHEN w.care THEN 6000 ELSE 10000 END) / 2)
                        + 10 * CASE WHEN w.kinds = 0 THEN 2000 WHEN w.kinds & {1 << ((int)posting.Kind - 1)} <> 0 THEN 10000 ELSE 0 END
                        + 15 * CASE WHEN wo.worker IS NULL THEN 2000 ELSE wo.best * 100 END
                        + 10 * CASE WHEN p.worker IS NULL THEN 2000 ELSE {place} END AS person
                FROM ways w
                LEFT JOIN (SELECT worker, {string.Join(", ", skills.Select(s => Text($"max(CASE WHEN code = {s.Skill} THEN CASE WHEN b = 1 THEN 10000 ELSE 7000 END END) AS v{s.Skill}")))}
                    FROM fact WHERE kind = {Skill} AND code IN ({string.Join(',', skills.Select(s => s.Skill))}) GROUP BY worker) s ON s.worker = w.id
                LEFT JOIN (SELECT worker, max({Closeness("code")} * CASE WHEN a = 0 THEN 55 WHEN 2026 - a <= 2 THEN 100 WHEN 2026 - a <= 5 THEN 85 WHEN 2026 - a <= 10 THEN 70 ELSE 55 END
                        * CASE WHEN b >= 36 THEN 100 WHEN b >= 12 THEN 95 ELSE 85 END / 100) AS best
                    FROM fact WHERE kind = {Occupation} AND code BETWEEN {code / 10_000 * 10_000} AND {(code / 10_000 * 10_000) + 9_999} GROUP BY worker) o ON o.worker = w.id
                LEFT JOIN (SELECT DISTINCT worker FROM fact WHERE kind = {Occupation}) any_o ON any_o.worker = w.id
                LEFT JOIN (SELECT DISTINCT worker FROM fact WHERE kind = {Training} AND code IN ({string.Join(',', posting.Trainings)})) t ON t.worker = w.id
                LEFT JOIN (SELECT worker, max(CASE WHEN code / 10000 = {code / 10_000} THEN {Closeness("code")} ELSE 0 END) AS best FROM fact WHERE kind = {WishedOccupation} GROUP BY worker) wo ON wo.worker = w.id
                LEFT JOIN (SELECT worker, bool_or(code IN ({regions})) AS met FROM fact WHERE kind = {WishedPlace} GROUP BY worker) p ON p.worker = w.id
            ), sides AS (
                SELECT id, waiting, turn, (post + 5750) / 11500 AS post, (person + 5500) / 11000 AS person, known / 225 AS confidence FROM marks
            )
            SELECT id FROM sides
            ORDER BY CASE WHEN post + person = 0 THEN 0 ELSE (4 * post * person + post + person) / (2 * (post + person)) END DESC, confidence DESC,
                GREATEST(0, COALESCE(date '{Province.Today:yyyy-MM-dd}' - waiting, 0)) DESC, turn, id
            LIMIT {k}
            """);
    }

    private static string Metres(Position at)
    {
        var cosine = Geo.Cosine(at.LatitudeE6).ToString("R", CultureInfo.InvariantCulture);
        const double PerMicroDegree = 6_371_008.8 * Math.PI / 180 / 1e6;
        return string.Create(CultureInfo.InvariantCulture,
            $"trunc(sqrt((w.latitude - {at.LatitudeE6})::float8 * (w.latitude - {at.LatitudeE6})::float8 + ((w.longitude - {at.LongitudeE6})::float8 * {cosine}::float8) * ((w.longitude - {at.LongitudeE6})::float8 * {cosine}::float8)) * {PerMicroDegree:R}::float8)::int");
    }
}
