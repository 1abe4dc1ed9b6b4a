#include "plane/sign_formula.hpp"

#include <algorithm>

#include "exact/error.hpp"

namespace isthmus {

SignFormula::SignFormula(const Formula& formula) {
  for (const Atom& atom : formula.atoms())
    for (const auto& power : atom.polynomial.factor().powers) factors_.push_back(power.factor);
  std::sort(factors_.begin(), factors_.end(),
            [](const Polynomial& a, const Polynomial& b) { return canonical_order(a, b) < 0; });
  factors_.erase(std::unique(factors_.begin(), factors_.end()), factors_.end());
  root_ = compile(formula);
}

std::size_t SignFormula::compile(const Formula& formula) {
  Node node{formula.kind(), Relation::equal, 1, {}, {}};
  if (formula.is(Formula::Kind::atom)) node = compile_atom(formula.as_atom());
  for (const Formula& part : formula.parts()) node.children.push_back(compile(part));
  nodes_.push_back(std::move(node));
  return nodes_.size() - 1;
}

SignFormula::Node SignFormula::compile_atom(const Atom& atom) {
  const Factorisation factorisation = atom.polynomial.factor();
  Node node{Formula::Kind::atom, atom.relation, factorisation.unit.sign(), {}, {}};
  for (const auto& power : factorisation.powers) node.powers.emplace_back(index_of(power.factor), power.exponent);
  return node;
}

std::size_t SignFormula::index_of(const Polynomial& factor) const {
  const auto found = std::find(factors_.begin(), factors_.end(), factor);
  ensure(found != factors_.end(), "a factor of an atom is not among the factors of its formula");
  return static_cast<std::size_t>(found - factors_.begin());
}

bool SignFormula::holds(std::size_t index, const std::vector<int>& signs) const {
  const Node& node = nodes_[index];
  const auto child_holds = [&](std::size_t child) { return holds(child, signs); };
  switch (node.kind) {
    case Formula::Kind::truth:
      return true;
    case Formula::Kind::falsity:
      return false;
    case Formula::Kind::conjunction:
      return std::all_of(node.children.begin(), node.children.end(), child_holds);
    case Formula::Kind::disjunction:
      return std::any_of(node.children.begin(), node.children.end(), child_holds);
    case Formula::Kind::atom:
      break;
  }
  int sign = node.unit;
  for (const auto& [factor, exponent] : node.powers)
    sign *= exponent % 2 == 0 ? signs[factor] * signs[factor] : signs[factor];
  return isthmus::holds(node.relation, sign);
}

}  // namespace isthmus
