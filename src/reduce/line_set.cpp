#include "reduce/line_set.hpp"

#include <algorithm>

#include "decompose/gaps.hpp"
#include "exact/error.hpp"
#include "exact/minimal_polynomial.hpp"

namespace isthmus {

namespace {

std::vector<RealRoot> all_roots(const std::vector<Atom>& atoms) {
  UnivariatePolynomial product = UnivariatePolynomial::constant(Integer(1));
  for (const Atom& atom : atoms) {
    const UnivariatePolynomial p = atom.polynomial.to_univariate(0).squarefree_part();
    product *= exact_quotient(p, gcd(p, product));
  }
  std::vector<RealRoot> roots;
  if (product.is_constant()) return roots;
  for (const RealRoot& root : isolate_real_roots(product)) roots.push_back(with_minimal_polynomial(root));
  return roots;
}

bool holds_at(const Formula& formula, const RealRoot& x) {
  return formula.evaluate([&](const Atom& atom) {
    return holds(atom.relation, x.sign_of(atom.polynomial.to_univariate(0))) ? Truth::yes : Truth::no;
  }) == Truth::yes;
}

}  // namespace

LineSet::LineSet(const SemialgebraicSet& set) {
  require(set.ring.size() == 1 && set.parameter_count == 0, "a subset of the line has exactly one variable");
  roots_ = all_roots(set.formula.atoms());
  gaps_ = gap_samples(roots_);
  bool open_piece = false;
  for (std::size_t i = 0; i < gaps_.size() + roots_.size(); ++i) {
    const bool is_gap = i % 2 == 0;
    const RealRoot here = is_gap ? RealRoot(gaps_[i / 2]) : roots_[i / 2];
    if (!holds_at(set.formula, here)) {
      open_piece = false;
      piece_component_.push_back(-1);
      continue;
    }
    if (!open_piece) {
      components_.push_back({here});
    } else if (is_gap && !components_.back().sample.is_point()) {
      components_.back().sample = here;
    }
    open_piece = true;
    piece_component_.push_back(static_cast<std::ptrdiff_t>(components_.size()) - 1);
  }
}

std::optional<std::size_t> LineSet::component_at(const RealRoot& x) const {
  std::size_t piece = 0;
  for (const RealRoot& root : roots_) {
    if (x < root) break;
    ++piece;
    if (x == root) break;
    ++piece;
  }
  if (piece_component_.at(piece) < 0) return std::nullopt;
  return static_cast<std::size_t>(piece_component_[piece]);
}

}  // namespace isthmus
