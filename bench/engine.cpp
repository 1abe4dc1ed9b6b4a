// Times the engine and each of its stages on the sets of the tests (tests/cases/known_sets.hpp).

#include <benchmark/benchmark.h>

#include "cases/known_sets.hpp"
#include "connect/family.hpp"
#include "decompose/cell_tree.hpp"
#include "decompose/variable_order.hpp"
#include "reduce/reduced_set.hpp"

namespace {

using namespace isthmus;

void whole_count(benchmark::State& state, const SemialgebraicSet& set) {
  for (auto _ : state) benchmark::DoNotOptimize(count_family(set).cases.size());
}

void reduction(benchmark::State& state, const SemialgebraicSet& set) {
  for (auto _ : state) benchmark::DoNotOptimize(reduce(set));
}

void walls_projection(benchmark::State& state, const SemialgebraicSet& set) {
  const OpenCondition condition(set.ring, set.formula);
  const PolynomialRing order = best_order(set.ring, 0, condition.factors());
  for (auto _ : state) benchmark::DoNotOptimize(project(order, condition.factors(), ProjectionKind::walls).levels());
}

void open_lifting(benchmark::State& state, const SemialgebraicSet& set) {
  const PolynomialRing order = cheap_order(set.ring, OpenCondition(set.ring, set.formula).factors());
  const OpenCondition condition(order, set.formula.map_atoms([&](const Atom& atom) {
    return Formula::atom(atom.polynomial.in_ring(order), atom.relation);
  }));
  const Projection projection = project(order, condition.factors(), ProjectionKind::open_cells);
  for (auto _ : state) benchmark::DoNotOptimize(lift_open_cells(projection, condition).leaves().size());
}

bool is_open(const SemialgebraicSet& set) {
  for (const Atom& atom : set.formula.atoms())
    if (!is_strict(atom.relation)) return false;
  return true;
}

const bool registered = [] {
  for (const KnownSet& known : known_sets()) {
    if (!known.quick) continue;
    const SemialgebraicSet set = known.make();
    benchmark::RegisterBenchmark(("count/" + known.name).c_str(), whole_count, set)->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark(("reduce/" + known.name).c_str(), reduction, set)->Unit(benchmark::kMillisecond);
    if (!is_open(set)) continue;
    benchmark::RegisterBenchmark(("open cells/" + known.name).c_str(), open_lifting, set)
        ->Unit(benchmark::kMillisecond);
    if (set.ring.size() <= 4)
      benchmark::RegisterBenchmark(("projection/" + known.name).c_str(), walls_projection, set)
          ->Unit(benchmark::kMillisecond);
  }
  return true;
}();

}  // namespace
