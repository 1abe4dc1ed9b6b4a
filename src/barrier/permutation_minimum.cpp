#include "barrier/permutation_minimum.hpp"

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>

#include "exact/error.hpp"

namespace isthmus {
namespace {

__extension__ using Wide = __int128;

/// Numbers of the search: 64-bit vectors with 128-bit squares where they fit, integers of any size otherwise.
struct Narrow {
  using Entry = long;
  using Square = Wide;
  static Entry entry(const Integer& value) { return value.to_long(); }
};
struct Unbounded {
  using Entry = Integer;
  using Square = Integer;
  static Entry entry(const Integer& value) { return value; }
};

Integer to_integer(const Integer& value) { return value; }
Integer to_integer(Wide value) {
  const Integer high(static_cast<long>(value >> 62));
  const Integer low(static_cast<long>(value & ((Wide(1) << 62) - 1)));
  return high * pow(Integer(2), 62) + low;
}

/// Whether every partial sum fits 62 bits and every sum of squares of them 124.
bool is_narrow(const AssignmentProblem& problem) {
  std::size_t bits = 0;
  for (const auto& vector : problem.cost) {
    for (const Integer& value : vector) bits = std::max(bits, value.bit_length());
  }
  for (const Integer& value : problem.target) bits = std::max(bits, value.bit_length());
  const Integer terms(static_cast<long>(2 * problem.size + 2));
  const Integer dimensions(static_cast<long>(problem.target.size() + 1));
  const std::size_t sum_bits = bits + terms.bit_length();
  return sum_bits <= 61 && 2 * sum_bits + dimensions.bit_length() <= 124;
}

template <class Numbers>
class Search {
 public:
  using Entry = typename Numbers::Entry;
  using Square = typename Numbers::Square;

  explicit Search(const AssignmentProblem& problem)
      : size_(problem.size), dimension_(problem.target.size()), cost_(size_ * size_), order_(size_) {
    for (std::size_t i = 0; i < cost_.size(); ++i) {
      for (const Integer& value : problem.cost[i]) cost_[i].push_back(Numbers::entry(value));
    }
    for (const Integer& value : problem.target) target_.push_back(Numbers::entry(value));
    choose_order();
    tabulate_ranges();
  }

  AssignmentMinimum run(const Integer& denominator) {
    start();
    used_.assign(size_, false);
    current_.assign(size_, 0);
    residuals_.assign(size_ + 1, target_);
    descend(0);
    const Rational scale(denominator * denominator);
    result_.value = Rational(to_integer(best_)) / scale;
    result_.permutation = best_permutation_;
    result_.order = order_;
    return std::move(result_);
  }

 private:
  const std::vector<Entry>& cost(std::size_t row, std::size_t column) const { return cost_[row * size_ + column]; }

  static Square squared(const Entry& value) { return Square(value) * Square(value); }

  Square norm(const std::vector<Entry>& vector) const {
    Square sum(0);
    for (const Entry& value : vector) sum += squared(value);
    return sum;
  }

  /// Rows whose choice matters most come first.
  void choose_order() {
    std::vector<Square> spread;
    for (std::size_t i = 0; i < size_; ++i) {
      Square total(0);
      for (std::size_t d = 0; d < dimension_; ++d) {
        Entry low = cost(i, 0)[d];
        Entry high = low;
        for (std::size_t j = 1; j < size_; ++j) {
          low = std::min(low, cost(i, j)[d]);
          high = std::max(high, cost(i, j)[d]);
        }
        total += squared(Entry(high - low));
      }
      spread.push_back(total);
    }
    std::iota(order_.begin(), order_.end(), 0);
    std::stable_sort(order_.begin(), order_.end(), [&](auto a, auto b) { return spread[b] < spread[a]; });
  }

  /// Bounds of what rows order[depth..] can add, coordinate by coordinate, each row by itself.
  void tabulate_ranges() {
    low_.assign(size_ + 1, std::vector<Entry>(dimension_, Entry(0)));
    high_ = low_;
    for (std::size_t depth = size_; depth-- > 0;) {
      for (std::size_t d = 0; d < dimension_; ++d) {
        Entry low = cost(order_[depth], 0)[d];
        Entry high = low;
        for (std::size_t j = 1; j < size_; ++j) {
          low = std::min(low, cost(order_[depth], j)[d]);
          high = std::max(high, cost(order_[depth], j)[d]);
        }
        low_[depth][d] = low_[depth + 1][d] + low;
        high_[depth][d] = high_[depth + 1][d] + high;
      }
    }
  }

  Square value(const std::vector<std::size_t>& permutation) const {
    std::vector<Entry> residual = target_;
    for (std::size_t i = 0; i < size_; ++i) {
      for (std::size_t d = 0; d < dimension_; ++d) residual[d] -= cost(i, permutation[i])[d];
    }
    return norm(residual);
  }

  /// A permutation from which no exchange of two images improves, to begin with.
  void start() {
    best_permutation_.resize(size_);
    std::iota(best_permutation_.begin(), best_permutation_.end(), 0);
    best_ = value(best_permutation_);
    for (bool improved = true; improved;) {
      improved = false;
      for (std::size_t i = 0; i < size_; ++i) {
        for (std::size_t j = i + 1; j < size_; ++j) {
          std::vector<std::size_t> other = best_permutation_;
          std::swap(other[i], other[j]);
          const Square candidate = value(other);
          if (!(candidate < best_)) continue;
          best_ = candidate;
          best_permutation_ = std::move(other);
          improved = true;
        }
      }
    }
  }

  /// Whether residual minus everything that the free rows can add is at least as long as the best.
  bool is_hopeless(const std::vector<Entry>& residual, std::size_t depth) const {
    Square bound(0);
    for (std::size_t d = 0; d < dimension_; ++d) {
      if (residual[d] < low_[depth][d]) {
        bound += squared(Entry(low_[depth][d] - residual[d]));
      } else if (high_[depth][d] < residual[d]) {
        bound += squared(Entry(residual[d] - high_[depth][d]));
      }
    }
    return !(bound < best_);
  }

  void descend(std::size_t depth) {
    ++result_.visited;
    if (is_hopeless(residuals_[depth], depth)) {
      ++result_.left;
      return;
    }
    if (depth == size_) {
      best_ = norm(residuals_[depth]);
      best_permutation_ = current_;
      return;
    }
    const std::size_t row = order_[depth];
    for (std::size_t column = 0; column < size_; ++column) {
      if (used_[column]) continue;
      used_[column] = true;
      current_[row] = column;
      for (std::size_t d = 0; d < dimension_; ++d)
        residuals_[depth + 1][d] = residuals_[depth][d] - cost(row, column)[d];
      descend(depth + 1);
      used_[column] = false;
    }
  }

  std::size_t size_;
  std::size_t dimension_;
  std::vector<std::vector<Entry>> cost_;
  std::vector<Entry> target_;
  std::vector<std::size_t> order_;
  std::vector<std::vector<Entry>> low_;
  std::vector<std::vector<Entry>> high_;
  std::vector<char> used_;
  std::vector<std::size_t> current_;
  std::vector<std::vector<Entry>> residuals_;
  Square best_{0};
  std::vector<std::size_t> best_permutation_;
  AssignmentMinimum result_;
};

void check(const AssignmentProblem& problem) {
  require(problem.size >= 1, "a minimum over the permutations of nothing");
  require(problem.cost.size() == problem.size * problem.size, "an assignment problem needs one vector for each pair");
  for (const auto& vector : problem.cost) {
    require(vector.size() == problem.target.size(), "the vectors of an assignment problem differ in length");
  }
  require(problem.denominator.sign() > 0, "the denominator of an assignment problem is not positive");
}

using Vector = std::vector<Rational>;

/// The same problem over a common denominator.
AssignmentProblem over_integers(std::size_t size, const std::vector<Vector>& cost, const Vector& target) {
  Integer denominator(1);
  const auto include = [&](const Vector& vector) {
    for (const Rational& value : vector) denominator = lcm(denominator, value.denominator());
  };
  for (const Vector& vector : cost) include(vector);
  include(target);
  const auto integers = [&](const Vector& vector) {
    std::vector<Integer> result;
    for (const Rational& value : vector) result.push_back((value * Rational(denominator)).numerator());
    return result;
  };
  AssignmentProblem problem{size, {}, integers(target), denominator};
  for (const Vector& vector : cost) problem.cost.push_back(integers(vector));
  return problem;
}

void check(const LastLayers& layers) {
  require(layers.outer.columns() == layers.preactivation.rows(),
          "W_l has " + std::to_string(layers.outer.columns()) + " columns, Z has " +
              std::to_string(layers.preactivation.rows()) + " rows");
}

/// The outer product of column i of `outer`, changed by f, and a row: entry by entry, row by row.
template <class Left, class Right>
Vector outer_product(std::size_t rows, std::size_t columns, Left&& left, Right&& right) {
  Vector result;
  for (std::size_t r = 0; r < rows; ++r) {
    for (std::size_t c = 0; c < columns; ++c) result.push_back(left(r) * right(c));
  }
  return result;
}

Vector entries(const Matrix& matrix) {
  Vector result;
  for (std::size_t r = 0; r < matrix.rows(); ++r) {
    for (std::size_t c = 0; c < matrix.columns(); ++c) result.push_back(matrix.at(r, c));
  }
  return result;
}

}  // namespace

Rational value_of(const AssignmentProblem& problem, const std::vector<std::size_t>& permutation) {
  check(problem);
  require(permutation.size() == problem.size, "a permutation of the wrong size");
  std::vector<Integer> residual = problem.target;
  for (std::size_t i = 0; i < problem.size; ++i) {
    require(permutation[i] < problem.size, "an image outside of the permutation");
    for (std::size_t d = 0; d < residual.size(); ++d) residual[d] -= problem.cost[i * problem.size + permutation[i]][d];
  }
  Integer sum;
  for (const Integer& value : residual) sum += value * value;
  return Rational(sum) / Rational(problem.denominator * problem.denominator);
}

AssignmentMinimum minimise(const AssignmentProblem& problem) {
  check(problem);
  AssignmentMinimum result = is_narrow(problem) ? Search<Narrow>(problem).run(problem.denominator)
                                                : Search<Unbounded>(problem).run(problem.denominator);
  ensure(value_of(problem, result.permutation) == result.value, "the minimum is not the value of its permutation");
  return result;
}

AssignmentProblem permuted_loss(const LastLayers& layers, const Rational& scale, const Rational& alpha) {
  check(layers);
  require(scale.sign() > 0, "the scale m = " + scale.to_string() + " is not positive");
  require(alpha.sign() >= 0 && alpha <= Rational(1), "alpha = " + alpha.to_string() + " is outside of [0, 1]");
  const auto& [outer, z, activation] = layers;
  const Rational rest = Rational(1) - alpha;
  const Rational last = alpha * pow(scale, -static_cast<long>(activation.degree));
  const Rational before = alpha * scale;
  std::vector<Vector> cost;
  for (std::size_t i = 0; i < z.rows(); ++i) {
    for (std::size_t j = 0; j < z.rows(); ++j) {
      cost.push_back(outer_product(
          outer.rows(), z.columns(), [&](std::size_t r) { return rest * outer.at(r, i) + last * outer.at(r, j); },
          [&](std::size_t c) { return activation(rest * z.at(i, c) + before * z.at(j, c)); }));
    }
  }
  return over_integers(z.rows(), cost, entries(outer * activation(z)));
}

AssignmentProblem permuted_output(const LastLayers& layers) {
  check(layers);
  const auto& [outer, z, activation] = layers;
  std::vector<Vector> cost;
  for (std::size_t i = 0; i < z.rows(); ++i) {
    for (std::size_t j = 0; j < z.rows(); ++j) {
      cost.push_back(outer_product(
          outer.rows(), z.columns(), [&](std::size_t r) { return outer.at(r, i); },
          [&](std::size_t c) { return activation(z.at(j, c)); }));
    }
  }
  return over_integers(z.rows(), cost, Vector(outer.rows() * z.columns(), Rational(0)));
}

}  // namespace isthmus
