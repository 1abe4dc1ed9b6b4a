#include "decompose/projection.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "decompose/open_condition.hpp"
#include "exact/error.hpp"
#include "exact/residue_polynomial.hpp"

namespace isthmus {

namespace {

/// Above this degree, polynomials in one variable are split by exponent only: complete factoring would dominate.
constexpr long squarefree_only_degree = 60;

/// Coprime squarefree parts by exponent (Yun's result, by repeated gcd).
std::vector<Factorisation::Power> squarefree_powers(const Polynomial& p, std::size_t variable) {
  std::vector<Factorisation::Power> powers;
  Polynomial rest = p.primitive();
  Polynomial repeated = gcd(rest, rest.derivative(variable));
  Polynomial radical = *divide(rest, repeated);
  for (int exponent = 1; !radical.is_constant(); ++exponent) {
    const Polynomial next_radical = gcd(radical, repeated);
    const Polynomial part = *divide(radical, next_radical);
    if (!part.is_constant()) powers.push_back({part.primitive(), exponent});
    radical = next_radical;
    if (!radical.is_constant()) repeated = *divide(repeated, radical);
  }
  return powers;
}

}  // namespace

/// Builds a Projection from the last level down. Every method that adds a polynomial records where it came from.
class Projector {
 public:
  Projector(const PolynomialRing& ring, ProjectionKind kind, const ProjectionLimits& limits,
            const InfinitesimalLevels& infinitesimals)
      : result_(ring, kind),
        work_left_(limits.work),
        most_log_cells_(limits.log_cells),
        memo_(limits.memo ? &limits.memo->of(ring) : nullptr),
        infinitesimals_(infinitesimals),
        degree_sums_(ring.size(), 0) {}

  std::optional<Projection> run(const std::vector<Polynomial>& inputs) {
    for (const Polynomial& p : inputs) add(p, {});
    for (std::size_t k = result_.levels(); k > 1; --k) {
      if (infinitesimals_.contain(k)) {
        add_trailing_coefficients(k);
        continue;
      }
      if (!affordable(k)) return std::nullopt;
      if (!eliminate(k)) return std::nullopt;
    }
    if (has_too_many_cells()) return std::nullopt;
    return std::move(result_);
  }

 private:
  using Id = Projection::Id;

  /// Takes the estimated cost of the resultants of a level from what is left.
  bool affordable(std::size_t k) {
    const auto& level = result_.factors_[k - 1];
    for (std::size_t i = 0; i < level.size(); ++i)
      for (std::size_t j = 0; j <= i; ++j) {
        if (i == j && level[i].polynomial.degree(k - 1) < 2) continue;
        const auto degree =
            static_cast<std::size_t>(level[i].polynomial.degree(k - 1) + level[j].polynomial.degree(k - 1));
        const std::size_t work = level[i].polynomial.term_count() * level[j].polynomial.term_count() * degree;
        if (work > work_left_) return false;
        work_left_ -= work;
      }
    return true;
  }

  /// Whether the factors so far show it: log_cell_bound() grows with each of them.
  bool has_too_many_cells() const {
    if (std::isinf(most_log_cells_)) return false;
    double bound = 0;
    for (const long degrees : degree_sums_) bound += std::log(1 + static_cast<double>(degrees));
    return bound >= most_log_cells_;
  }

  std::size_t main_level(const Polynomial& p) const {
    for (std::size_t k = result_.levels(); k >= 1; --k)
      if (p.depends_on(k - 1)) return k;
    return 0;
  }

  /// Adds the factors of p to their levels; returns them with their exponents in p.
  std::vector<std::pair<Id, int>> add(const Polynomial& p, const ProjectionOrigin& origin) {
    if (p.is_constant()) return {};
    return add(split(p), origin);
  }

  std::vector<std::pair<Id, int>> add(const SplitPolynomial& p, const ProjectionOrigin& origin) {
    std::vector<std::pair<Id, int>> added;
    for (const auto& [factor, exponent] : p.powers) {
      if (evident_sign(factor) != 0)
        add_unit(factor);
      else
        add_factor(factor, exponent, p.irreducible, origin, added);
    }
    return added;
  }

  void add_unit(const Polynomial& unit) {
    std::vector<Polynomial>& units = result_.units_;
    if (std::find(units.begin(), units.end(), unit) == units.end()) units.push_back(unit);
  }

  bool is_factored(const Polynomial& p) const { return main_level(p) > 1 || p.degree(0) <= squarefree_only_degree; }

  SplitPolynomial split(const Polynomial& p) const {
    if (p.is_constant()) return {};
    return is_factored(p) ? SplitPolynomial{p.factor().powers, true} : SplitPolynomial{squarefree_powers(p, 0), false};
  }

  void add_factor(const Polynomial& factor, int exponent, bool is_irreducible, const ProjectionOrigin& origin,
                  std::vector<std::pair<Id, int>>& added) {
    const std::size_t k = main_level(factor);
    auto& level = result_.factors_[k - 1];
    Polynomial rest = factor;
    std::optional<ResiduePolynomial> residue;
    for (std::size_t i = 0; i < level.size() && !rest.is_constant(); ++i) {
      if (level[i].polynomial == rest) {
        added.push_back({{k, i}, exponent});
        return;
      }
      if (k > 1 || (is_irreducible && irreducible_[i])) continue;
      if (!residue) residue = residue_of(rest);
      if (are_shown_coprime(*residue, residues_[i])) continue;
      const Polynomial common = gcd(level[i].polynomial, rest).primitive();
      if (common.is_constant()) continue;
      added.push_back({separate(i, common), exponent});
      rest = divide(rest, common)->primitive();
      residue.reset();
    }
    if (rest.is_constant()) return;
    append(k, {rest, origin}, is_irreducible);
    degree_sums_[k - 1] += rest.degree(k - 1);
    added.push_back({{k, level.size() - 1}, exponent});
  }

  static ResiduePolynomial residue_of(const Polynomial& p) { return ResiduePolynomial(p.to_univariate(0)); }

  void append(std::size_t k, Projection::Factor factor, bool is_irreducible) {
    if (k == 1) {
      irreducible_.push_back(is_irreducible || factor.polynomial.degree(0) == 1);
      residues_.push_back(residue_of(factor.polynomial));
    }
    result_.factors_[k - 1].push_back(std::move(factor));
  }

  /// Splits the i-th factor of level 1 into its proper divisor `part` and the rest, so that the level stays coprime.
  Id separate(std::size_t i, const Polynomial& part) {
    auto& level = result_.factors_[0];
    if (level[i].polynomial == part) return {1, i};
    level[i].polynomial = divide(level[i].polynomial, part)->primitive();
    irreducible_[i] = level[i].polynomial.degree(0) == 1;
    residues_[i] = residue_of(level[i].polynomial);
    append(1, {part, level[i].origin}, false);
    const Id old_id{1, i};
    const Id new_id{1, level.size() - 1};
    const auto inherit = [&](auto& exponents) {
      auto copy = exponents;
      for (const auto& [key, exponent] : copy)
        if (key.second == old_id) exponents[{key.first, new_id}] = exponent;
    };
    inherit(result_.leading_exponents_);
    inherit(result_.discriminant_exponents_);
    inherit(result_.resultant_exponents_);
    return new_id;
  }

  /// False if that makes too many cells.
  bool eliminate(std::size_t k) {
    const std::size_t variable = k - 1;
    const std::vector<Projection::Factor> level = result_.factors_[k - 1];
    for (std::size_t i = 0; i < level.size(); ++i) {
      const Polynomial& f = level[i].polynomial;
      add_coefficients(k, i, f);
      if (f.degree(variable) >= 2) {
        for (const auto& [g, exponent] :
             add(eliminated(f, f, variable), {ProjectionOrigin::Rule::discriminant, k, i, 0}))
          result_.discriminant_exponents_[{{k, i}, g}] += exponent;
      }
      for (std::size_t j = 0; j < i; ++j) {
        for (const auto& [g, exponent] :
             add(eliminated(level[j].polynomial, f, variable), {ProjectionOrigin::Rule::resultant, k, j, i}))
          result_.resultant_exponents_[{{{k, j}, {k, i}}, g}] += exponent;
      }
      if (has_too_many_cells()) return false;
    }
    return true;
  }

  /// The factors of the resultant of two polynomials, or of the discriminant of one.
  SplitPolynomial eliminated(const Polynomial& f, const Polynomial& g, std::size_t variable) {
    const auto compute = [&] { return split(f == g ? discriminant(f, variable) : resultant(f, g, variable)); };
    if (!memo_) return compute();
    for (const EliminationMemo::Entry& entry : *memo_)
      if (entry.first == f && entry.second == g) return entry.result;
    memo_->push_back({f, g, compute()});
    return memo_->back().result;
  }

  /// Where these do not vanish, neither does the level on 0 < x_k < (first positive root).
  void add_trailing_coefficients(std::size_t k) {
    const std::vector<Projection::Factor> level = result_.factors_[k - 1];
    for (std::size_t i = 0; i < level.size(); ++i) {
      const Polynomial& f = level[i].polynomial;
      unsigned e = 0;
      while (f.coefficient(k - 1, e).is_zero()) ++e;
      add(f.coefficient(k - 1, e), {ProjectionOrigin::Rule::trailing_coefficient, k, i, e});
    }
  }

  /// The leading coefficient, and for walls one further coefficient per irreducible p | lc(f) that p does not divide.
  void add_coefficients(std::size_t k, std::size_t i, const Polynomial& f) {
    const std::size_t variable = k - 1;
    const Polynomial leading = f.leading_coefficient(variable);
    if (leading.is_constant()) return;
    const SplitPolynomial parts = split(leading);
    for (const auto& [g, exponent] : add(parts, {ProjectionOrigin::Rule::leading_coefficient, k, i, 0}))
      result_.leading_exponents_[{{k, i}, g}] += exponent;
    if (result_.kind_ != ProjectionKind::walls) return;
    std::vector<std::pair<Polynomial, unsigned>> others;
    for (long e = f.degree(variable) - 1; e >= 0; --e) {
      Polynomial c = f.coefficient(variable, static_cast<unsigned>(e));
      if (c.is_zero()) continue;
      if (c.is_constant()) return;
      others.emplace_back(std::move(c), static_cast<unsigned>(e));
    }
    std::stable_sort(others.begin(), others.end(), [](const auto& a, const auto& b) {
      return std::make_pair(a.first.total_degree(), a.first.term_count()) <
             std::make_pair(b.first.total_degree(), b.first.term_count());
    });
    std::vector<Polynomial> uncovered;
    for (const auto& power : parts.irreducible ? parts.powers : leading.factor().powers)
      if (evident_sign(power.factor) == 0) uncovered.push_back(power.factor);
    for (const auto& [coefficient, exponent] : others) {
      const auto covered = [&](const Polynomial& p) { return gcd(p, coefficient).is_constant(); };
      const auto end = std::remove_if(uncovered.begin(), uncovered.end(), covered);
      if (end == uncovered.end()) continue;
      uncovered.erase(end, uncovered.end());
      add(coefficient, {ProjectionOrigin::Rule::coefficient, k, i, exponent});
    }
    ensure(uncovered.empty(), "a projection factor is not primitive in its main variable");
  }

  Projection result_;
  std::size_t work_left_;
  double most_log_cells_;
  EliminationMemo::OfOrder* memo_;
  InfinitesimalLevels infinitesimals_;
  std::vector<long> degree_sums_;   ///< of the factors of each level, in its variable
  std::vector<bool> irreducible_;  ///< which factors of level 1 are known to be: two of these are coprime
  std::vector<ResiduePolynomial> residues_;  ///< of the factors of level 1
};

Projection project(const PolynomialRing& ring, const std::vector<Polynomial>& inputs, ProjectionKind kind,
                   const InfinitesimalLevels& infinitesimals) {
  return *project_within(ring, inputs, kind, {}, infinitesimals);
}

std::optional<Projection> project_within(const PolynomialRing& ring, const std::vector<Polynomial>& inputs,
                                         ProjectionKind kind, const ProjectionLimits& limits,
                                         const InfinitesimalLevels& infinitesimals) {
  std::vector<Polynomial> moved;
  for (const Polynomial& p : inputs) {
    require(!p.is_zero(), "the zero polynomial cannot be projected");
    moved.push_back(p.in_ring(ring));
  }
  return Projector(ring, kind, limits, infinitesimals).run(moved);
}

}  // namespace isthmus
