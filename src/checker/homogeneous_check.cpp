// Identities about homogeneous activations: section 9 of proofs/FORMAT.md, "homogeneous".

#include <algorithm>
#include <functional>

#include "checker/homogeneous_words.hpp"
#include "checker/real_frame.hpp"
#include "checker/real_points.hpp"
#include "checker/real_rules.hpp"

namespace isthmus::check {
namespace {

/// Both sides of an identity at numbers.
class Evaluation {
 public:
  Evaluation(const Homogeneous& claim, const RealPoint& scalars, const std::map<std::string, RationalMatrix>& matrices,
             std::function<RationalMatrix(const RationalMatrix&)> sigma)
      : claim_(claim), scalars_(scalars), matrices_(matrices), sigma_(std::move(sigma)) {}

  /// A matrix, or a scalar as a matrix without columns but one entry; nothing where it is not defined.
  struct Value {
    bool scalar;
    RationalMatrix matrix;
  };

  std::optional<Value> value(const Syntax& e) const {
    using Kind = Syntax::Kind;
    if (e.kind == Kind::name && matrices_.contains(e.text)) return Value{false, matrices_.at(e.text)};
    if (e.kind == Kind::call) {
      const auto argument = value(e.parts[0]);
      if (!argument || argument->scalar) return std::nullopt;
      return Value{false, sigma_(argument->matrix)};
    }
    if (e.kind == Kind::sum || e.kind == Kind::product) return combined(e);
    const auto number = value_at(e, scalars_);
    if (!number) return std::nullopt;
    return Value{true, {{*number}}};
  }

 private:
  std::optional<Value> combined(const Syntax& e) const {
    std::optional<Value> result;
    for (std::size_t i = 0; i < e.parts.size(); ++i) {
      auto part = value(e.parts[i]);
      if (!part) return std::nullopt;
      if (e.signs[i] == '-') part = times({true, {{Rational(-1)}}}, *part);
      if (e.signs[i] == '/') {
        if (!part->scalar || sign(part->matrix[0][0]) == 0) return std::nullopt;
        part->matrix[0][0] = Rational(1) / part->matrix[0][0];
      }
      if (!part) return std::nullopt;
      if (!result) {
        result = part;
      } else {
        result = e.kind == Syntax::Kind::sum ? plus(*result, *part) : times(*result, *part);
      }
      if (!result) return std::nullopt;
    }
    return result;
  }

  static std::optional<Value> plus(Value a, const Value& b) {
    if (a.scalar != b.scalar || a.matrix.size() != b.matrix.size() || a.matrix[0].size() != b.matrix[0].size())
      return std::nullopt;
    for (std::size_t i = 0; i < a.matrix.size(); ++i) {
      for (std::size_t j = 0; j < a.matrix[0].size(); ++j) a.matrix[i][j] += b.matrix[i][j];
    }
    return a;
  }

  static std::optional<Value> times(const Value& a, const Value& b) {
    if (a.scalar || b.scalar) {
      Value result = a.scalar ? b : a;
      for (auto& row : result.matrix) {
        for (Rational& entry : row) entry *= (a.scalar ? a : b).matrix[0][0];
      }
      return result;
    }
    if (a.matrix[0].size() != b.matrix.size()) return std::nullopt;
    Value result{false, RationalMatrix(a.matrix.size(), std::vector<Rational>(b.matrix[0].size()))};
    for (std::size_t i = 0; i < a.matrix.size(); ++i) {
      for (std::size_t j = 0; j < b.matrix[0].size(); ++j) {
        for (std::size_t l = 0; l < b.matrix.size(); ++l) result.matrix[i][j] += a.matrix[i][l] * b.matrix[l][j];
      }
    }
    return result;
  }

  const Homogeneous& claim_;
  const RealPoint& scalars_;
  const std::map<std::string, RationalMatrix>& matrices_;
  std::function<RationalMatrix(const RationalMatrix&)> sigma_;
};

bool is_permutation_matrix(const RationalMatrix& matrix) {
  std::vector<std::size_t> columns;
  for (const auto& row : matrix) {
    const auto one = std::find(row.begin(), row.end(), Rational(1));
    const bool unit =
        one != row.end() && std::count(row.begin(), row.end(), Rational(0)) + 1 == static_cast<long>(row.size());
    if (!unit) return false;
    columns.push_back(static_cast<std::size_t>(one - row.begin()));
  }
  std::sort(columns.begin(), columns.end());
  return std::unique(columns.begin(), columns.end()) == columns.end();
}

std::map<std::string, RationalMatrix> read_matrices(const Homogeneous& claim, const Json& json) {
  json.require(json.keys().size() == claim.matrices.size(), "homogeneous", "one value for each matrix was expected");
  std::map<std::string, RationalMatrix> result;
  std::map<std::string, std::size_t> sizes;
  for (const SizedMatrix& symbol : claim.matrices) {
    const Json& rows = json[symbol.name];
    RationalMatrix matrix;
    for (const auto& row : rows.elements()) matrix.push_back(row->rationals());
    rows.require(!matrix.empty() && !matrix[0].empty(), "homogeneous", "a matrix without entries");
    for (const auto& row : matrix)
      rows.require(row.size() == matrix[0].size(), "homogeneous", "rows of different length");
    for (const auto& [name, size] :
         {std::pair(symbol.rows, matrix.size()), std::pair(symbol.columns, matrix[0].size())}) {
      const bool number = name.find_first_not_of("0123456789") == std::string::npos;
      const bool fits = number ? name == std::to_string(size) : sizes.emplace(name, size).first->second == size;
      rows.require(fits, "homogeneous", "the sizes do not fit");
    }
    rows.require(!symbol.permutation || is_permutation_matrix(matrix), "homogeneous", "this is no permutation matrix");
    result.emplace(symbol.name, std::move(matrix));
  }
  return result;
}

RationalMatrix first_row(const RationalMatrix& matrix) {
  RationalMatrix result(matrix.size(), std::vector<Rational>(matrix[0].size()));
  result[0] = matrix[0];
  return result;
}

/// An activation that the claim admits.
std::function<RationalMatrix(const RationalMatrix&)> read_sigma(const Homogeneous& claim, const Json& json,
                                                                const Rational& degree) {
  if (json.kind() == Json::Kind::text) {
    json.require(json.is_text("first-row") && !claim.elementwise && !claim.activation && degree == 1, "homogeneous",
                 "this activation is not admitted");
    return first_row;
  }
  const std::vector<Rational> pieces = json.rationals();
  json.require(pieces.size() == 2, "homogeneous", "two values were expected");
  json.require(degree.denominator() == 1 && degree >= 1 && degree <= 1000, "homogeneous",
               "the degree is no positive integer");
  const Activation activation{static_cast<std::size_t>(degree.numerator()), pieces[0], pieces[1]};
  json.require(
      !claim.activation || (claim.activation->positive == pieces[0] && claim.activation->negative == pieces[1]),
      "homogeneous", "the claim is about another activation");
  return [activation](RationalMatrix matrix) {
    for (auto& row : matrix) {
      for (Rational& entry : row) entry = activation(entry);
    }
    return matrix;
  };
}

}  // namespace

void prove_homogeneous(const Homogeneous& claim, const Json& instance, Session& session) {
  instance.expect_keys({"model", "cases"});
  read_model(instance["model"], claim.scalars, claim.assumptions);
  check_cases(instance["cases"], claim.scalars, claim.assumptions, session,
              [&](const RealField& field, const std::map<std::string, Quotient>& values, const Json& frame) {
                const HomogeneousWords words(claim, field, values);
                const auto left = words.value(claim.left);
                const auto right = words.value(claim.right);
                bool same = left.size() == right.size();
                for (const auto& [word, coefficient] : left) {
                  const auto other = right.find(word);
                  same = same && other != right.end() && RealField::equal(coefficient, other->second);
                }
                frame.require(same, "homogeneous", "the two sides have different normal forms");
              });
  session.trust("identities of a free ring with inverses hold for matrices of every size");
}

void refute_homogeneous(const Homogeneous& claim, const Json& instance) {
  instance.expect_keys({"instance", "model", "matrices", "sigma"});
  const RealPoint scalars = read_model(instance["model"], claim.scalars, claim.assumptions);
  const auto matrices = read_matrices(claim, instance["matrices"]);
  const auto degree = value_at(claim.degree, scalars);
  instance.require(degree.has_value(), "homogeneous", "the degree is not rational at the model");
  const Evaluation evaluation(claim, scalars, matrices, read_sigma(claim, instance["sigma"], *degree));
  const auto left = evaluation.value(claim.left);
  const auto right = evaluation.value(claim.right);
  instance.require(left && right && !left->scalar && !right->scalar, "homogeneous",
                   "a side is not defined at the model");
  instance.require(!(left->matrix == right->matrix), "homogeneous", "the two sides agree at the model");
}

}  // namespace isthmus::check
