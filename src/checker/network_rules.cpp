#include "checker/network_rules.hpp"

#include <algorithm>
#include <utility>

#include "checker/model.hpp"

namespace isthmus::check {

using Kind = Matrix::Kind;

NetworkRules::NetworkRules(const Network& claim, Session& session, const Json& place)
    : setting_(claim.setting),
      session_(session),
      words_(claim.setting.symbols, false),
      facts_(words_, claim.setting.hypotheses) {
  state_.names = setting_.names;
  state_.equation.emplace(claim.network, claim.target);
  for (const Symbol& symbol : setting_.symbols) {
    if (symbol.weight) state_.weights.push_back(symbol);
  }
  for (const Matrix* side : {&claim.network, &claim.target}) {
    place.require(facts_.is_defined(*side), "facts",
                  "the hypotheses do not define every inverse in " + to_string(*side));
    require_continuous(*side, place);
  }
  session_.trust("multiplicative determinant");
}

void NetworkRules::apply(const Json& step) {
  using Rule = void (NetworkRules::*)(const Json&);
  const std::map<std::string, Rule> rules{{"zero", &NetworkRules::zero},     {"equation", &NetworkRules::equation},
                                          {"cancel", &NetworkRules::cancel}, {"absorb", &NetworkRules::absorb},
                                          {"rank", &NetworkRules::rank},     {"change", &NetworkRules::change},
                                          {"solve", &NetworkRules::solve},   {"split", &NetworkRules::split},
                                          {"free", &NetworkRules::free},     {"scale", &NetworkRules::scale}};
  const std::string& name = step[0].text();
  const auto rule = rules.find(name);
  step.require(rule != rules.end(), "steps", "there is no rule '" + name + "' here");
  try {
    (this->*rule->second)(step);
  } catch (const TextError& error) {
    step.reject(name, error.what());
  }
}

void NetworkRules::expect_size(const Json& step, std::size_t size) {
  step.require(step.size() == size, "encoding", "expected " + std::to_string(size) + " entries");
}

bool NetworkRules::is_weight(const std::string& name) const {
  return std::any_of(state_.weights.begin(), state_.weights.end(),
                     [&](const Symbol& each) { return each.name == name; });
}

bool NetworkRules::mentions_weights(const Matrix& expression) const {
  const std::set<std::string> names = names_in(expression);
  return std::any_of(names.begin(), names.end(), [&](const std::string& name) { return is_weight(name); });
}

/// The maps between sets of weights are continuous, as a pseudo-inverse is not.
void NetworkRules::require_continuous(const Matrix& expression, const Json& place) const {
  if (!mentions_weights(expression)) return;
  place.require(!expression.is(Kind::pseudo_inverse), "continuity",
                "a pseudo-inverse of weights: " + to_string(expression));
  for (const Matrix& part : expression.parts) require_continuous(part, place);
}

Matrix NetworkRules::matrix(const Json& text) const {
  Matrix result = matrix_in(text, state_.names);
  require_continuous(result, text);
  return result;
}

Matrix NetworkRules::defined_matrix(const Json& text) const {
  Matrix result = matrix(text);
  text.require(facts_.is_defined(result), "facts",
               "the hypotheses do not define every inverse in " + to_string(result));
  return result;
}

/// A coordinate of the set that is a matrix.
Symbol NetworkRules::weight(const Json& text) const {
  const Matrix named = matrix(text);
  const bool is_one = named.is(Kind::symbol) && is_weight(named.symbol.name);
  text.require(is_one && !named.scalar, "weights", to_string(named) + " is not the name of a matrix of weights here");
  return named.symbol;
}

Symbol NetworkRules::new_weight(const Json& text, const Shape& shape) {
  const std::string& name = text.text();
  const Names& names = state_.names;
  bool taken = names.dimension(name) != nullptr || names.families.contains(name);
  for (const auto& [known, symbol] : names.symbols) taken = taken || known == name || symbol.identifier == name;
  text.require(is_name(name) && !is_reserved(name) && !taken, "weights", "'" + name + "' is not a new name");
  const Symbol symbol{name, name, shape, false, true, false, {}, {}};
  state_.names.symbols.emplace(name, symbol);
  return symbol;
}

void NetworkRules::replace_weight(const Symbol& weight, const Symbol& other) {
  std::replace(state_.weights.begin(), state_.weights.end(), weight, other);
}

std::pair<Matrix, Matrix>& NetworkRules::open_equation(const Json& step) {
  step.require(state_.equation.has_value(), step[0].text(), "the equation is solved already");
  return *state_.equation;
}

RankCondition& NetworkRules::condition(const Json& step) {
  return state_.conditions[step[1].index_below(state_.conditions.size())];
}

void NetworkRules::require_equal(const Json& step, const Matrix& left, const Matrix& right) const {
  session_.trust("identity of free rings");
  step.require(left.scalar == right.scalar && left.shape == right.shape && words_.equal(left, right), step[0].text(),
               to_string(left) + " and " + to_string(right) + " are not equal as words");
}

// N = P*X, where X has no weights and X*T(X) is invertible. With A = C*T(X)*inv(X*T(X)) the rows of C - A*X are
// orthogonal to those of (P - A)*X, so |C - P*X|^2 = |C - A*X|^2 + |(P - A)*X|^2, and (P - A)*X = 0 iff P = A. So if P
// = A has a solution, its solutions are the minimum.
void NetworkRules::least_squares(const Json& step) {
  step.require(step[0].is_text("least-squares"), "least-squares", "the first step must be this one");
  expect_size(step, 3);
  auto& [network, target] = open_equation(step);
  const Matrix p = defined_matrix(step[1]);
  const Matrix x = defined_matrix(step[2]);
  try {
    step.require(!p.scalar, "least-squares", "a matrix was expected");
    require_equal(step, product({p, x}), network);
    if (x.is_number(1)) return;
    const Matrix gram = product({x, transpose(x)});
    step.require(!x.scalar && !mentions_weights(x), "least-squares", to_string(x) + " is no matrix without weights");
    step.require(facts_.is_invertible(gram), "least-squares", to_string(gram) + " is not seen to be invertible");
    target = product({target, transpose(x), inverse(gram)});
    network = p;
  } catch (const TextError& error) {
    step.reject("least-squares", error.what());
  }
  session_.trust("Pythagoras");
}

// ["zero","Y"]: a hypothesis says Y = 0.
void NetworkRules::zero(const Json& step) {
  expect_size(step, 2);
  auto& [network, target] = open_equation(step);
  const Matrix named = matrix(step[1]);
  const auto says_zero = [&](const Condition& hypothesis) {
    return hypothesis.relation == Relation::equal && hypothesis.kind != Condition::Kind::rank &&
           hypothesis.expression.is(Kind::symbol) && hypothesis.expression.symbol == named.symbol;
  };
  const bool is_zero =
      named.is(Kind::symbol) && std::any_of(setting_.hypotheses.begin(), setting_.hypotheses.end(), says_zero);
  step.require(is_zero, "zero", "no hypothesis says " + to_string(named) + " = 0");
  const Matrix value = named.scalar ? number(0) : check::zero(named.shape);
  network = substituted(network, {{named.symbol.name, value}});
  target = substituted(target, {{named.symbol.name, value}});
}

// ["equation",L,R,N',C']: N = C iff L*N*R = L*C*R, for invertible L and R.
void NetworkRules::equation(const Json& step) {
  expect_size(step, 5);
  auto& [network, target] = open_equation(step);
  const Matrix left = matrix(step[1]);
  const Matrix right = matrix(step[2]);
  for (const Matrix* side : {&left, &right}) {
    step.require(!mentions_weights(*side), "equation", to_string(*side) + " mentions weights");
    step.require(facts_.is_invertible(*side), "equation", to_string(*side) + " is not seen to be invertible");
  }
  const Matrix new_network = defined_matrix(step[3]);
  const Matrix new_target = defined_matrix(step[4]);
  require_equal(step, product({left, network, right}), new_network);
  require_equal(step, product({left, target, right}), new_target);
  network = new_network;
  target = new_target;
}

// ["change","B","S",V]: B = a*S + r, where a != 0 and r do not depend on B and S, is a homeomorphism of the weights.
void NetworkRules::change(const Json& step) {
  expect_size(step, 4);
  const Symbol old = weight(step[1]);
  const Symbol fresh = new_weight(step[2], old.shape);
  const Matrix value = defined_matrix(step[3]);
  step.require(!value.scalar && value.shape == old.shape, "change",
               to_string(value) + " has another shape than " + old.name);
  step.require(!mentions(value, old), "change", to_string(value) + " mentions " + old.name);
  const Matrix rest = substituted(value, {{fresh.name, check::zero(fresh.shape)}});
  const WordSum slope = words_.normal_form(difference(value, rest));
  const WordSum variable = words_.normal_form(symbol(fresh));
  step.require(slope.terms.size() == 1 && slope.terms.begin()->first == variable.terms.begin()->first, "change",
               to_string(value) + " is not a*" + fresh.name + " + r");
  step.require(facts_.is_nonzero(slope.terms.begin()->second), "change", "the factor of " + fresh.name + " may be 0");
  const std::map<std::string, Matrix> values{{old.name, value}};
  if (state_.equation) {
    state_.equation->first = substituted(state_.equation->first, values);
    state_.equation->second = substituted(state_.equation->second, values);
  }
  for (RankCondition& each : state_.conditions) each.matrix = substituted(each.matrix, values);
  replace_weight(old, fresh);
  session_.trust("linear change of variables");
}

// ["solve","B",L,R]: the set of (B, rest) with L*B*R = C, for an invertible n x n matrix C, maps onto the set of the
// rest where rank(L) = rank(R) = n. There B = L^+*C*R^+ is a continuous section, and the fibres are affine.
void NetworkRules::solve(const Json& step) {
  expect_size(step, 4);
  const auto [network, target] = open_equation(step);
  const Symbol solved = weight(step[1]);
  const Matrix left = defined_matrix(step[2]);
  const Matrix right = defined_matrix(step[3]);
  step.require(!network.scalar && facts_.is_invertible(target), "solve",
               to_string(target) + " is not seen to be invertible");
  for (const Matrix* each : {&left, &right, &target}) {
    step.require(!mentions(*each, solved), "solve", to_string(*each) + " mentions " + solved.name);
    step.require(!each->scalar || each->is_number(1), "solve", to_string(*each) + " is a scalar");
  }
  require_equal(step, product({left, symbol(solved), right}), network);
  const std::size_t n = target.shape.rows;
  for (const Matrix* side : {&left, &right}) {
    if (!side->scalar) state_.conditions.push_back({*side, n});
  }
  std::erase(state_.weights, solved);
  state_.equation.reset();
  session_.trust("homotopy invariance of pi_0 under a retraction");
  session_.trust("rank of a product, Cauchy-Binet");
}

}  // namespace isthmus::check
