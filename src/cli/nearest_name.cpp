#include "cli/nearest_name.hpp"

#include <algorithm>
#include <numeric>

namespace isthmus {
namespace {

/// Levenshtein's distance.
std::size_t distance(const std::string& a, const std::string& b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row.back();
}

}  // namespace

std::optional<std::string> nearest_name(const std::string& typed, const std::vector<std::string>& names) {
  std::optional<std::string> best;
  std::size_t least = 0;
  for (const std::string& name : names) {
    const std::size_t steps = distance(typed, name);
    if (2 * steps > std::max(typed.size(), name.size()) || (best && steps >= least)) continue;
    best = name;
    least = steps;
  }
  return best;
}

}  // namespace isthmus
