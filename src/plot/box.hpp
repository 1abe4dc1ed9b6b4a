#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "exact/rational.hpp"

namespace isthmus {

/// lower < upper.
struct Range {
  Rational lower;
  Rational upper;

  Rational width() const { return upper - lower; }
  /// 0 at the lower end, 1 at the upper end.
  double unit(const Rational& value) const;
  /// The inverse of unit(), exactly.
  Rational at(double unit) const;
  friend bool operator==(const Range&, const Range&) = default;
};

/// One range per coordinate of the space: what a picture shows.
using Box = std::vector<Range>;

/// Reads 'x=-2..2, y=-1..1' into one range per name. Throws InvalidInput, naming --box, on repeated, unknown or missing
/// names, on what is no number, and on ranges without interior.
Box parse_box(std::string_view text, const std::vector<std::string>& names);

/// The nearest double, or one beside it.
double to_double(const Rational& value);
/// The value of a finite double, exactly.
Rational exact_value(double value);

}  // namespace isthmus
