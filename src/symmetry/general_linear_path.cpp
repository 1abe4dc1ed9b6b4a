#include "symmetry/general_linear_path.hpp"

#include "exact/error.hpp"
#include "symmetry/determinant_sign.hpp"

namespace isthmus {
namespace {

Matrix turn_at(const PlaneTurn& turn, std::size_t n, const Rational& t) {
  const Rational norm = Rational(1) + t * t;
  const Rational cosine = (Rational(1) - t * t) / norm;
  const Rational sine = (turn.reversed ? Rational(-2) : Rational(2)) * t / norm;
  Matrix m = Matrix::identity(n);
  m.set(turn.first, turn.first, cosine);
  m.set(turn.second, turn.second, cosine);
  m.set(turn.second, turn.first, sine);
  m.set(turn.first, turn.second, -sine);
  return m;
}

/// from + t (to - from).
Matrix on_segment(const Matrix& from, const Matrix& to, const Rational& t) { return from + t * (to - from); }

Matrix signs_of(const Matrix& diagonal) {
  Matrix result(diagonal.rows(), diagonal.rows());
  for (std::size_t i = 0; i < diagonal.rows(); ++i) result.set(i, i, Rational(diagonal.at(i, i).sign()));
  return result;
}

Matrix stretch_at(const TriangularStretch& s, const Rational& t) {
  const Matrix identity = Matrix::identity(s.lower.rows());
  return s.permutation * on_segment(identity, s.lower, t) * on_segment(signs_of(s.diagonal), s.diagonal, t) *
         on_segment(identity, s.upper, t);
}

void swap_rows(Matrix& m, std::size_t i, std::size_t j, std::size_t columns) {
  for (std::size_t k = 0; k < columns; ++k) {
    const Rational kept = m.at(i, k);
    m.set(i, k, m.at(j, k));
    m.set(j, k, kept);
  }
}

/// a = P * L * D * U, by elimination with the first pivot that does not vanish.
TriangularStretch triangular_factors(const Matrix& a) {
  const std::size_t n = a.rows();
  TriangularStretch s{Matrix::identity(n), Matrix::identity(n), Matrix(n, n), Matrix::identity(n)};
  Matrix rest = a;
  for (std::size_t k = 0; k < n; ++k) {
    std::size_t pivot = k;
    while (pivot < n && rest.at(pivot, k).is_zero()) ++pivot;
    require(pivot < n, "a path between matrices one of which is singular");
    if (pivot != k) {
      swap_rows(rest, k, pivot, n);
      swap_rows(s.permutation, k, pivot, n);
      swap_rows(s.lower, k, pivot, k);
    }
    s.diagonal.set(k, k, rest.at(k, k));
    for (std::size_t j = k + 1; j < n; ++j) s.upper.set(k, j, rest.at(k, j) / rest.at(k, k));
    for (std::size_t i = k + 1; i < n; ++i) {
      const Rational factor = rest.at(i, k) / rest.at(k, k);
      s.lower.set(i, k, factor);
      for (std::size_t j = k; j < n; ++j) rest.set(i, j, rest.at(i, j) - factor * rest.at(k, j));
    }
  }
  s.permutation = s.permutation.transpose();
  return s;
}

/// Quarter turns T_1, T_2, .. with T_k .. T_1 = q, a signed permutation matrix of determinant 1.
std::vector<PlaneTurn> quarter_turns(Matrix q) {
  const std::size_t n = q.rows();
  std::vector<PlaneTurn> undoing;  // their product with q, in order, is the identity
  const auto apply = [&](const PlaneTurn& turn) {
    q = turn_at(turn, n, Rational(1)) * q;
    undoing.push_back(turn);
  };
  for (std::size_t j = 0; j + 1 < n; ++j) {
    std::size_t i = j;
    while (q.at(i, j).is_zero()) ++i;
    if (i != j) {
      apply({j, i, q.at(i, j).sign() > 0});
    } else if (q.at(j, j).sign() < 0) {
      apply({j, j + 1, false});
      apply({j, j + 1, false});
    }
  }
  ensure(q == Matrix::identity(n), "a rotation of the axes was not undone by quarter turns");
  std::vector<PlaneTurn> turns;
  for (std::size_t k = undoing.size(); k-- > 0;) {
    turns.push_back({undoing[k].first, undoing[k].second, !undoing[k].reversed});
  }
  return turns;
}

}  // namespace

Matrix GeneralLinearPath::Leg::at(const Rational& t) const {
  require(t.sign() >= 0 && t <= Rational(1), "a point of a path outside [0, 1]");
  if (const auto* turn = std::get_if<PlaneTurn>(&factor)) return turn_at(*turn, start.rows(), t) * start;
  return stretch_at(std::get<TriangularStretch>(factor), t) * start;
}

std::string GeneralLinearPath::Leg::to_string() const {
  if (const auto* turn = std::get_if<PlaneTurn>(&factor)) {
    const std::size_t from = (turn->reversed ? turn->second : turn->first) + 1;
    const std::size_t to = (turn->reversed ? turn->first : turn->second) + 1;
    return "a quarter turn of axis " + std::to_string(from) + " to axis " + std::to_string(to) +
           ": cos = (1-t^2)/(1+t^2), sin = 2t/(1+t^2)";
  }
  return "triangular factors P (I + t(L-I)) (E + t(D-E)) (I + t(U-I)), E the signs of the diagonal D";
}

GeneralLinearPath GeneralLinearPath::between(const Matrix& from, const Matrix& to) {
  require(from.rows() == from.columns() && from.rows() == to.rows() && to.rows() == to.columns(),
          "a path between matrices of different shapes");
  const int sign = determinant_sign(from);
  require(sign != 0 && sign == determinant_sign(to), "a path between matrices whose determinants do not have one sign");
  GeneralLinearPath path;
  const TriangularStretch stretch = triangular_factors(to * from.inverse());
  Matrix at = from;
  for (const PlaneTurn& turn : quarter_turns(stretch_at(stretch, Rational(0)))) {
    path.legs_.push_back({turn, at});
    at = path.legs_.back().at(Rational(1));
  }
  if (!(at == to)) path.legs_.push_back({stretch, from});
  ensure(path.legs_.empty() ? from == to : path.legs_.back().at(Rational(1)) == to, "a path that misses its end");
  return path;
}

}  // namespace isthmus
