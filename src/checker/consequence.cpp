#include "checker/consequence.hpp"

#include <algorithm>
#include <utility>

#include "checker/generic_shape.hpp"
#include "checker/model.hpp"
#include "checker/traces.hpp"

namespace isthmus::check {
namespace {

using Kind = Matrix::Kind;

constexpr const char* kRule = "consequences";

void collect_pseudo_inverses(const Matrix& e, std::vector<Matrix>& found) {
  for (const Matrix& part : e.parts) collect_pseudo_inverses(part, found);
  if (e.is(Kind::pseudo_inverse)) found.push_back(e);
}

std::vector<Matrix> pseudo_inverses(const Matrix& e) {
  std::vector<Matrix> found;
  collect_pseudo_inverses(e, found);
  return found;
}

}  // namespace

Consequences::Consequences(const Setting& setting, std::vector<Condition> conditions, bool any_size)
    : setting_(setting),
      conditions_(std::move(conditions)),
      words_(setting.symbols, any_size),
      facts_(words_, conditions_) {}

bool Consequences::same(const Matrix& a, const Matrix& b) const {
  return a.scalar == b.scalar && a.shape == b.shape && words_.equal(a, b);
}

bool Consequences::is_hypothesis(const Matrix& expression) const {
  return std::any_of(conditions_.begin(), conditions_.end(), [&](const Condition& condition) {
    return condition.kind == Condition::Kind::zero && condition.relation == Relation::equal &&
           !has_determinant(condition.expression) && same(expression, condition.expression);
  });
}

/// A*Q*A - A, Q*A*Q - Q, T(A*Q) - A*Q or T(Q*A) - Q*A, with Q = pinv(A).
bool Consequences::is_penrose(const Matrix& expression) const {
  const std::vector<Matrix> all = pseudo_inverses(expression);
  return std::any_of(all.begin(), all.end(), [&](const Matrix& q) {
    const Matrix& a = q.parts[0];
    const Matrix aq = product({a, q});
    const Matrix qa = product({q, a});
    return same(expression, difference(product({a, q, a}), a)) || same(expression, difference(product({q, a, q}), q)) ||
           same(expression, difference(transpose(aq), aq)) || same(expression, difference(transpose(qa), qa));
  });
}

/// Q*A - I where T(A)*A is invertible, A*Q - I where A*T(A) is.
bool Consequences::is_one_sided_inverse(const Matrix& expression) const {
  const std::vector<Matrix> all = pseudo_inverses(expression);
  return std::any_of(all.begin(), all.end(), [&](const Matrix& q) {
    const Matrix& a = q.parts[0];
    const Matrix at = transpose(a);
    return (same(expression, difference(product({q, a}), identity(a.shape.columns))) &&
            facts_.is_invertible(product({at, a}))) ||
           (same(expression, difference(product({a, q}), identity(a.shape.rows))) &&
            facts_.is_invertible(product({a, at})));
  });
}

/// The matrix E of ["origin",E], which vanishes wherever the conditions hold.
Matrix Consequences::known_zero(const Json& equation, Session& session) const {
  equation.require(equation.size() == 2, "encoding", "expected an origin and an expression");
  const Json& origin = equation[0];
  const Matrix e = matrix_in(equation[1], setting_.names);
  equation.require(!e.scalar && !has_determinant(e), kRule, "no matrix without determinants: " + to_string(e));
  equation.require(facts_.is_defined(e), kRule, "an inverse in " + to_string(e) + " is not seen to exist");
  bool known = false;
  if (origin.is_text("hypothesis")) {
    known = is_hypothesis(e);
  } else if (origin.is_text("transposed hypothesis")) {
    known = is_hypothesis(transpose(e));
  } else if (origin.is_text("pseudo-inverse")) {
    known = is_penrose(e) || is_penrose(transpose(e));
    session.trust("Penrose's equations of the pseudo-inverse");
  } else if (origin.is_text("full rank")) {
    known = is_one_sided_inverse(e) || is_one_sided_inverse(transpose(e));
    session.trust("Penrose's equations of the pseudo-inverse");
  } else {
    origin.reject("encoding", "unknown origin");
  }
  equation.require(known, kRule, to_string(e) + " is not seen to be zero");
  return e;
}

/// c*L*E*R, or its trace.
Matrix Consequences::term(const Json& cofactor, const std::vector<Matrix>& equations, bool traced) const {
  cofactor.require(cofactor.size() == 4, "encoding", "expected a coefficient, a word, an equation, a word");
  const Matrix coefficient = matrix_in(cofactor[0], setting_.names);
  cofactor.require(coefficient.scalar && !has_determinant(coefficient), kRule, "the coefficient is no scalar");
  std::vector<Matrix> factors;
  if (!cofactor[1].is_text("I")) factors.push_back(matrix_in(cofactor[1], setting_.names));
  factors.push_back(equations[cofactor[2].index_below(equations.size())]);
  if (!cofactor[3].is_text("I")) factors.push_back(matrix_in(cofactor[3], setting_.names));
  const Matrix whole = product(factors);
  for (const Matrix* each : {&coefficient, &whole}) {
    cofactor.require(facts_.is_defined(*each), kRule, "an inverse in " + to_string(*each) + " is not seen to exist");
  }
  return product({coefficient, traced ? trace(whole) : whole});
}

void Consequences::require_zero(const Matrix& expression, const Json& node, Session& session) const {
  node.expect_keys({"equations", "cofactors"});
  node.require(facts_.is_defined(expression), kRule,
               "an inverse in " + to_string(expression) + " is not seen to exist");
  std::vector<Matrix> equations;
  for (const auto& equation : node["equations"].elements()) equations.push_back(known_zero(*equation, session));
  std::vector<Matrix> rest{expression};
  try {
    for (const auto& cofactor : node["cofactors"].elements()) {
      rest.push_back(negated(term(*cofactor, equations, expression.scalar)));
    }
    const Matrix difference = sum(rest);
    const bool zero =
        expression.scalar ? Traces(words_).of(difference).empty() : words_.normal_form(difference).is_zero();
    if (words_.any_size()) generic_shape(difference);
    node.require(zero, kRule, "the cofactors do not add up to " + to_string(expression));
  } catch (const TextError& error) {
    node.reject(kRule, error.what());
  }
  session.trust("identity of free rings");
  session.trust("multiplicative determinant");
  if (expression.scalar) session.trust("trace(A*B) = trace(B*A)");
}

}  // namespace isthmus::check
