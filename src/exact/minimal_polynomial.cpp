#include "exact/minimal_polynomial.hpp"

#include "exact/error.hpp"

namespace isthmus {

RealRoot with_minimal_polynomial(const RealRoot& root) {
  if (root.is_point()) return root;
  for (const auto& power : root.polynomial().factor())
    if (auto named = root.as_root_of(power.first)) return *named;
  throw InternalError("no factor of a polynomial vanishes at its root");
}

}  // namespace isthmus
