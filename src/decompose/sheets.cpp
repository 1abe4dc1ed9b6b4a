#include "decompose/sheets.hpp"

#include <vector>

namespace isthmus {

namespace {

/// The factors of a level that have multiple zeros or common zeros with others where a factor below vanishes.
std::vector<std::size_t> meeting_over(const Projection& projection, std::size_t level, Projection::Id below) {
  std::set<std::size_t> meeting;
  for (std::size_t f = 0; f < projection.level(level).size(); ++f) {
    if (projection.discriminant_exponent(level, f, below) > 0) meeting.insert(f);
    for (std::size_t h = 0; h < f; ++h)
      if (projection.resultant_exponent(level, h, f, below) > 0) meeting.insert({h, f});
  }
  return {meeting.begin(), meeting.end()};
}

/// Whether the degree of one of some factors of a level drops, or zeros of these meet, where a factor below vanishes.
bool disturbs(const Projection& projection, std::size_t level, const std::vector<std::size_t>& factors,
              Projection::Id below) {
  for (std::size_t i = 0; i < factors.size(); ++i) {
    if (projection.leading_exponent(level, factors[i], below) > 0) return true;
    if (projection.discriminant_exponent(level, factors[i], below) > 0) return true;
    for (std::size_t j = 0; j < i; ++j)
      if (projection.resultant_exponent(level, factors[j], factors[i], below) > 0) return true;
  }
  return false;
}

}  // namespace

const std::set<Projection::Id>& SheetConditions::disturbing(std::size_t g) {
  const auto [entry, added] = disturbing_.try_emplace(g);
  if (!added) return entry->second;
  const Projection::Id sheet{level_, g};
  const std::vector<std::size_t> meeting = meeting_over(projection_, level_ + 1, sheet);
  for (std::size_t k = 1; k <= level_; ++k)
    for (std::size_t q = 0; q < projection_.level(k).size(); ++q)
      if (Projection::Id{k, q} != sheet && disturbs(projection_, level_ + 1, meeting, {k, q}))
        entry->second.insert({k, q});
  return entry->second;
}

bool SheetConditions::goes_on(std::size_t g, Projection::Id wall) {
  const auto [entry, added] = goes_on_.try_emplace({g, wall}, false);
  if (!added) return entry->second;
  const std::set<Projection::Id>& factors = disturbing(g);
  bool result = factors.count(wall) == 0;
  for (const auto& [k, q] : factors)
    if (result && k == level_) result = projection_.resultant_exponent(level_, g, q, wall) == 0;
  return entry->second = result;
}

}  // namespace isthmus
