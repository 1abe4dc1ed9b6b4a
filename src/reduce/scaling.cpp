#include "reduce/scaling.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace isthmus {

namespace {

using Terms = std::vector<Polynomial::Term>;

unsigned degree_of(const Polynomial::Term& term, const std::vector<unsigned>& weights) {
  unsigned degree = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) degree += weights[i] * term.exponents[i];
  return degree;
}

bool is_homogeneous(const Terms& terms, const std::vector<unsigned>& weights) {
  return std::all_of(terms.begin(), terms.end(), [&](const Polynomial::Term& term) {
    return degree_of(term, weights) == degree_of(terms.front(), weights);
  });
}

/// A sum of even monomials of one sign vanishes iff each monomial does: at x and t.x alike, for all weights.
bool is_free_of_scale(const Atom& atom) {
  if (atom.relation != Relation::equal && atom.relation != Relation::not_equal) return false;
  const Terms terms = atom.polynomial.terms();
  return std::all_of(terms.begin(), terms.end(), [&](const Polynomial::Term& term) {
    return term.coefficient.sign() == terms.front().coefficient.sign() &&
           std::all_of(term.exponents.begin(), term.exponents.end(), [](unsigned e) { return e % 2 == 0; });
  });
}

std::size_t moved(const std::vector<unsigned>& weights) {
  return weights.size() - static_cast<std::size_t>(std::count(weights.begin(), weights.end(), 0u));
}

/// All weight vectors for the coordinates with entries up to a bound that keeps their number small, those that move
/// more first, then those of smaller sum.
std::vector<std::vector<unsigned>> weight_vectors(const SemialgebraicSet& set) {
  constexpr double search_limit = 5000;
  constexpr unsigned most = 6;
  unsigned largest = 1;
  while (largest < most && std::pow(largest + 2.0, static_cast<double>(set.dimension())) <= search_limit) ++largest;
  std::vector<std::vector<unsigned>> found;
  if (std::pow(2.0, static_cast<double>(set.dimension())) > search_limit) {
    found.emplace_back(set.ring.size(), 1);
    std::fill_n(found.back().begin(), set.parameter_count, 0);
    return found;
  }
  std::vector<unsigned> weights(set.ring.size(), 0);
  for (;;) {
    std::size_t i = set.parameter_count;
    while (i < weights.size() && weights[i] == largest) weights[i++] = 0;
    if (i == weights.size()) break;
    ++weights[i];
    found.push_back(weights);
  }
  const auto rank = [](const std::vector<unsigned>& w) {
    return std::make_pair(w.size() - moved(w), std::accumulate(w.begin(), w.end(), 0u));
  };
  std::stable_sort(found.begin(), found.end(), [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
  return found;
}

/// The two homogeneous parts of the equation; nullopt if there are more, or one.
std::optional<TwoDegrees> split(const Polynomial& equation, const Terms& terms, const std::vector<unsigned>& weights) {
  std::map<unsigned, Terms> parts;
  for (const Polynomial::Term& term : terms) {
    parts[degree_of(term, weights)].push_back(term);
    if (parts.size() > 2) return std::nullopt;
  }
  if (parts.size() != 2) return std::nullopt;
  return TwoDegrees{weights, equation, Polynomial(equation.ring(), parts.rbegin()->second),
                    Polynomial(equation.ring(), parts.begin()->second)};
}

}  // namespace

std::vector<TwoDegrees> equations_of_two_degrees(const SemialgebraicSet& set) {
  constexpr std::size_t most = 6;
  std::vector<TwoDegrees> found;
  const std::vector<std::vector<unsigned>> candidates = weight_vectors(set);
  for (const Formula& part : set.formula.conjuncts()) {
    if (!part.is(Formula::Kind::atom) || part.as_atom().relation != Relation::equal) continue;
    const Polynomial& equation = part.as_atom().polynomial;
    const Terms own = equation.terms();
    std::vector<Terms> others;
    for (const Formula& other : set.formula.conjuncts())
      if (!(other == part))
        for (const Atom& atom : other.atoms())
          if (!is_free_of_scale(atom)) others.push_back(atom.polynomial.terms());
    for (const std::vector<unsigned>& weights : candidates) {
      if (!std::all_of(others.begin(), others.end(), [&](const Terms& t) { return is_homogeneous(t, weights); }))
        continue;
      auto two = split(equation, own, weights);
      if (!two || std::any_of(found.begin(), found.end(), [&](const TwoDegrees& f) { return f.high == two->high; }))
        continue;
      found.push_back(std::move(*two));
      if (found.size() == most) return found;
    }
  }
  return found;
}

std::optional<std::vector<unsigned>> homogeneous_weights(const SemialgebraicSet& set) {
  std::vector<Terms> all;
  for (const Atom& atom : set.formula.atoms())
    if (!is_free_of_scale(atom)) all.push_back(atom.polynomial.terms());
  for (const std::vector<unsigned>& weights : weight_vectors(set))
    if (std::all_of(all.begin(), all.end(), [&](const Terms& t) { return is_homogeneous(t, weights); })) return weights;
  return std::nullopt;
}

}  // namespace isthmus
