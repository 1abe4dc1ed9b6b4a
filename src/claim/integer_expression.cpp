#include "claim/integer_expression.hpp"

#include <algorithm>
#include <utility>

namespace isthmus {
namespace {

using Kind = Expression::Kind;

constexpr std::size_t kMostBits = 400000;
constexpr long kMostValues = 1000;

class Evaluator {
 public:
  Evaluator(const Source& source, const IntegerNames& names) : source_(source), names_(names) {}

  Integer value(const Expression& expression) const {
    switch (expression.kind) {
      case Kind::number:
        if (expression.text.find('.') != std::string_view::npos) {
          source_.fail(expression.offset, "an integer was expected here, found a decimal");
        }
        return checked(expression, Integer::parse(expression.text));
      case Kind::name:
        return named(expression);
      case Kind::index:
        return entry(expression);
      case Kind::call:
        return length(expression);
      case Kind::sum:
        return sum(expression);
      case Kind::product:
        return product(expression);
      case Kind::power:
        return power(expression);
      default:
        source_.fail(expression.offset, std::string("an integer was expected here, found ") +
                                            (expression.kind == Kind::range ? "a range" : "a condition"));
    }
  }

 private:
  Integer checked(const Expression& expression, Integer value) const {
    if (value.bit_length() > kMostBits) source_.fail(expression.offset, "this integer is too large" + names_.context());
    return value;
  }

  Integer named(const Expression& expression) const {
    if (const long* index = names_.index(expression.text)) return *index;
    const Dimension& found = dimension(expression);
    if (found.tuple) {
      source_.fail(expression.offset,
                   "'" + found.name + "' is a tuple: write " + found.name + "[0], .. or length(" + found.name + ")");
    }
    return found.values[0];
  }

  const Dimension& dimension(const Expression& expression) const {
    if (const Dimension* found = names_.dimension(expression.text)) return *found;
    std::string known;
    for (const Dimension& each : names_.dimensions()) known += (known.empty() ? "" : ", ") + each.name;
    source_.fail(expression.offset,
                 "'" + std::string(expression.text) + "' is neither a dimension nor an index" +
                     (known.empty() ? "; no dimensions are declared" : "; the dimensions are " + known));
  }

  Integer entry(const Expression& expression) const {
    const Dimension& found = dimension(expression);
    if (!found.tuple) source_.fail(expression.offset, "'" + found.name + "' is an integer, not a tuple");
    if (expression.parts.size() != 1) source_.fail(expression.offset, "one index was expected");
    const auto last = static_cast<long>(found.values.size()) - 1;
    const long at = small_value(source_, expression.parts[0], names_, "an index of " + found.name, 0, last);
    return found.values[static_cast<std::size_t>(at)];
  }

  Integer length(const Expression& expression) const {
    if (expression.text != "length") {
      source_.fail(expression.offset,
                   "'" + std::string(expression.text) +
                       "' is no function of integers: there is length(d), and a product is written with '*'");
    }
    if (expression.parts.size() != 1 || expression.parts[0].kind != Kind::name) {
      source_.fail(expression.offset, "length takes the name of one dimension");
    }
    const Dimension& found = dimension(expression.parts[0]);
    if (!found.tuple) source_.fail(expression.parts[0].offset, "'" + found.name + "' is an integer, not a tuple");
    return static_cast<long>(found.values.size());
  }

  Integer sum(const Expression& expression) const {
    Integer total;
    for (std::size_t i = 0; i < expression.parts.size(); ++i) {
      const Integer part = value(expression.parts[i]);
      if (expression.operators[i] == '-') {
        total -= part;
      } else {
        total += part;
      }
    }
    return checked(expression, std::move(total));
  }

  Integer product(const Expression& expression) const {
    Integer result = value(expression.parts[0]);
    for (std::size_t i = 1; i < expression.parts.size(); ++i) {
      const Expression& part = expression.parts[i];
      const Integer factor = value(part);
      if (expression.operators[i] == '*') {
        result = checked(expression, result * factor);
        continue;
      }
      if (factor.is_zero()) source_.fail(part.offset, "division by zero" + names_.context());
      const Rational quotient(result, factor);
      if (!quotient.is_integer()) {
        source_.fail(part.offset,
                     result.to_string() + "/" + factor.to_string() + " is not an integer" + names_.context());
      }
      result = quotient.numerator();
    }
    return result;
  }

  Integer power(const Expression& expression) const {
    const Integer base = value(expression.parts[0]);
    const Integer exponent = value(expression.parts[1]);
    if (exponent.sign() < 0) source_.fail(expression.parts[1].offset, "a negative exponent" + names_.context());
    const bool trivial = base.bit_length() <= 1;
    if (!exponent.fits_long() || exponent.to_long() > static_cast<long>(kMostBits)) {
      source_.fail(expression.parts[1].offset, "this exponent is too large" + names_.context());
    }
    const auto height = static_cast<unsigned long>(exponent.to_long());
    if (!trivial && base.bit_length() * height > kMostBits) {
      source_.fail(expression.offset, "this integer is too large" + names_.context());
    }
    return pow(base, height);
  }

  const Source& source_;
  const IntegerNames& names_;
};

}  // namespace

IntegerNames::IntegerNames(const std::vector<Dimension>& dimensions) : dimensions_(dimensions) {}

const Dimension* IntegerNames::dimension(std::string_view name) const {
  for (const Dimension& dimension : dimensions_) {
    if (dimension.name == name) return &dimension;
  }
  return nullptr;
}

const long* IntegerNames::index(std::string_view name) const {
  const auto found = indices_.find(name);
  return found == indices_.end() ? nullptr : &found->second;
}

IntegerNames IntegerNames::with_index(const Source& source, std::size_t offset, const std::string& name,
                                      long value) const {
  if (dimension(name) != nullptr || index(name) != nullptr) {
    source.fail(offset, "the index '" + name + "' has the name of " +
                            (index(name) != nullptr ? "another index" : "a dimension"));
  }
  IntegerNames result = *this;
  result.indices_.emplace(name, value);
  return result;
}

std::string IntegerNames::context() const {
  std::string text;
  for (const Dimension& dimension : dimensions_) text += (text.empty() ? "" : ", ") + dimension.to_string();
  for (const auto& [name, value] : indices_) text += (text.empty() ? "" : ", ") + name + "=" + std::to_string(value);
  return text.empty() ? text : " (with " + text + ")";
}

Integer integer_value(const Source& source, const Expression& expression, const IntegerNames& names) {
  return Evaluator(source, names).value(expression);
}

long small_value(const Source& source, const Expression& expression, const IntegerNames& names, const std::string& what,
                 long lowest, long highest) {
  const Integer value = integer_value(source, expression, names);
  if (value >= Integer(lowest) && value <= Integer(highest)) return value.to_long();
  const std::string shown = value.bit_length() > 200 ? "a very large number" : value.to_string();
  source.fail(expression.offset, what + " must lie between " + std::to_string(lowest) + " and " +
                                     std::to_string(highest) + ", not be " + shown + names.context());
}

IndexRange index_range(const Source& source, const Expression& expression, const IntegerNames& names) {
  const bool fits = expression.kind == Kind::comparison && expression.text == "=" &&
                    expression.parts[0].kind == Kind::name && expression.parts[1].kind == Kind::range;
  if (!fits) source.fail(expression.offset, "an index and its range were expected here, as in 'i = 1..l'");
  const Expression& range = expression.parts[1];
  const auto end = [&](std::size_t part) {
    return small_value(source, range.parts[part], names, "the end of a range", -1000000, 1000000);
  };
  const IndexRange result{std::string(expression.parts[0].text), end(0), end(1)};
  if (result.last - result.first >= kMostValues) {
    source.fail(range.offset, "a range of more than " + std::to_string(kMostValues) + " values" + names.context());
  }
  if (result.last < result.first - 1) {
    source.fail(range.offset, "this range runs the wrong way" + names.context());
  }
  return result;
}

}  // namespace isthmus
