using System.Collections;
using System.Reflection;
using FsCheck;
using FsCheck.Fluent;

namespace JobMatch.Matching.Tests;

/// <summary>A worker and a posting with the weights of somebody who asks. Simpler: one fact less. Printed: only what is said about them.</summary>
internal sealed record Pair(WorkerProfile Worker, PostingProfile Posting, FitWeights? Weights, bool NeedFirst, int Number)
{
    private static readonly WorkerProfile PlainWorker = new() { Id = 1, Version = 1 };
    private static readonly PostingProfile PlainPosting = new() { Id = 1, Version = 1, Kind = PostingKind.Enterprise, Open = true };

    public static Gen<Pair> Any { get; } = Gen.Choose(0, 1_000_000_000).Select(seed =>
    {
        var random = new RandomProfiles(seed);
        var id = seed % 1_000;
        return new Pair(random.Worker(id), random.Posting(id), random.Maybe(0.7) ? random.Weights() : null, random.Maybe(0.5), seed);
    });

    /// <summary>Holds for every pair; see <see cref="Holds"/>.</summary>
    public static void Every(Action<Pair> holds, int tests = 800) => Holds.ForAll(Any, pair => pair.Simpler(), holds, tests);

    public FitContext Context => A.Context with { Weights = Weights, NeedFirst = NeedFirst };

    public IEnumerable<Pair> Simpler()
    {
        if (Weights is not null) yield return this with { Weights = null };
        if (NeedFirst) yield return this with { NeedFirst = false };
        foreach (var worker in Facts.Less(Worker, PlainWorker)) yield return this with { Worker = worker };
        foreach (var posting in Facts.Less(Posting, PlainPosting)) yield return this with { Posting = posting };
    }

    public override string ToString() =>
        $"worker: {Facts.Say(Worker, PlainWorker)} | posting: {Facts.Say(Posting, PlainPosting)}{(Weights is null ? "" : " | own weights")}{(NeedFirst ? " | need first" : "")}";
}

/// <summary>What a profile says beyond a plain one of its kind.</summary>
internal static class Facts
{
    /// <summary>Each profile with one fact less, or with one entry less in a list.</summary>
    public static IEnumerable<T> Less<T>(T profile, T plain) where T : class
    {
        foreach (var property in Told(profile, plain))
        {
            yield return With(profile, property, property.GetValue(plain));
            if (property.GetValue(profile) is not IList { Count: > 1 } list) continue;
            for (var without = 0; without < list.Count; without++)
            {
                var fewer = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(property.PropertyType.GetGenericArguments()[0]))!;
                for (var i = 0; i < list.Count; i++) if (i != without) fewer.Add(list[i]);
                yield return With(profile, property, fewer);
            }
        }
    }

    public static string Say<T>(T profile, T plain) where T : class => string.Join(", ", Told(profile, plain).Select(property => $"{property.Name} {Text(property.GetValue(profile))}"));

    private static IEnumerable<PropertyInfo> Told<T>(T profile, T plain) =>
        typeof(T).GetProperties().Where(property => property.CanWrite && property.Name is not ("Id" or "Version") && Text(property.GetValue(profile)) != Text(property.GetValue(plain)));

    private static T With<T>(T profile, PropertyInfo property, object? value) where T : class
    {
        var copy = (T)typeof(T).GetMethod("<Clone>$")!.Invoke(profile, null)!;
        property.SetValue(copy, value);
        return copy;
    }

    private static string Text(object? value) => value switch
    {
        null => "-",
        IList list => $"[{string.Join("; ", list.Cast<object>())}]",
        _ => value.ToString() ?? "",
    };
}
