// Reads a circulation on standard input, solves it with LEMON's NetworkSimplex and prints the cost of the optimum and the processor milliseconds of the solving alone.
// Input: "nodes arcs", then one line an arc: "from to capacity cost".
#include <ctime>
#include <cstdint>
#include <cstdio>
#include <vector>

#include <lemon/network_simplex.h>
#include <lemon/static_graph.h>

int main() {
  using Graph = lemon::StaticDigraph;
  using Simplex = lemon::NetworkSimplex<Graph, int, int64_t>;

  int nodes = 0, count = 0;
  if (std::scanf("%d %d", &nodes, &count) != 2) return 2;
  struct Line { int from, to, capacity; int64_t cost; };
  std::vector<Line> lines(count);
  for (auto& line : lines) {
    long long cost = 0;
    if (std::scanf("%d %d %d %lld", &line.from, &line.to, &line.capacity, &cost) != 4) return 2;
    line.cost = cost;
  }

  // StaticDigraph wants its arcs by source.
  std::vector<std::vector<int>> by_source(nodes);
  for (int i = 0; i < count; ++i) by_source[lines[i].from].push_back(i);
  std::vector<std::pair<int, int>> ends;
  std::vector<int> order;
  for (const auto& outgoing : by_source)
    for (int i : outgoing) {
      ends.emplace_back(lines[i].from, lines[i].to);
      order.push_back(i);
    }
  Graph graph;
  graph.build(nodes, ends.begin(), ends.end());
  Graph::ArcMap<int> capacity(graph);
  Graph::ArcMap<int64_t> cost(graph);
  for (int i = 0; i < count; ++i) {
    capacity[graph.arc(i)] = lines[order[i]].capacity;
    cost[graph.arc(i)] = lines[order[i]].cost;
  }

  Simplex simplex(graph);
  simplex.upperMap(capacity).costMap(cost);
  const std::clock_t begun = std::clock();
  const auto result = simplex.run();
  const double took = 1000.0 * (std::clock() - begun) / CLOCKS_PER_SEC;
  if (result != Simplex::OPTIMAL) return 3;
  std::printf("%lld %.3f\n", static_cast<long long>(simplex.totalCost<int64_t>()), took);
  return 0;
}
