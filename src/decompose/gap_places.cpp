#include "decompose/gap_places.hpp"

#include <algorithm>
#include <cstdlib>
#include <iterator>

#include "exact/error.hpp"

namespace isthmus {

namespace {

/// For each root of the polynomial i the number of roots of j below it.
std::vector<long> roots_below(const RootOwners& owners, std::size_t i, std::size_t j) {
  std::vector<long> below;
  long count = 0;
  for (const std::size_t owner : owners) {
    if (owner == j) ++count;
    if (owner == i) below.push_back(count);
  }
  return below;
}

RootOwners without_pair(RootOwners owners, std::size_t first) {
  const auto at = owners.begin() + static_cast<std::ptrdiff_t>(first);
  owners.erase(at, at + 2);
  return owners;
}

/// What is left of two lists without the ends that they have in common.
struct DifferingParts {
  RootOwners left;
  RootOwners right;

  DifferingParts(const RootOwners& a, const RootOwners& b) {
    const auto [a_begin, b_begin] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    const auto [a_end, b_end] = std::mismatch(a.rbegin(), std::make_reverse_iterator(a_begin), b.rbegin(),
                                              std::make_reverse_iterator(b_begin));
    left.assign(a_begin, a_end.base());
    right.assign(b_begin, b_end.base());
  }
};

long crossings_of_parts(const RootOwners& left, const RootOwners& right, std::size_t i, std::size_t j) {
  const std::vector<long> before = roots_below(left, i, j);
  const std::vector<long> after = roots_below(right, i, j);
  long result = 0;
  for (std::size_t k = 0; k < before.size(); ++k) result += std::abs(before[k] - after[k]);
  return result;
}

}  // namespace

long crossings(const RootOwners& left, const RootOwners& right, std::size_t i, std::size_t j) {
  const DifferingParts parts(left, right);
  return crossings_of_parts(parts.left, parts.right, i, j);
}

bool can_go_on(const RootOwners& left, const RootOwners& right, const std::vector<FibrePolynomial>& polynomials) {
  const DifferingParts parts(left, right);
  std::vector<long> excess(polynomials.size());
  std::vector<bool> moves(polynomials.size());
  for (const std::uint32_t owner : parts.left) {
    ++excess[owner];
    moves[owner] = true;
  }
  for (const std::uint32_t owner : parts.right) --excess[owner];
  if (std::any_of(excess.begin(), excess.end(), [](long e) { return e != 0; })) return false;
  for (std::size_t i = 0; i < polynomials.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) {
      const int order = polynomials[i].resultant_exponents[j];
      const long changes = moves[i] && moves[j] ? crossings_of_parts(parts.left, parts.right, i, j) : 0;
      if (changes > order || (changes - order) % 2 != 0) return false;
    }
  return true;
}

Places with_equal_roots_below(const RootOwners& left, const RootOwners& right) {
  Places places{{0, 0}};
  std::vector<long> excess;
  std::size_t unequal = 0;
  const auto add = [&](std::size_t owner, long change) {
    if (owner >= excess.size()) excess.resize(owner + 1);
    if (excess[owner] == 0) ++unequal;
    excess[owner] += change;
    if (excess[owner] == 0) --unequal;
  };
  for (std::size_t i = 0; i < left.size(); ++i) {
    add(left[i], 1);
    add(right[i], -1);
    if (unequal == 0) places.emplace_back(i + 1, i + 1);
  }
  return places;
}

std::vector<Places> across_branching(const RootOwners& more, const RootOwners& fewer, std::size_t owner,
                                     const std::vector<FibrePolynomial>& polynomials) {
  std::vector<Places> result;
  for (std::size_t p = 0; p + 1 < more.size(); ++p) {
    if (more[p] != owner || more[p + 1] != owner) continue;
    const RootOwners going_on = without_pair(more, p);
    if (!can_go_on(going_on, fewer, polynomials)) continue;
    Places places;
    for (const auto& [m, f] : with_equal_roots_below(going_on, fewer)) {
      if (m <= p) places.emplace_back(m, f);
      if (m >= p) places.emplace_back(m + 2, f);
    }
    result.push_back(std::move(places));
  }
  ensure(!result.empty(), "no two neighbouring roots of a polynomial vanish at a wall where two of its roots do");
  return result;
}

}  // namespace isthmus
