#pragma once

#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "checker/algebraic_fibre.hpp"
#include "checker/cells.hpp"
#include "checker/groups.hpp"
#include "checker/rule_outcomes.hpp"

namespace isthmus::check::test {

/// A plain writer of `open` nodes for tests, which shares the checker's arithmetic but none of its rules: cells from
/// bisected root counts, joins by straight segments between the samples, liftings for every wall.
class OpenCertificate {
 public:
  /// The projection is given, and assumed to be closed.
  OpenCertificate(Set set, std::vector<std::string> order, std::vector<std::vector<std::string>> projection,
                  std::vector<std::string> units = {})
      : set_(std::move(set)), order_(std::move(order)), units_(std::move(units)), texts_(std::move(projection)) {
    for (const auto& level : texts_) {
      levels_.emplace_back();
      for (const std::string& text : level) levels_.back().push_back(read_polynomial(text, set_.scope()));
    }
    std::vector<Rational> prefix;
    cells_ = cells(1, levels_, prefix);
  }

  std::string cells_text() const { return cells_; }
  const std::vector<std::vector<Rational>>& samples() const { return samples_; }

  /// Variables by level, samples along them.
  std::size_t variable(std::size_t level) const { return set_.scope().index.at(order_[level - 1]); }

  std::string head() const {
    std::string text = "{'rule':'open','order':" + list(order_) + ",'units':" + list(units_) + ",'projection':[";
    for (std::size_t i = 0; i < texts_.size(); ++i) text += (i ? "," : "") + list(texts_[i]);
    return text + "],'cells':" + cells_;
  }

  std::string node(const std::vector<std::size_t>& numbers, const std::string& joins,
                   const std::string& separation) const {
    std::string text = head() + ",'components':[";
    for (std::size_t i = 0; i < numbers.size(); ++i) text += (i ? "," : "") + std::to_string(numbers[i]);
    return text + "],'joins':[" + joins + "],'separation':" + separation + "}";
  }

  static std::string list(const std::vector<std::string>& texts) {
    std::string text = "[";
    for (std::size_t i = 0; i < texts.size(); ++i) text += (i ? ",'" : "'") + texts[i] + "'";
    return text + "]";
  }

  /// One rational in each gap of the real roots counted by `below`, which is defined off the roots; `all` roots in all.
  template <class Below, class IsRoot>
  static std::vector<Rational> gaps(const Below& below, const IsRoot& is_root, std::size_t all) {
    Rational low = -1;
    Rational high = 1;
    while (is_root(low) || below(low) > 0) low *= 2;
    while (is_root(high) || below(high) < all) high *= 2;
    std::vector<Rational> points{low, high};
    for (std::size_t i = 0; i + 1 < points.size();) {
      const std::size_t between = below(points[i + 1]) - below(points[i]);
      if (between == 0) {
        points.erase(points.begin() + static_cast<std::ptrdiff_t>(i));  // the same gap as the next
      } else if (between == 1) {
        ++i;
      } else {
        long parts = 2;
        const Rational width = points[i + 1] - points[i];
        while (is_root(points[i] + width / parts)) ++parts;
        points.insert(points.begin() + static_cast<std::ptrdiff_t>(i) + 1, points[i] + width / parts);
      }
    }
    if (all == 0) points = {0};
    return points;
  }

 private:
  using Stack = std::vector<std::vector<Polynomial>>;

  static Stack with(const Stack& polynomials, std::size_t variable, const Rational& value) {
    Stack result = polynomials;
    for (auto& level : result) {
      for (Polynomial& p : level) p = p.at(variable, value);
    }
    return result;
  }

  /// Truth of the formula at a point over the full-dimensional cell of the last level.
  std::string cells(std::size_t level, const Stack& polynomials, std::vector<Rational>& prefix) {
    if (level > order_.size()) {
      std::vector<Rational> point(set_.variables());
      for (std::size_t i = 0; i < prefix.size(); ++i) point[variable(i + 1)] = prefix[i];
      const bool inside = set_.formula.holds_at(point);
      if (inside) samples_.push_back(point);
      return inside ? "'in'" : "'out'";
    }
    Univariate product({1});
    for (const Polynomial& p : polynomials[level - 1]) product = product * p.univariate(variable(level));
    const RootCounter counter(product);
    const auto points = gaps([&](const Rational& x) { return counter.below(x); },
                             [&](const Rational& x) { return counter.is_root(x); }, counter.all());
    std::string text = "[";
    for (const Rational& q : points) {
      prefix.push_back(q);
      text += (text == "[" ? "['" : ",['") + to_string(q) + "'," +
              cells(level + 1, with(polynomials, variable(level), q), prefix) + "]";
      prefix.pop_back();
    }
    return text + "]";
  }

  Set set_;
  std::vector<std::string> order_;
  std::vector<std::string> units_;
  std::vector<std::vector<std::string>> texts_;
  Stack levels_;
  std::string cells_;
  std::vector<std::vector<Rational>> samples_;
};

}  // namespace isthmus::check::test
