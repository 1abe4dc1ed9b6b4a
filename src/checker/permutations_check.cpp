// Claims of the kind permutations: section 9 of proofs/FORMAT.md.

#include <algorithm>
#include <string>

#include "checker/real_rules.hpp"

namespace isthmus::check {
namespace {

constexpr std::size_t kMostPrefixes = 100000000;

using Vector = std::vector<Integer>;

Integer common_denominator(const std::vector<std::vector<Rational>>& vectors) {
  Integer result = 1;
  for (const auto& vector : vectors) {
    for (const Rational& value : vector) result = result / gcd(result, value.denominator()) * value.denominator();
  }
  return result;
}

/// The integer vectors of the sum that is to come close to the target, over one denominator.
class Assignment {
 public:
  explicit Assignment(const HiddenUnits& units) : size_(units.preactivation.size()) {
    std::vector<std::vector<Rational>> all;
    for (std::size_t i = 0; i < size_; ++i) {
      for (std::size_t j = 0; j < size_; ++j) all.push_back(vector_of(units, i, j));
    }
    all.push_back(target_of(units));
    denominator_ = common_denominator(all);
    for (const auto& vector : all) {
      vectors_.emplace_back();
      for (const Rational& value : vector) {
        vectors_.back().push_back(value.numerator() * (denominator_ / value.denominator()));
      }
    }
  }

  std::size_t size() const { return size_; }
  const Vector& at(std::size_t row, std::size_t column) const { return vectors_[row * size_ + column]; }
  const Vector& target() const { return vectors_.back(); }
  Rational over_denominator(const Integer& square) const { return Rational(square, denominator_ * denominator_); }

 private:
  static std::vector<Rational> vector_of(const HiddenUnits& units, std::size_t i, std::size_t j) {
    const Rational rest = Rational(1) - units.alpha;
    std::vector<Rational> result;
    for (const auto& row : units.outer) {
      for (std::size_t c = 0; c < units.preactivation[i].size(); ++c) {
        const Rational& z = units.preactivation[j][c];
        if (units.scale) {
          const Rational last = units.alpha / power(*units.scale, units.activation.degree);
          result.push_back((rest * row[i] + last * row[j]) *
                           units.activation(rest * units.preactivation[i][c] + units.alpha * *units.scale * z));
        } else {
          result.push_back(row[i] * units.activation(z));
        }
      }
    }
    return result;
  }

  static std::vector<Rational> target_of(const HiddenUnits& units) {
    std::vector<Rational> result;
    for (const auto& row : units.outer) {
      for (std::size_t c = 0; c < units.preactivation[0].size(); ++c) {
        Rational sum;
        for (std::size_t i = 0; units.scale && i < row.size(); ++i)
          sum += row[i] * units.activation(units.preactivation[i][c]);
        result.push_back(sum);
      }
    }
    return result;
  }

  std::size_t size_;
  Integer denominator_;
  std::vector<Vector> vectors_;
};

/// Goes through all permutations, depth-first, and leaves out what cannot be below the value.
class Exhaustion {
 public:
  Exhaustion(const Assignment& assignment, std::vector<std::size_t> order, const Json& place)
      : assignment_(assignment),
        order_(std::move(order)),
        place_(place),
        used_(order_.size(), false),
        rests_(order_.size() + 1, assignment.target()) {
    const std::size_t length = assignment.target().size();
    low_.assign(order_.size() + 1, Vector(length, 0));
    high_ = low_;
    for (std::size_t depth = order_.size(); depth-- > 0;) {
      for (std::size_t d = 0; d < length; ++d) {
        Integer low = assignment.at(order_[depth], 0)[d];
        Integer high = low;
        for (std::size_t j = 1; j < order_.size(); ++j) {
          low = std::min(low, assignment.at(order_[depth], j)[d]);
          high = std::max(high, assignment.at(order_[depth], j)[d]);
        }
        low_[depth][d] = low_[depth + 1][d] + low;
        high_[depth][d] = high_[depth + 1][d] + high;
      }
    }
  }

  void run(const Integer& value) {
    value_ = value;
    descend(0);
  }

 private:
  /// Whether the prefix with this column in the next row may lead to a value below `value_`: the squared distance of
  /// what is left of the target from the box that the rows behind can reach tells. Fills the next of `rests_` as far as
  /// need be.
  bool leads_below(std::size_t depth, std::size_t column) {
    const Vector& part = assignment_.at(order_[depth], column);
    Integer sum = 0;
    for (std::size_t d = 0; d < part.size() && sum < value_; ++d) {
      Integer& rest = rests_[depth + 1][d];
      rest = rests_[depth][d] - part[d];
      const Integer& low = low_[depth + 1][d];
      const Integer& high = high_[depth + 1][d];
      if (low <= rest && rest <= high) continue;
      const Integer outside = rest - (rest < low ? low : high);
      sum += outside * outside;
    }
    return sum < value_;
  }

  void descend(std::size_t depth) {
    place_.require(depth < order_.size(), "permutations", "another permutation has a smaller value");
    for (std::size_t column = 0; column < order_.size(); ++column) {
      if (used_[column]) continue;
      if (++prefixes_ > kMostPrefixes) throw Declined("more prefixes of permutations than this program goes through");
      if (!leads_below(depth, column)) continue;
      used_[column] = true;
      descend(depth + 1);
      used_[column] = false;
    }
  }

  const Assignment& assignment_;
  std::vector<std::size_t> order_;
  const Json& place_;
  std::vector<bool> used_;
  std::vector<Vector> rests_;  ///< of the target behind the rows chosen so far, by their number
  std::vector<Vector> low_;
  std::vector<Vector> high_;
  Integer value_;
  std::size_t prefixes_ = 0;
};

std::vector<std::size_t> permutation_in(const Json& list, std::size_t size) {
  list.require(list.size() == size, "permutations", "a permutation of " + std::to_string(size) + " was expected");
  std::vector<std::size_t> result;
  std::vector<bool> seen(size, false);
  for (std::size_t i = 0; i < size; ++i) {
    result.push_back(list[i].index_below(size));
    list.require(!seen[result.back()], "permutations", "a number stands twice");
    seen[result.back()] = true;
  }
  return result;
}

/// The least value over all permutations, by the certificate's permutation and exhaustion.
Rational minimum(const HiddenUnits& units, const Json& entry, Session& session) {
  const Assignment assignment(units);
  const std::vector<std::size_t> permutation = permutation_in(entry["permutation"], assignment.size());
  Vector rest = assignment.target();
  for (std::size_t i = 0; i < permutation.size(); ++i) {
    for (std::size_t d = 0; d < rest.size(); ++d) rest[d] -= assignment.at(i, permutation[i])[d];
  }
  Integer value = 0;
  for (const Integer& each : rest) value += each * each;
  Exhaustion(assignment, permutation_in(entry["order"], assignment.size()), entry).run(value);
  session.trust("a search that leaves out only what a bound excludes is exhaustive");
  return assignment.over_denominator(value);
}

}  // namespace

void prove_permutations(const HiddenUnits& claim, const Json& instance, Session& session) {
  instance.expect_keys({"model", "permutation", "order"});
  instance["model"].expect_keys({});
  const Rational value = minimum(claim, instance, session);
  instance.require(holds(claim.relation, sign(value - claim.value)), "permutations",
                   "the minimum is " + to_string(value));
}

void refute_permutations(const HiddenUnits& claim, const Json& instance, Session& session) {
  instance.expect_keys({"instance", "model", "permutation", "order"});
  instance["model"].expect_keys({});
  const Rational value = minimum(claim, instance, session);
  instance.require(!holds(claim.relation, sign(value - claim.value)), "permutations",
                   "the minimum is " + to_string(value) + ", as claimed");
}

}  // namespace isthmus::check
