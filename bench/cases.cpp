// The count of every set of the case files of tests/cases, once each: `bench_cases --benchmark_filter=^cases/` for one
// file. A wrong number is an error here too.

#include <benchmark/benchmark.h>

#include "cases/case_file.hpp"
#include "connect/family.hpp"

namespace {

using namespace isthmus;

void count(benchmark::State& state, const CaseRow& row) {
  const SemialgebraicSet set = row.parsed();
  std::optional<std::size_t> components;
  for (auto _ : state) components = count_family(set).common();
  if (!components)
    state.SkipWithError("undecided");
  else if (*components != row.components)
    state.SkipWithError("a wrong number of components");
  else
    state.SetLabel(std::to_string(*components) + " components");
}

const bool registered = [] {
  for (const std::string file : {"cases", "more_cases", "space_cases", "classic_cases", "source_cases", "slow_cases"})
    for (const CaseRow& row : read_case_file(ISTHMUS_SOURCE_DIR "/tests/cases/" + file + ".tsv"))
      if (row.exact)
        benchmark::RegisterBenchmark((file + "/" + row.name).c_str(), count, row)
            ->Unit(benchmark::kMillisecond)
            ->Iterations(1);
  return true;
}();

}  // namespace
