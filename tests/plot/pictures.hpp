#pragma once

#include <string>

#include "claim/set_language.hpp"
#include "connect/family.hpp"
#include "exact/error.hpp"
#include "plot/draw.hpp"

namespace isthmus {

inline SemialgebraicSet set_of(const std::string& text, const std::vector<std::string>& variables = {}) {
  return parse_set(text, {variables, {}, {}});
}

inline ProvedComponents proved_components(const SemialgebraicSet& set) {
  const FamilyCount count = count_family(set);
  require(count.cases.size() == 1, "the set of a test was not counted");
  ProvedComponents result{count.cases.front().evidence, {}};
  for (std::size_t i = 0; i < result.evidence->count(); ++i) result.samples.emplace_back(result.evidence->sample(i));
  return result;
}

/// As `isthmus plot` draws it, on a coarse mesh in space.
inline Picture picture_of(const std::string& text, const std::vector<std::string>& variables = {},
                          std::size_t cells = 14, const std::optional<Box>& box = std::nullopt) {
  const SemialgebraicSet set = set_of(text, variables);
  Picture picture = draw_set(set, proved_components(set), box, cells);
  picture.set = text;
  for (DrawnSample& sample : picture.samples) sample.text = "sample " + std::to_string(sample.component);
  return picture;
}

}  // namespace isthmus
