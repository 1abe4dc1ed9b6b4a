#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "decompose/projection.hpp"

namespace isthmus {

/// Where roots of the factors of one level go on into each other such that the polynomials of the next level that meet
/// over them do so in the same way. Such roots form a sheet. docs/engine.md, section "Regions".
class SheetConditions {
 public:
  /// Of factors of `level`, which is not the last. `projection` must outlive this.
  SheetConditions(const Projection& projection, std::size_t level) : projection_(projection), level_(level) {}

  /// Whether the roots of the g-th factor, where they go on over a wall of `wall` without meeting each other and its
  /// leading coefficient does not vanish, stay in their sheets.
  bool goes_on(std::size_t g, Projection::Id wall);

 private:
  /// The factors other than g that may vanish where polynomials that meet over its roots change their way to meet.
  const std::set<Projection::Id>& disturbing(std::size_t g);

  const Projection& projection_;
  std::size_t level_;
  std::map<std::size_t, std::set<Projection::Id>> disturbing_;
  std::map<std::pair<std::size_t, Projection::Id>, bool> goes_on_;
};

}  // namespace isthmus
