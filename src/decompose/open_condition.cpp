#include "decompose/open_condition.hpp"

#include <algorithm>
#include <numeric>

#include "decompose/segment_test.hpp"
#include "exact/error.hpp"

namespace isthmus {

int evident_sign(const Polynomial& p) {
  int common = 0;
  bool has_constant = false;
  for (const Polynomial::Term& term : p.terms()) {
    const int sign = term.coefficient.sign();
    if (common != 0 && sign != common) return 0;
    common = sign;
    bool constant = true;
    for (unsigned exponent : term.exponents) {
      if (exponent % 2 != 0) return 0;
      constant = constant && exponent == 0;
    }
    has_constant = has_constant || constant;
  }
  return has_constant ? common : 0;
}

OpenCondition::OpenCondition(PolynomialRing ring, Formula formula)
    : ring_(std::move(ring)), formula_(std::move(formula)) {
  root_ = compile(formula_);
  sort_factors();
  find_excluded();
}

OpenCondition OpenCondition::in_order(const PolynomialRing& ring) const {
  if (ring == ring_) return *this;
  OpenCondition moved(*this);
  moved.ring_ = ring;
  moved.formula_ =
      formula_.map_atoms([&](const Atom& atom) { return Formula::atom(atom.polynomial.in_ring(ring), atom.relation); });
  for (std::size_t i = 0; i < factors_.size(); ++i) {
    const Polynomial factor = factors_[i].in_ring(ring);
    moved.factors_[i] = factor.primitive();
    if (factor.unit().sign() < 0) moved.negate_factor(i);
  }
  moved.sort_factors();
  moved.find_excluded();
  return moved;
}

/// Keeps the meaning of the atoms after the sign of a factor has changed.
void OpenCondition::negate_factor(std::size_t index) {
  for (Node& node : nodes_)
    for (const auto& [factor, exponent] : node.powers)
      if (factor == index && exponent % 2 != 0) node.unit = -node.unit;
}

void OpenCondition::find_excluded() {
  excluded_.assign(factors_.size(), false);
  for (std::size_t i = 0; i < factors_.size(); ++i) {
    std::vector<Sign> signs(factors_.size(), unknown_sign);
    signs[i] = 0;
    excluded_[i] = evaluate(signs) == Truth::no;
  }
}

std::size_t OpenCondition::factor_index(const Polynomial& factor) {
  for (std::size_t i = 0; i < factors_.size(); ++i)
    if (factors_[i] == factor) return i;
  factors_.push_back(factor);
  return factors_.size() - 1;
}

std::size_t OpenCondition::compile(const Formula& formula) {
  Node node{formula.kind(), Relation::not_equal, 1, {}, {}};
  if (formula.is(Formula::Kind::atom)) {
    const Atom& atom = formula.as_atom();
    require(is_strict(atom.relation), "the condition '" + formula.to_string() + "' is not strict: the set is not open");
    node.relation = atom.relation;
    const Factorisation f = atom.polynomial.factor();
    node.unit = f.unit.sign();
    for (const auto& [factor, exponent] : f.powers) {
      const int fixed = evident_sign(factor);
      if (fixed == 0) node.powers.emplace_back(factor_index(factor), exponent);
      if (fixed < 0 && exponent % 2 != 0) node.unit = -node.unit;
    }
  } else {
    for (const Formula& part : formula.parts()) node.children.push_back(compile(part));
  }
  nodes_.push_back(std::move(node));
  return nodes_.size() - 1;
}

void OpenCondition::sort_factors() {
  std::vector<std::size_t> order(factors_.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return canonical_order(factors_[a], factors_[b]) < 0; });
  std::vector<std::size_t> position(order.size());
  std::vector<Polynomial> sorted;
  for (std::size_t i = 0; i < order.size(); ++i) {
    position[order[i]] = i;
    sorted.push_back(factors_[order[i]]);
  }
  factors_ = std::move(sorted);
  for (Node& node : nodes_)
    for (auto& power : node.powers) power.first = position[power.first];
}

Truth OpenCondition::evaluate(std::size_t index, const std::vector<Sign>& signs) const {
  const Node& node = nodes_[index];
  switch (node.kind) {
    case Formula::Kind::truth:
      return Truth::yes;
    case Formula::Kind::falsity:
      return Truth::no;
    case Formula::Kind::atom: {
      int sign = node.unit;
      bool known = true;
      for (const auto& [factor, exponent] : node.powers) {
        const Sign s = signs[factor];
        if (s == 0) return holds(node.relation, 0) ? Truth::yes : Truth::no;
        if (s == unknown_sign)
          known = false;
        else if (exponent % 2 != 0)
          sign *= s;
      }
      if (!known) return Truth::unknown;
      return holds(node.relation, sign) ? Truth::yes : Truth::no;
    }
    default: {
      const bool conjunction = node.kind == Formula::Kind::conjunction;
      const Truth absorbing = conjunction ? Truth::no : Truth::yes;
      Truth result = conjunction ? Truth::yes : Truth::no;
      for (std::size_t child : node.children) {
        const Truth value = evaluate(child, signs);
        if (value == absorbing) return absorbing;
        if (value == Truth::unknown) result = Truth::unknown;
      }
      return result;
    }
  }
}

std::vector<Sign> OpenCondition::signs_at(const std::vector<Rational>& point) const {
  std::vector<Sign> signs;
  for (const Polynomial& factor : factors_) signs.push_back(static_cast<Sign>(factor.evaluate(point).sign()));
  return signs;
}

bool OpenCondition::contains_segment(const std::vector<Rational>& from, const std::vector<Rational>& to) const {
  return holds_at(from) && holds_at(to) && contains_segment_between_members(from, to);
}

bool OpenCondition::contains_segment_between_members(const std::vector<Rational>& from,
                                                     const std::vector<Rational>& to) const {
  return SegmentTest(*this).contains(from, to);
}

}  // namespace isthmus
