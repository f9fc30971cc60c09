using System.Diagnostics;
using System.Globalization;
using System.Text;
using JobMatch.Matching;
using JobMatch.Matching.Placement;

namespace JobMatch.Benchmarks;

/// <summary>
/// The placement plan against LEMON's NetworkSimplex on our own final graph, in the same run; and against what a station would do by hand. "flow" is everything from the scored pairs to
/// the optimum over all of them (first arcs, solving, pricing in every round), "simplex" the solving of the final graph alone, begun from nothing, as LEMON's run() does; "plan" adds the
/// household limit. All in processor time.
/// </summary>
internal static class PlacementBench
{
    private static readonly (int People, int Postings, int Vacancies)[] Sizes = [(1_000, 100, 500), (3_000, 300, 1_500), (10_000, 1_000, 5_000), (30_000, 3_000, 15_000)];

    /// <summary>Over all pairs, against LEMON's time for the final graph alone, which it is given.</summary>
    private const double Bar = 2;

    /// <summary>Odd, so that one of them is the median.</summary>
    private const int Runs = 9;

    /// <param name="lemon">Its program; null: not compared.</param>
    /// <param name="sizes">People; none: all sizes.</param>
    public static async Task<int> RunAsync(string? lemon, IReadOnlyList<string> sizes)
    {
        var ok = true;
        // The first runs compile.
        for (var run = 0; run < 5; run++) Solve(Make(1_000, 100, 500).Problem, out _);
        foreach (var (people, postings, vacancies) in Sizes.Where(size => sizes.Count == 0 || sizes.Contains(size.People.ToString(CultureInfo.InvariantCulture))))
        {
            var (problem, scoring) = Make(people, postings, vacancies);
            Console.WriteLine($"{people:N0} people, {postings:N0} postings, {problem.Quotas.Count:N0} quotas, {vacancies:N0} vacancies: {problem.Pairs.Count:N0} gated pairs, scored in {scoring:N0} ms");
            ok &= await FlowAsync(problem, lemon, bar: people > 10_000 ? null : Bar);
            ok &= Whole(problem, "with the household limit");
            ok &= Whole(HalfPlain(problem), "every second public-welfare posting without the limit");
            Console.WriteLine($"  by hand             first come {Tell(problem.ScoreOf(SimplePlans.FirstCome(problem)))}");
            Console.WriteLine($"                      best pair  {Tell(problem.ScoreOf(SimplePlans.BestPairFirst(problem)))}");
        }
        Console.WriteLine(ok ? "All plans proved, bar kept." : "A bar was missed.");
        return ok ? 0 : 1;
    }

    /// <summary>Without the household limit, which no flow solver knows: the whole way over all pairs; then both simplexes alone on the final graph.</summary>
    private static async Task<bool> FlowAsync(PlacementProblem problem, string? lemon, double? bar)
    {
        var free = new PlacementProblem(problem.People, [.. problem.Quotas.Select(quota => quota with { Post = WelfarePost.None })], problem.Pairs);
        var (whole, alone, peer) = (new List<double>(), new List<double>(), new List<double>());
        Solve(free, out var graph);
        var text = TextOf(graph.Simplex);
        // In turns, so that what else the machine does meets all three alike.
        for (var run = 0; run < Runs; run++)
        {
            var begun = Processor();
            Solve(free, out graph);
            whole.Add(Processor() - begun);
            var again = new PlacementGraph(free, graph);
            begun = Processor();
            again.Start();
            again.Run(null, CancellationToken.None);
            alone.Add(Processor() - begun);
            if (again.Simplex.TotalCost != graph.Simplex.TotalCost) throw new InvalidOperationException("The same graph, another optimum.");
            if (lemon is null) continue;
            var (cost, took) = await LemonAsync(lemon, text);
            if (cost != graph.Simplex.TotalCost) throw new InvalidOperationException($"LEMON has another optimum, {cost} and not {graph.Simplex.TotalCost}.");
            peer.Add(took);
        }
        Console.WriteLine($"  flow     {Median(whole),8:N0} ms   over all pairs: {graph.Rounds} rounds, {graph.Simplex.Pivots:N0} pivots, {graph.Simplex.ArcCount:N0} arcs");
        Console.WriteLine($"  simplex  {Median(alone),8:N0} ms   alone on the final graph");
        if (lemon is null) return true;
        Console.WriteLine($"  LEMON    {Median(peer),8:N0} ms   on our final graph: the same optimum; simplex ÷ LEMON = {Ratio(alone):N2}, whole flow ÷ LEMON = {Ratio(whole):N2}{(bar is { } most ? $" (bar {most})" : "")}");
        return bar is null || Ratio(whole) <= bar;

        double Ratio(List<double> ours) => Median([.. ours.Zip(peer, (our, its) => our / its)]);
    }

    /// <summary>Of two public-welfare postings one takes one of a household, the other as many as come: what the limit means then differs from household to household.</summary>
    private static PlacementProblem HalfPlain(PlacementProblem problem)
    {
        var plain = problem.Quotas.Where(quota => quota.Post == WelfarePost.OnePerHousehold).Select(quota => quota.PostingId).Distinct().Where((_, i) => i % 2 == 1).ToHashSet();
        return new(problem.People, [.. problem.Quotas.Select(quota => plain.Contains(quota.PostingId) ? quota with { Post = WelfarePost.Plain } : quota)], problem.Pairs);
    }

    private static bool Whole(PlacementProblem problem, string limit)
    {
        var begun = Processor();
        var answer = Solve(problem, out _);
        var took = Processor() - begun;
        begun = Processor();
        var faults = PlacementChecker.Check(problem, answer);
        Console.WriteLine($"  plan     {took,8:N0} ms   {limit}: {Tell(answer.Score)}; {answer.Effort.Rounds} rounds, {answer.Effort.Branches} case(s)");
        Console.WriteLine($"  checker  {Processor() - begun,8:N0} ms   value {answer.Value:N0}, bound {answer.Bound:N0}: {(faults.Count == 0 && answer.IsOptimal ? "optimal over all pairs" : string.Join(' ', faults.Append($"not proved, {answer.Bound - answer.Value:N0} short at most")))}");
        begun = Processor();
        var prices = PlacementPrices.Of(problem, answer);
        Console.WriteLine($"  prices   {Processor() - begun,8:N0} ms   of what forcing a pair costs, {prices.Slack:N0} from proving the plan");
        Forced(problem, answer);
        return faults.Count == 0 && answer.IsOptimal;
    }

    /// <summary>Some of those without a place, each sent to her first pair: what a page waits for that tells what it costs.</summary>
    private static void Forced(PlacementProblem problem, PlacementAnswer answer)
    {
        var (times, moves, exact) = (new List<double>(), new List<double>(), 0);
        foreach (var person in Enumerable.Range(0, problem.People.Count).Where(person => answer.QuotaOf[person] < 0 && !problem.Pairs.Row(person).IsEmpty).Take(Runs))
        {
            var begun = Processor();
            var forced = ForcedPair.Of(problem, answer, person, [problem.Pairs.Row(person).ToArray()[0].Quota]);
            times.Add(Processor() - begun);
            moves.Add(forced?.Moves.Count ?? 0);
            exact += forced is { IsExact: true } ? 1 : 0;
        }

        if (times.Count > 0) Console.WriteLine($"  forced   {Median(times),8:N0} ms   what a pair truly costs, {times.Max():N0} at most; {exact} of {times.Count} exact, {Median(moves):N0} move, {moves.Max():N0} at most");
    }

    private static PlacementAnswer Solve(PlacementProblem problem, out PlacementGraph graph) => PlacementSolver.Solve(problem, new(), null, CancellationToken.None, out graph);

    private static (PlacementProblem Problem, double Milliseconds) Make(int people, int postings, int vacancies)
    {
        var county = new PlacementCounty(people, postings, vacancies);
        var (workers, jobs) = (county.People(), county.Postings());
        var begun = Processor();
        var pairs = GatedPairs.Of(workers, jobs, new FitContext { On = PlacementCounty.Day, Seekers = Seekers.WillingAndUnemployed }, parallelism: Environment.ProcessorCount);
        var took = Processor() - begun;
        return (new([.. workers.Select(worker => new PlacementPerson(worker.Id, worker.HouseholdId, worker.ZeroEmploymentHousehold))], GatedPairs.QuotasOf(jobs), pairs), took);
    }

    private static string Tell(PlacementScore score) => $"{score.Households:N0} households without work helped, {score.People:N0} people, {score.Points:N0} points";

    /// <summary>"nodes arcs", then "from to capacity cost" an arc, one line each.</summary>
    private static string TextOf(NetworkSimplex simplex)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{simplex.NodeCount} {simplex.ArcCount}\n");
        for (var i = 0; i < simplex.ArcCount; i++) text.Append(CultureInfo.InvariantCulture, $"{simplex.From(i)} {simplex.To(i)} {simplex.Capacity(i)} {simplex.Cost(i)}\n");
        return text.ToString();
    }

    /// <summary>Cost of its optimum, and the milliseconds of its own run.</summary>
    private static async Task<(long Cost, double Took)> LemonAsync(string lemon, string text)
    {
        using var process = Process.Start(new ProcessStartInfo(lemon) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        await process.StandardInput.WriteAsync(text);
        process.StandardInput.Close();
        var parts = (await process.StandardOutput.ReadToEndAsync()).Split(' ', StringSplitOptions.TrimEntries);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"LEMON ended with {process.ExitCode}.");
        return (long.Parse(parts[0], CultureInfo.InvariantCulture), double.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    /// <summary>Both sides work on one thread; processor time leaves out what else the machine does. Ours includes its garbage collector.</summary>
    private static double Processor() => Environment.CpuUsage.TotalTime.TotalMilliseconds;

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
}
