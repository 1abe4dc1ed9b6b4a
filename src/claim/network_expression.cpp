#include "claim/network_expression.hpp"

#include <optional>
#include <variant>

namespace isthmus {
namespace {

/// A subexpression: a real number or a matrix.
using NetworkValue = std::variant<RealExpression, NetworkExpression>;

class NetworkElaborator {
 public:
  NetworkElaborator(const Source& source, const NetworkNames& names) : source_(source), names_(names) {}

  NetworkValue value(const Expression& e) const {
    using Kind = Expression::Kind;
    switch (e.kind) {
      case Kind::name: {
        const auto found = names_.matrices.find(e.text);
        if (found != names_.matrices.end()) return found->second;
        return real_expression(source_, e, names_.scalars);
      }
      case Kind::call:
        return call(e);
      case Kind::sum:
        return sum(e);
      case Kind::product:
        return product(e);
      default:
        return real_expression(source_, e, names_.scalars);
    }
  }

  NetworkExpression matrix(const Expression& e) const {
    NetworkValue result = value(e);
    if (!std::holds_alternative<NetworkExpression>(result)) source_.fail(e.offset, "a matrix was expected here");
    return std::get<NetworkExpression>(result);
  }

 private:
  NetworkValue call(const Expression& e) const {
    if (e.text != "sigma" || e.parts.size() != 1) source_.fail(e.offset, "the only function is sigma(A)");
    return NetworkExpression::activation(matrix(e.parts[0]));
  }

  template <class F>
  NetworkValue checked(const Expression& e, F&& f) const {
    try {
      return f();
    } catch (const ParseError&) {
      throw;
    } catch (const InvalidInput& error) {
      source_.fail(e.offset, error.what());
    }
  }

  NetworkValue sum(const Expression& e) const {
    std::vector<RealExpression> scalars;
    std::vector<NetworkExpression> matrices;
    for (std::size_t i = 0; i < e.parts.size(); ++i) {
      const bool minus = e.operators[i] == '-';
      const NetworkValue part = value(e.parts[i]);
      if (const auto* scalar = std::get_if<RealExpression>(&part)) {
        scalars.push_back(minus ? scalar->negated() : *scalar);
      } else {
        const auto& matrix = std::get<NetworkExpression>(part);
        matrices.push_back(minus ? NetworkExpression::scaled(RealExpression::number(-1), matrix) : matrix);
      }
    }
    if (!scalars.empty() && !matrices.empty()) source_.fail(e.offset, "a sum of a matrix and a number");
    if (matrices.empty()) return RealExpression::sum(std::move(scalars));
    return checked(e, [&]() -> NetworkValue { return NetworkExpression::sum(matrices); });
  }

  NetworkValue times(const Expression& e, const NetworkValue& a, const NetworkValue& b, bool divided) const {
    const auto* x = std::get_if<RealExpression>(&a);
    const auto* y = std::get_if<RealExpression>(&b);
    if (divided && y == nullptr) source_.fail(e.offset, "division by a matrix");
    if (x != nullptr && y != nullptr) {
      return divided ? RealExpression::quotient(*x, *y) : RealExpression::product({*x, *y});
    }
    if (x != nullptr) return NetworkExpression::scaled(*x, std::get<NetworkExpression>(b));
    if (y != nullptr) {
      const RealExpression factor = divided ? RealExpression::quotient(RealExpression::number(1), *y) : *y;
      return NetworkExpression::scaled(factor, std::get<NetworkExpression>(a));
    }
    return NetworkExpression::product(std::get<NetworkExpression>(a), std::get<NetworkExpression>(b));
  }

  NetworkValue product(const Expression& e) const {
    NetworkValue result = value(e.parts[0]);
    for (std::size_t i = 1; i < e.parts.size(); ++i) {
      result = checked(e.parts[i], [&] { return times(e.parts[i], result, value(e.parts[i]), e.operators[i] == '/'); });
    }
    return result;
  }

  const Source& source_;
  const NetworkNames& names_;
};

}  // namespace

NetworkExpression NetworkExpression::matrix(const SymbolicMatrix& symbol) {
  return NetworkExpression({Kind::matrix, symbol, {}, {}});
}

NetworkExpression NetworkExpression::sum(const std::vector<NetworkExpression>& parts) {
  require(!parts.empty(), "a sum of nothing");
  if (parts.size() == 1) return parts.front();
  for (const NetworkExpression& part : parts) {
    require(part.shape() == parts[0].shape(),
            "a sum of matrices of the shapes " + parts[0].shape() + " and " + part.shape());
  }
  return NetworkExpression({Kind::sum, {"", parts[0].symbol().rows, parts[0].symbol().columns}, {}, parts});
}

NetworkExpression NetworkExpression::product(const NetworkExpression& left, const NetworkExpression& right) {
  require(left.symbol().columns == right.symbol().rows,
          "a product of matrices of the shapes " + left.shape() + " and " + right.shape());
  return NetworkExpression({Kind::product, {"", left.symbol().rows, right.symbol().columns}, {}, {left, right}});
}

NetworkExpression NetworkExpression::scaled(const RealExpression& scalar, const NetworkExpression& matrix) {
  return NetworkExpression({Kind::scaled, {"", matrix.symbol().rows, matrix.symbol().columns}, {scalar}, {matrix}});
}

NetworkExpression NetworkExpression::activation(const NetworkExpression& matrix) {
  return NetworkExpression({Kind::activation, {"", matrix.symbol().rows, matrix.symbol().columns}, {}, {matrix}});
}

std::string NetworkExpression::text(int precedence) const {
  switch (kind()) {
    case Kind::matrix:
      return symbol().name;
    case Kind::activation:
      return "sigma(" + parts()[0].text(0) + ")";
    case Kind::scaled: {
      if (scalar().kind() == RealExpression::Kind::number && scalar().value() == Rational(-1)) {
        return precedence >= 2 ? "(-" + parts()[0].text(2) + ")" : "-" + parts()[0].text(2);
      }
      const bool plain = scalar().kind() != RealExpression::Kind::sum;
      return (plain ? scalar().to_string() : "(" + scalar().to_string() + ")") + "*" + parts()[0].text(2);
    }
    case Kind::product:
      return parts()[0].text(2) + "*" + parts()[1].text(2);
    case Kind::sum: {
      std::string result;
      for (const NetworkExpression& part : parts()) {
        const std::string each = part.text(1);
        result += result.empty() ? each : (each[0] == '-' ? " - " + each.substr(1) : " + " + each);
      }
      return precedence >= 1 ? "(" + result + ")" : result;
    }
  }
  throw InternalError("a network expression outside its enumeration");
}

NetworkExpression network_expression(const Source& source, const Expression& expression, const NetworkNames& names) {
  return NetworkElaborator(source, names).matrix(expression);
}

}  // namespace isthmus
