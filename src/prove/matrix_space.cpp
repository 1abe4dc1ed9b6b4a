#include "prove/matrix_space.hpp"

#include <algorithm>

#include "exact/error.hpp"
#include "prove/emptiness_decision.hpp"
#include "variety/entries.hpp"
#include "variety/word_sum.hpp"

namespace isthmus {
namespace {

using Kind = MatrixExpression::Kind;

/// Above this number of entries nothing is written out.
constexpr std::size_t kMostEntries = 40;

bool mentions(const MatrixExpression& e, const MatrixSymbol& symbol) {
  const auto symbols = e.symbols();
  return std::find(symbols.begin(), symbols.end(), symbol) != symbols.end();
}

bool is_equation(const MatrixCondition& condition) {
  return condition.relation == Relation::equal && condition.kind != MatrixCondition::Kind::rank;
}

bool says_nonzero(const MatrixCondition& condition) {
  if (condition.relation != Relation::not_equal) return false;
  return condition.kind == MatrixCondition::Kind::sign ||
         (condition.kind == MatrixCondition::Kind::zero && condition.expression.shape() == Shape{});
}

/// The determinant of a sum of words that multiplies out to one product, as the determinant of that product.
MatrixExpression multiplied_out(const MatrixExpression& e) {
  if (!e.is(Kind::determinant)) return e;
  try {
    const auto product = WordSum(e.parts()[0]).single_product();
    return product ? MatrixExpression::determinant(*product) : e;
  } catch (const Undecided&) {
    return e;
  }
}

bool has_inverse(const MatrixExpression& e) {
  return e.is(Kind::inverse) || std::any_of(e.parts().begin(), e.parts().end(), has_inverse);
}

std::size_t entry_count(const std::vector<MatrixSymbol>& symbols) {
  std::size_t count = 0;
  for (const MatrixSymbol& symbol : symbols) count += symbol.shape.rows * symbol.shape.columns;
  return count;
}

}  // namespace

MatrixCondition negated(MatrixCondition condition) {
  condition.relation = negation(condition.relation);
  return condition;
}

MatrixSpace::MatrixSpace(std::vector<MatrixSymbol> symbols, std::vector<MatrixCondition> conditions, Progress progress)
    : symbols_(std::move(symbols)), conditions_(std::move(conditions)), progress_(std::move(progress)) {
  for (const MatrixCondition& condition : conditions_) {
    if (is_equation(condition)) use_equation(condition);
  }
  for (const MatrixCondition& condition : conditions_) {
    reduced_conditions_.push_back(reduced(condition));
    facts_.add(reduced_conditions_.back());
  }
}

void MatrixSpace::use_equation(const MatrixCondition& condition) {
  const MatrixExpression e = reduced(condition.expression);
  if (e.is(Kind::symbol)) {
    const MatrixSymbol& symbol = e.as_symbol();
    eliminate(symbol, symbol.scalar ? MatrixExpression::number(Rational(0)) : MatrixExpression::zero(symbol.shape));
  } else if (e.is(Kind::sum)) {
    solve_for_summand(e);
  }
}

/// Uses a summand +-B where B occurs nowhere else in the sum; the last one, since targets stand behind networks.
bool MatrixSpace::solve_for_summand(const MatrixExpression& sum) {
  for (std::size_t i = sum.parts().size(); i-- > 0;) {
    const MatrixExpression& part = sum.parts()[i];
    const bool minus = part.is(Kind::scaled) || (part.is_scalar() && part.is(Kind::product));
    const MatrixExpression symbol = minus ? part.negated() : part;
    if (!symbol.is(Kind::symbol)) continue;
    std::vector<MatrixExpression> rest;
    for (std::size_t j = 0; j < sum.parts().size(); ++j) {
      if (j != i) rest.push_back(minus ? sum.parts()[j] : sum.parts()[j].negated());
    }
    const MatrixExpression value = MatrixExpression::sum(rest);
    if (mentions(value, symbol.as_symbol()) || has_inverse(value)) continue;
    eliminate(symbol.as_symbol(), value);
    return true;
  }
  return false;
}

void MatrixSpace::eliminate(const MatrixSymbol& symbol, const MatrixExpression& value) {
  const auto substitute = [&](const MatrixSymbol& each) {
    return each == symbol ? value : MatrixExpression::symbol(each);
  };
  for (Eliminated& earlier : eliminated_) earlier.value = earlier.value.map_symbols(substitute);
  in_turn_.push_back({symbol, value});
  eliminated_.push_back({symbol, value});
}

MatrixExpression MatrixSpace::reduced(const MatrixExpression& expression) const {
  return expression.map_symbols([&](const MatrixSymbol& symbol) {
    for (const Eliminated& each : eliminated_) {
      if (each.symbol == symbol) return each.value;
    }
    return MatrixExpression::symbol(symbol);
  });
}

MatrixCondition MatrixSpace::reduced(const MatrixCondition& condition) const {
  MatrixCondition result = condition;
  result.expression = reduced(condition.expression);
  return result;
}

std::vector<std::string> MatrixSpace::eliminations() const {
  std::vector<std::string> lines;
  for (const Eliminated& each : eliminated_) lines.push_back(each.symbol.name + " = " + each.value.to_string());
  return lines;
}

MatrixSpace::Answer MatrixSpace::cancels(const MatrixExpression& expression) const {
  const MatrixExpression e = reduced(expression);
  if (e.is_scalar() || !equal_as_words(e, MatrixExpression::zero(e.shape()))) return {};
  return {true, true, "multiplied out, all products cancel", false, {}};
}

MatrixSpace::Answer MatrixSpace::vanishes(const MatrixExpression& expression) const {
  const Answer words = cancels(expression);
  if (words.shown) return words;
  const MatrixExpression e = reduced(expression);
  if (agrees_in_entries(e)) return {true, false, "written out in entries, both sides are the same", true, {}};
  const MatrixCondition nonzero{e.is_scalar() ? MatrixCondition::Kind::sign : MatrixCondition::Kind::zero, e,
                                Relation::not_equal};
  return excludes({nonzero});
}

bool MatrixSpace::agrees_in_entries(const MatrixExpression& expression) const {
  if (!has_entry_quotients(expression) || entry_count(symbols_) > kMostEntries) return false;
  const PolynomialMatrix difference = expand_entries(expression, entry_ring(symbols_)).numerator;
  for (std::size_t i = 0; i < difference.rows(); ++i) {
    for (std::size_t j = 0; j < difference.columns(); ++j) {
      if (!difference.at(i, j).is_zero()) return false;
    }
  }
  return true;
}

MatrixSpace::Answer MatrixSpace::satisfies(const MatrixCondition& condition) const {
  if (is_equation(condition)) return vanishes(condition.expression);
  const MatrixExpression e = reduced(condition.expression);
  if (says_nonzero(condition) && facts_.is_invertible(multiplied_out(e)))
    return {true, true, "a product of factors that do not vanish", false, {}};
  const std::string text = reduced(condition).to_string();
  for (const MatrixCondition& known : reduced_conditions_) {
    if (known.to_string() == text) return {true, true, "one of the conditions", false, {}};
  }
  return excludes({negated(condition)});
}

MatrixSpace::Answer MatrixSpace::defines(const MatrixExpression& expression) const {
  const MatrixExpression e = reduced(expression);
  if (!has_inverse(e)) return {true, true, "no inverse occurs", false, {}};
  if (facts_.is_defined(e)) return {true, true, "what is inverted is a product of invertible factors", false, {}};
  if (!can_write_out({{MatrixCondition::Kind::zero, e, Relation::equal}})) return {};
  SemialgebraicSet set = points_with({});
  std::vector<Formula> zero;
  for (const Polynomial& p : inverted_determinants(e, set.ring)) zero.push_back(Formula::atom(p, Relation::equal));
  set.formula = Formula::conjunction({set.formula, Formula::disjunction(zero)});
  auto empty = shown_empty(set);
  const bool shown = empty.has_value();
  return {shown, false, "case distinction: no determinant that is divided by vanishes", false, std::move(empty)};
}

bool MatrixSpace::can_write_out(const std::vector<MatrixCondition>& more) const {
  const auto has_quotients = [](const MatrixCondition& each) { return has_entry_quotients(each.expression); };
  return entry_count(symbols_) <= kMostEntries &&
         std::all_of(reduced_conditions_.begin(), reduced_conditions_.end(), has_quotients) &&
         std::all_of(more.begin(), more.end(), has_quotients);
}

SemialgebraicSet MatrixSpace::points_with(const std::vector<MatrixCondition>& conditions) const {
  SemialgebraicSet set{entry_ring(symbols_)};
  std::vector<Formula> parts;
  for (const MatrixCondition& each : reduced_conditions_) parts.push_back(entry_formula(each, set.ring));
  for (const MatrixCondition& each : conditions) parts.push_back(entry_formula(reduced(each), set.ring));
  set.formula = Formula::conjunction(parts);
  return set;
}

MatrixSpace::Answer MatrixSpace::excludes(const std::vector<MatrixCondition>& conditions) const {
  if (!can_write_out(conditions)) return {};
  auto empty = shown_empty(points_with(conditions));
  const bool shown = empty.has_value();
  return {shown, false, "written out in entries, case distinction", false, std::move(empty)};
}

std::optional<Assignment> MatrixSpace::find(const std::vector<MatrixCondition>& more,
                                            const std::vector<Eliminated>& solved) const {
  const std::vector<Eliminated>& computed = solved.empty() ? eliminated_ : solved;
  const auto substitute = [&](const MatrixExpression& expression) {
    return expression.map_symbols([&](const MatrixSymbol& symbol) {
      for (const Eliminated& each : computed) {
        if (each.symbol == symbol) return each.value;
      }
      return MatrixExpression::symbol(symbol);
    });
  };
  std::vector<MatrixCondition> all = conditions_;
  all.insert(all.end(), more.begin(), more.end());
  std::vector<MatrixCondition> wanted = all;
  for (MatrixCondition& condition : wanted) condition.expression = substitute(condition.expression);
  std::vector<MatrixSymbol> open;
  for (const MatrixSymbol& symbol : symbols_) {
    const bool known =
        std::any_of(computed.begin(), computed.end(), [&](const auto& each) { return each.symbol == symbol; });
    if (!known) open.push_back(symbol);
  }
  auto point = search_model(open, wanted);
  if (!point) return std::nullopt;
  for (const Eliminated& each : computed) {
    const auto value = evaluate(each.value, *point);
    if (!value) return std::nullopt;
    point->insert_or_assign(each.symbol.name, *value);
  }
  const bool meets_all = std::all_of(all.begin(), all.end(), [&](const auto& each) { return holds(each, *point); });
  return meets_all ? point : std::nullopt;
}

}  // namespace isthmus
