using JobMatch.Matching.Placement;

namespace JobMatch.Matching.Tests.Placement;

public sealed class SpanningTreeTests
{
    [Fact]
    public void Subtrees_that_move_keep_the_chain_and_the_sizes_of_a_tree()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var count = random.Next(2, 40);
            var (tree, parents) = (new SpanningTree(count), new int[count]);
            for (var node = 1; node < count; node++)
            {
                // A node may hang under one with a higher number, as in the start of a plan.
                parents[node] = random.Next(node);
            }
            foreach (var node in Enumerable.Range(1, count - 1).OrderBy(_ => random.Next())) tree.Hang(node, parents[node], node, up: true);
            parents[0] = SpanningTree.None;
            tree.Chain();
            for (var move = 0; move < 60; move++)
            {
                var inner = random.Next(1, count);
                var path = PathUp(parents, inner);
                var leaving = path[random.Next(path.Count - 1)];
                var outside = Enumerable.Range(0, count).Where(node => !PathUp(parents, node).Contains(leaving)).ToList();
                var outer = outside[random.Next(outside.Count)];
                var join = tree.Meet(inner, outer);
                join.ShouldBe(PathUp(parents, outer).First(PathUp(parents, inner).Contains));
                tree.Move(inner, leaving, outer, join, inner, up: true);
                for (var (node, parent) = (inner, outer); ; (parent, node) = (node, path[path.IndexOf(node) + 1]))
                {
                    parents[node] = parent;
                    if (node == leaving) break;
                }
                ShouldBe(tree, parents);
            }
        }
    }

    [Fact]
    public void An_arc_on_a_path_that_turns_round_leads_the_other_way()
    {
        var tree = new SpanningTree(4);
        tree.Hang(1, 0, 10, up: true);
        tree.Hang(2, 1, 20, up: false);
        tree.Hang(3, 0, 30, up: true);
        tree.Chain();
        tree.Move(inner: 2, leaving: 1, outer: 3, join: 0, arc: 40, up: true);
        (tree.Parent(2), tree.Arc(2), tree.IsUp(2)).ShouldBe((3, 40, true));
        (tree.Parent(1), tree.Arc(1), tree.IsUp(1)).ShouldBe((2, 20, true));
    }

    private static List<int> PathUp(int[] parents, int node)
    {
        var path = new List<int>();
        for (; node != SpanningTree.None; node = parents[node]) path.Add(node);
        return path;
    }

    private static void ShouldBe(SpanningTree tree, int[] parents)
    {
        var chain = new List<int>();
        for (var node = 0; node != SpanningTree.None && chain.Count <= parents.Length; node = tree.Next(node)) chain.Add(node);
        chain.Count.ShouldBe(parents.Length);
        for (var node = 0; node < parents.Length; node++)
        {
            tree.Parent(node).ShouldBe(parents[node]);
            var below = Enumerable.Range(0, parents.Length).Where(other => PathUp(parents, other).Contains(node)).ToHashSet();
            tree.Size(node).ShouldBe(below.Count);
            chain.Skip(chain.IndexOf(node)).Take(below.Count).ShouldBe(below, ignoreOrder: true);
        }
    }
}
