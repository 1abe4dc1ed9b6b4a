// The count of every set for which figures of other programs are known, each beside these figures: user CPU seconds on
// a 2-core machine with Debian 12, of QEPCAD 1.74 (full CAD, which gives cells but no count; "open": full-dimensional
// cells only), CGAL 5.5 (plane curves, exact count) and a prototype of this engine.

#include <benchmark/benchmark.h>

#include <iostream>
#include <stdexcept>

#include "cases/case_file.hpp"
#include "cases/known_sets.hpp"
#include "connect/family.hpp"

namespace {

using namespace isthmus;

struct Baseline {
  std::string set;   ///< of tests/cases/known_sets.hpp or more_cases.tsv
  std::string best;  ///< the least of the figures, in seconds, and whose it is
};

const std::vector<Baseline> baselines{
    {"depth 3", ".01 prototype"},
    {"depth 3 with skip", ".01 prototype"},
    {"depth 3 with skip, all parameters", ".01 prototype"},
    {"det 2x2", ".01 prototype, .02 QEPCAD open"},
    {"det 3x3", ".01 prototype, .02 QEPCAD open"},
    {"det 4x4", ".01 prototype, .02 QEPCAD open"},
    {"det(A*B+I) 2x2", ".01 prototype, .02 QEPCAD open"},
    {"det(A*B+I) 3x3", ".04 prototype"},
    {"SL_2", ".01 prototype, .03 QEPCAD"},
    {"dual pair of vectors", ".01 prototype, .03 QEPCAD"},
    {"elliptope and 6 planes", ".02 prototype"},
    {"three_ellipsoids", ".03 prototype, 2.9 QEPCAD"},
    {"four_paraboloids", ".12 prototype, 2.9 QEPCAD"},
    {"kuramoto_fold", ".03 prototype, .5 CGAL"},
    {"three_rpr", ".5 prototype, 1.8 CGAL"},
    {"net of sextics", ".004 CGAL, .01 prototype"},
    {"four_lines_two_conics", ".007 CGAL, .02 QEPCAD open"},
    {"two dense curves of degree 5", ".02 CGAL, .07 QEPCAD"},
    {"two dense curves of degree 8", ".2 CGAL, 67 QEPCAD"},
    {"two dense curves of degree 10", ".4 CGAL, 94 QEPCAD"},
    {"3 dense quadrics in R^3", ".03 QEPCAD open, 107 QEPCAD"},
    {"4 dense quadrics in R^3", ".4 prototype"},
    {"dense surface of degree 4", ".1 prototype, .12 QEPCAD open"},
    {"dense surface of degree 5", ".7 prototype"},
    {"dense surface of degree 6", "6 prototype"},
    {"dense cubic in R^4", ".3 prototype"},
    {"3 dense quadrics in R^4", "2 prototype"},
    {"2 dense quadrics in R^5", "85 prototype"},
    {"discriminant of degree 5", ".02 prototype"},
    {"discriminant of degree 6", "7 prototype"},
    {"continuant K10", ".02 prototype"},
    {"continuant K15", ".5 prototype"},
    {"continuant K18", "5.3 prototype"},
    {"symmetric 4x4", ".03 prototype"},
    {"20 lines", ".07 prototype"},
    {"12 planes", "10 prototype"},
};

SemialgebraicSet set_named(const std::string& name) {
  if (name == "depth 3 with skip, all parameters")
    return parse_set("w3*(w2*w1*x+e*x) = y", {{}, {"x", "y", "e"}, "x != 0 and y != 0 and e != 0"});
  for (const KnownSet& known : known_sets())
    if (known.name == name) return known.make();
  for (const CaseRow& row : read_case_file(ISTHMUS_SOURCE_DIR "/tests/cases/more_cases.tsv"))
    if (row.name == name) return row.parsed();
  throw std::runtime_error("no set '" + name + "'");
}

void count(benchmark::State& state, const Baseline& baseline) {
  const SemialgebraicSet set = set_named(baseline.set);
  std::size_t components = 0;
  for (auto _ : state) components = count_family(set).common().value_or(0);
  state.SetLabel(std::to_string(components) + " components; " + baseline.best);
}

const bool registered = [] {
  for (const Baseline& baseline : baselines)
    benchmark::RegisterBenchmark(baseline.set.c_str(), count, baseline)->Unit(benchmark::kSecond)->Iterations(1);
  return true;
}();

/// One line per set: name, coordinates, parameters, condition on these, condition, figures; for bench/compare.py.
void print_sets() {
  const auto joined = [](const std::vector<std::string>& names, std::size_t first, std::size_t last) {
    std::string text;
    for (std::size_t i = first; i < last; ++i) text += (i == first ? "" : ",") + names[i];
    return text;
  };
  for (const Baseline& baseline : baselines) {
    const SemialgebraicSet set = set_named(baseline.set);
    const std::vector<std::string>& names = set.ring.names();
    std::cout << baseline.set << '\t' << joined(names, set.parameter_count, names.size()) << '\t'
              << joined(names, 0, set.parameter_count) << '\t' << set.assumption.to_string() << '\t'
              << set.formula.to_string() << '\t' << baseline.best << '\n';
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 2 && std::string(argv[1]) == "--sets") {
    print_sets();
    return 0;
  }
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
  benchmark::RunSpecifiedBenchmarks();
}
