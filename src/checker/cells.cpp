#include "checker/cells.hpp"

#include <algorithm>
#include <utility>

namespace isthmus::check {

Specialised unspecialised(const Projection& projection) {
  Specialised result;
  for (std::size_t level = 1; level <= projection.levels(); ++level) result.push_back(projection.at_level(level));
  return result;
}

Specialised specialised(const Specialised& polynomials, const Projection& projection, std::size_t level,
                        const Rational& value) {
  Specialised result(polynomials.size());
  for (std::size_t i = level; i < polynomials.size(); ++i) {
    for (const Polynomial& p : polynomials[i]) result[i].push_back(p.at(projection.variable(level), value).primitive());
  }
  return result;
}

CellCondition::CellCondition(const Formula& formula, const Projection& projection, const Json& place,
                             const std::string& rule)
    : formula_(formula) {
  for (const Atom* atom : formula.atoms()) {
    auto product = projection.factorised(atom->polynomial);
    place.require(product.has_value(), rule, "(P0): an atom's polynomial is no product of listed ones");
    products_.push_back(*std::move(product));
  }
}

Truth CellCondition::truth(const SignTable& signs) const {
  std::vector<SignSet> of_atoms;
  for (const Factorisation& product : products_) {
    SignSet of_atom = SignSet::only(product.sign);
    for (const Factorisation::Power& p : product.powers) {
      const std::vector<SignSet>& known = signs.at(p.level - 1);
      of_atom = of_atom * power(known.empty() ? SignSet::all() : known.at(p.position), p.exponent);
    }
    of_atoms.push_back(of_atom);
  }
  return formula_.truth_for(of_atoms);
}

namespace {

/// The samples, the signs at them, and the polynomials whose roots lie between them.
void read_stack(const Json& json, const std::vector<Polynomial>& stack, std::size_t variable, const std::string& rule,
                Cell& cell) {
  json.require(json.size() > 0, rule, "there are no cells");
  for (const auto& entry : json.elements()) {
    entry->require(entry->size() == 2, rule, "expected a sample and what is over it");
    cell.samples.push_back((*entry)[0].rational());
    const std::size_t n = cell.samples.size();
    entry->require(n == 1 || cell.samples[n - 2] < cell.samples[n - 1], rule, "the samples do not increase");
  }
  cell.signs.resize(cell.samples.size());
  std::vector<std::size_t> roots_between(cell.samples.size() - 1, 0);
  cell.owner.resize(roots_between.size());
  for (std::size_t p = 0; p < stack.size(); ++p) {
    const Univariate f = stack[p].univariate(variable);
    json.require(!f.is_zero(), rule, "a listed polynomial vanishes identically over the cell");
    const RootCounter counter(f);
    std::size_t below = 0;
    for (std::size_t i = 0; i < cell.samples.size(); ++i) {
      const int sign = f.sign_at(cell.samples[i]);
      json[i].require(sign != 0, rule, "the sample is a root");
      cell.signs[i].push_back(SignSet::only(sign));
      const std::size_t now = counter.below(cell.samples[i]);
      json[i].require(i > 0 || now == 0, rule, "there is a root below the first sample");
      if (i > 0 && now > below) {
        roots_between[i - 1] += now - below;
        cell.owner[i - 1] = p;
      }
      below = now;
    }
    json.require(below == counter.all(), rule, "there is a root above the last sample");
  }
  for (std::size_t i = 0; i < roots_between.size(); ++i) {
    json[i + 1].require(roots_between[i] == 1, rule,
                        "there are " + std::to_string(roots_between[i]) + " roots between neighbouring samples");
  }
}

}  // namespace

/// What is the same, and what is known, at the place that is being read.
struct CellTree::Reading {
  const CellCondition& condition;
  bool complete;
  const std::string& rule;
  SignTable signs;
  std::vector<Rational> prefix;
};

CellTree::CellTree(const Projection& projection, const CellCondition& condition, const Json& cells, bool complete,
                   const std::string& rule)
    : projection_(projection) {
  Reading reading{condition, complete, rule, SignTable(projection_.levels()), {}};
  root_ = read(cells, 1, unspecialised(projection_), reading);
}

Cell CellTree::read(const Json& json, std::size_t level, const Specialised& polynomials, Reading& reading) {
  Cell cell;
  cell.first_leaf = leaf_samples_.size();
  if (json.kind() == Json::Kind::text) {
    json.require(json.is_text("in") || json.is_text("out"), reading.rule, "expected \"in\", \"out\" or cells");
    json.require(!reading.complete || level > projection_.levels(), reading.rule,
                 "the cell is not split up to the last level");
    cell.kind = json.is_text("in") ? Cell::Kind::in : Cell::Kind::out;
    const Truth wanted = json.is_text("in") ? Truth::yes : Truth::no;
    json.require(reading.condition.truth(reading.signs) == wanted, reading.rule,
                 "the known signs do not make the formula " + std::string(json.is_text("in") ? "true" : "false"));
    if (cell.kind == Cell::Kind::in) {
      leaf_samples_.push_back(reading.prefix);
      leaf_samples_.back().resize(projection_.levels());
    }
  } else {
    json.require(level <= projection_.levels(), reading.rule, "cells above the last level");
    cell.kind = Cell::Kind::split;
    read_stack(json, polynomials[level - 1], projection_.variable(level), reading.rule, cell);
    for (std::size_t i = 0; i < json.size(); ++i) {
      const Json& sub = json[i][1];
      const bool deeper = sub.kind() != Json::Kind::text;
      reading.signs[level - 1] = cell.signs[i];
      reading.prefix.push_back(cell.samples[i]);
      cell.children.push_back(
          read(sub, level + 1, deeper ? specialised(polynomials, projection_, level, cell.samples[i]) : Specialised(),
               reading));
      reading.prefix.pop_back();
    }
    reading.signs[level - 1].clear();
  }
  cell.end_leaf = leaf_samples_.size();
  return cell;
}

namespace {

/// The number of roots below x of the polynomials of a split cell, over its own sample: between two neighbouring
/// samples there is one root, so the sign of its polynomial tells where x lies. Nothing if that polynomial does not
/// change its sign there.
std::optional<std::size_t> roots_below(const Cell& cell, const std::vector<Univariate>& stack, const Rational& x) {
  const auto above = std::upper_bound(cell.samples.begin(), cell.samples.end(), x);
  const auto next = static_cast<std::size_t>(above - cell.samples.begin());
  if (next == 0 || next == cell.samples.size()) return next == 0 ? 0 : next - 1;
  const std::size_t owner = cell.owner[next - 1];
  const SignSet before = cell.signs[next - 1][owner];
  if (before == cell.signs[next][owner]) return std::nullopt;
  return SignSet::only(stack[owner].sign_at(x)) == before ? next - 1 : next;
}

std::size_t counted_below(const std::vector<Univariate>& stack, const Rational& x) {
  std::size_t below = 0;
  for (const Univariate& f : stack) below += RootCounter(f).below(x);
  return below;
}

}  // namespace

std::optional<std::size_t> CellTree::leaf_of(const std::vector<Rational>& ring_point) const {
  const Cell* cell = &root_;
  Specialised polynomials = unspecialised(projection_);
  bool over_sample = true;  // the coordinates so far are those of the samples
  for (std::size_t level = 1; cell->kind == Cell::Kind::split; ++level) {
    const Rational& x = ring_point.at(projection_.variable(level));
    std::vector<Univariate> stack;
    for (const Polynomial& p : polynomials[level - 1]) {
      stack.push_back(p.univariate(projection_.variable(level)));
      if (stack.back().sign_at(x) == 0) return std::nullopt;
    }
    const auto told = over_sample ? roots_below(*cell, stack, x) : std::nullopt;
    const std::size_t below = told ? *told : counted_below(stack, x);
    if (below >= cell->children.size()) return std::nullopt;
    over_sample = over_sample && cell->samples[below] == x;
    cell = &cell->children[below];
    polynomials = specialised(polynomials, projection_, level, x);
  }
  if (cell->kind == Cell::Kind::out) return std::nullopt;
  return cell->first_leaf;
}

}  // namespace isthmus::check
