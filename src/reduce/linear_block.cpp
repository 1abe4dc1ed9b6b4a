#include "reduce/linear_block.hpp"

#include <algorithm>
#include <numeric>
#include <set>

#include "exact/error.hpp"

namespace isthmus {

namespace {

using Variables = std::vector<std::size_t>;

std::vector<Polynomial> equations_of(const SemialgebraicSet& set) {
  std::vector<Polynomial> result;
  for (const Formula& part : set.formula.conjuncts())
    if (part.is(Formula::Kind::atom) && part.as_atom().relation == Relation::equal)
      result.push_back(part.as_atom().polynomial);
  return result;
}

bool linear_in(const Polynomial& p, const Variables& variables) {
  for (const Polynomial::Term& term : p.terms()) {
    unsigned degree = 0;
    for (std::size_t v : variables) degree += term.exponents[v];
    if (degree > 1) return false;
  }
  return true;
}

/// A maximal set of variables, with `start` first, in which all equations that involve any of them are linear.
Variables jointly_linear(const SemialgebraicSet& set, const std::vector<Polynomial>& equations, std::size_t start) {
  Variables chosen;
  const auto fits = [&](const Variables& candidate) {
    return std::all_of(equations.begin(), equations.end(),
                       [&](const Polynomial& p) { return linear_in(p, candidate); });
  };
  for (std::size_t i = 0; i < set.dimension(); ++i) {
    const std::size_t v = set.parameter_count + (start - set.parameter_count + i) % set.dimension();
    Variables candidate = chosen;
    candidate.push_back(v);
    if (fits(candidate)) chosen = std::move(candidate);
  }
  std::sort(chosen.begin(), chosen.end());
  return chosen;
}

LinearBlock make_block(const PolynomialRing& ring, const std::vector<Polynomial>& equations,
                       const Variables& variables) {
  LinearBlock block{equations, variables, PolynomialMatrix(ring, equations.size(), variables.size()),
                    PolynomialMatrix(ring, equations.size(), 1)};
  for (std::size_t i = 0; i < equations.size(); ++i) {
    Polynomial rest = equations[i];
    for (std::size_t j = 0; j < variables.size(); ++j) {
      block.matrix.at(i, j) = equations[i].coefficient(variables[j], 1);
      rest -= block.matrix.at(i, j) * Polynomial::variable(ring, variables[j]);
    }
    block.right_side.at(i, 0) = -rest;
  }
  return block;
}

/// Splits equations and unknowns into connected groups: an equation is tied to the unknowns that occur in it.
std::vector<LinearBlock> connected_blocks(const PolynomialRing& ring, const std::vector<Polynomial>& equations,
                                          const Variables& variables) {
  std::vector<std::size_t> group(equations.size());
  std::iota(group.begin(), group.end(), std::size_t{0});
  const auto merge = [&](std::size_t a, std::size_t b) {
    const std::size_t from = group[b];
    const std::size_t to = group[a];
    for (std::size_t& g : group)
      if (g == from) g = to;
  };
  for (std::size_t v : variables)
    for (std::size_t i = 0; i < equations.size(); ++i)
      for (std::size_t j = 0; j < i; ++j)
        if (equations[i].depends_on(v) && equations[j].depends_on(v)) merge(j, i);
  std::vector<LinearBlock> blocks;
  for (std::size_t g = 0; g < equations.size(); ++g) {
    std::vector<Polynomial> members;
    for (std::size_t i = 0; i < equations.size(); ++i)
      if (group[i] == g) members.push_back(equations[i]);
    Variables own;
    for (std::size_t v : variables)
      if (std::any_of(members.begin(), members.end(), [&](const Polynomial& p) { return p.depends_on(v); }))
        own.push_back(v);
    if (!members.empty() && members.size() <= own.size()) blocks.push_back(make_block(ring, members, own));
  }
  return blocks;
}

std::size_t size_of(const Polynomial& p) {
  return p.term_count() * static_cast<std::size_t>(1 + std::max(p.total_degree(), 0L));
}

}  // namespace

std::vector<LinearBlock> linear_blocks(const SemialgebraicSet& set) {
  const std::vector<Polynomial> equations = equations_of(set);
  std::vector<LinearBlock> blocks;
  std::set<std::pair<std::vector<std::string>, Variables>> seen;
  const auto add = [&](LinearBlock block) {
    std::vector<std::string> texts;
    for (const Polynomial& p : block.equations) texts.push_back(p.to_string());
    if (seen.emplace(texts, block.variables).second) blocks.push_back(std::move(block));
  };
  for (std::size_t v = set.parameter_count; v < set.ring.size(); ++v) {
    for (const Polynomial& p : equations)
      if (p.degree(v) == 1) add(make_block(set.ring, {p}, {v}));
    for (LinearBlock& block : connected_blocks(set.ring, equations, jointly_linear(set, equations, v)))
      add(std::move(block));
  }
  std::stable_sort(blocks.begin(), blocks.end(), [](const LinearBlock& a, const LinearBlock& b) {
    return std::make_pair(a.equations.size(), a.variables.size()) <
           std::make_pair(b.equations.size(), b.variables.size());
  });
  return blocks;
}

std::vector<LinearBlock> partial_blocks(const SemialgebraicSet& set) {
  const std::vector<Polynomial> equations = equations_of(set);
  std::vector<LinearBlock> blocks;
  std::set<Variables> seen;
  for (const Polynomial& p : equations) {
    for (std::size_t v = set.parameter_count; v < set.ring.size(); ++v) {
      if (p.degree(v) != 1) continue;
      Variables own = jointly_linear(set, {p}, v);
      std::erase_if(own, [&](std::size_t each) { return !p.depends_on(each); });
      if (own.size() < 2 || !seen.insert(own).second) continue;
      std::vector<Polynomial> fitting = equations;
      std::erase_if(fitting, [&](const Polynomial& each) { return !linear_in(each, own); });
      for (LinearBlock& block : connected_blocks(set.ring, fitting, own)) blocks.push_back(std::move(block));
    }
  }
  return blocks;
}

std::vector<Minor> maximal_minors(const LinearBlock& block, std::size_t limit) {
  const std::size_t rows = block.matrix.rows();
  std::vector<std::size_t> all_rows(rows);
  std::iota(all_rows.begin(), all_rows.end(), std::size_t{0});
  std::vector<bool> choice(block.matrix.columns(), false);
  std::fill(choice.begin(), choice.begin() + static_cast<std::ptrdiff_t>(rows), true);
  std::vector<Minor> minors;
  do {
    Minor minor{{}, Polynomial(block.matrix.ring())};
    for (std::size_t j = 0; j < choice.size(); ++j)
      if (choice[j]) minor.columns.push_back(j);
    minor.determinant = determinant(block.matrix.submatrix(all_rows, minor.columns));
    if (!minor.determinant.is_zero()) minors.push_back(std::move(minor));
  } while (--limit > 0 && std::prev_permutation(choice.begin(), choice.end()));
  std::stable_sort(minors.begin(), minors.end(),
                   [](const Minor& a, const Minor& b) { return size_of(a.determinant) < size_of(b.determinant); });
  return minors;
}

std::vector<Polynomial> cramer_numerators(const LinearBlock& block, const Minor& minor) {
  const PolynomialRing& ring = block.matrix.ring();
  std::vector<std::size_t> rows(block.matrix.rows());
  std::iota(rows.begin(), rows.end(), std::size_t{0});
  PolynomialMatrix rest = block.right_side;
  for (std::size_t j = 0; j < block.variables.size(); ++j) {
    if (std::find(minor.columns.begin(), minor.columns.end(), j) != minor.columns.end()) continue;
    for (std::size_t i = 0; i < rows.size(); ++i)
      rest.at(i, 0) -= block.matrix.at(i, j) * Polynomial::variable(ring, block.variables[j]);
  }
  const PolynomialMatrix product = adjugate(block.matrix.submatrix(rows, minor.columns)) * rest;
  std::vector<Polynomial> numerators;
  for (std::size_t i = 0; i < product.rows(); ++i) numerators.push_back(product.at(i, 0));
  return numerators;
}

}  // namespace isthmus
