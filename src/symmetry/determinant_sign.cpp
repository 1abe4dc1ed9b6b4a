#include "symmetry/determinant_sign.hpp"

#include "exact/ball_matrix.hpp"
#include "exact/error.hpp"

namespace isthmus {
namespace {

constexpr long kPrecisions[] = {64, 192, 512};  // bits

}  // namespace

int determinant_sign(const Matrix& a) {
  require(a.rows() == a.columns(), "the sign of the determinant of a matrix that is not square");
  for (const long precision : kPrecisions) {
    const auto sign = BallMatrix(a, precision).determinant(precision).sign();
    if (sign) return *sign;
  }
  return a.determinant().sign();
}

}  // namespace isthmus
