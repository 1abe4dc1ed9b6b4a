#include "plot/box.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "exact/error.hpp"

namespace isthmus {
namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

Rational number(std::string_view text) {
  try {
    return Rational::parse(trimmed(text));
  } catch (const InvalidInput&) {
    throw InvalidInput("--box: '" + std::string(trimmed(text)) +
                       "' is not a number (an integer, a fraction p/q, or a decimal was expected)");
  }
}

std::vector<std::string_view> parts(std::string_view text) {
  std::vector<std::string_view> result;
  for (;;) {
    const std::size_t comma = text.find(',');
    result.push_back(trimmed(text.substr(0, comma)));
    if (comma == std::string_view::npos) return result;
    text.remove_prefix(comma + 1);
  }
}

}  // namespace

double Range::unit(const Rational& value) const { return to_double((value - lower) / width()); }

Rational Range::at(double unit) const { return lower + width() * exact_value(unit); }

Box parse_box(std::string_view text, const std::vector<std::string>& names) {
  std::vector<std::optional<Range>> found(names.size());
  for (const std::string_view part : parts(text)) {
    const std::size_t equals = part.find('=');
    const std::size_t dots = part.find("..");
    require(equals != std::string_view::npos && dots != std::string_view::npos && equals < dots,
            "--box: '" + std::string(part) + "' is not of the form x=LOW..HIGH");
    const std::string name(trimmed(part.substr(0, equals)));
    const auto known = std::find(names.begin(), names.end(), name);
    require(known != names.end(), "--box: '" + name + "' is not a variable of the set");
    std::optional<Range>& range = found[static_cast<std::size_t>(known - names.begin())];
    require(!range, "--box: '" + name + "' is given twice");
    range = Range{number(part.substr(equals + 1, dots - equals - 1)), number(part.substr(dots + 2))};
    require(range->lower < range->upper, "--box: the range of '" + name + "' is empty: its ends must ascend");
  }
  Box box;
  for (std::size_t i = 0; i < names.size(); ++i) {
    require(found[i].has_value(), "--box: no range for '" + names[i] + "'");
    box.push_back(*found[i]);
  }
  return box;
}

double to_double(const Rational& value) { return fmpq_get_d(value.raw()); }

Rational exact_value(double value) {
  require(std::isfinite(value), "a finite number was expected");
  int exponent = 0;
  const double mantissa = std::frexp(value, &exponent);
  constexpr int bits = 53;
  return Rational(static_cast<long>(std::ldexp(mantissa, bits))) * pow(Rational(2), exponent - bits);
}

}  // namespace isthmus
