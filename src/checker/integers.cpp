#include "checker/integers.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "checker/limits.hpp"

namespace isthmus::check {
namespace {

using SyntaxKind = Syntax::Kind;

constexpr long kMostValues = 1000;
constexpr long kFarthestIndex = 1000000;

const Dimension& tuple_named(const std::string& name, const Names& names) {
  const Dimension* found = names.dimension(name);
  if (found == nullptr || !found->tuple) throw TextError("'" + name + "' is no tuple of dimensions");
  return *found;
}

Integer value_of(const std::string& name, const Names& names) {
  if (const auto index = names.indices.find(name); index != names.indices.end()) return index->second;
  const Dimension* found = names.dimension(name);
  if (found == nullptr) throw TextError("'" + name + "' is neither a dimension nor an index");
  if (found->tuple) throw TextError("'" + name + "' is a tuple: an entry or its length was expected");
  return found->values[0];
}

Integer entry(const Syntax& text, const Names& names) {
  const Dimension& tuple = tuple_named(text.text, names);
  if (text.parts.size() != 1) throw TextError("one index was expected");
  const long last = static_cast<long>(tuple.values.size()) - 1;
  return tuple.values[static_cast<std::size_t>(integer_between(text.parts[0], names, 0, last))];
}

Integer length(const Syntax& text, const Names& names) {
  if (text.text != "length" || text.parts.size() != 1 || text.parts[0].kind != SyntaxKind::name) {
    throw TextError("'" + text.text + "' is no function of integers");
  }
  return static_cast<long>(tuple_named(text.parts[0].text, names).values.size());
}

Integer sum(const Syntax& text, const Names& names) {
  Integer total = 0;
  for (std::size_t i = 0; i < text.parts.size(); ++i) {
    const Integer part = integer_value(text.parts[i], names);
    total += text.signs[i] == '-' ? Integer(-part) : part;
  }
  return within_limit(total);
}

Integer integer_product(const Syntax& text, const Names& names) {
  Integer total = 1;
  for (std::size_t i = 0; i < text.parts.size(); ++i) {
    const Integer part = integer_value(text.parts[i], names);
    if (text.signs[i] == '*') {
      total = within_limit(total * part);
      continue;
    }
    if (part == 0) throw TextError("division by zero");
    if (total % part != 0) throw TextError("a division of integers leaves a remainder");
    total /= part;
  }
  return total;
}

Integer power_value(const Syntax& text, const Names& names) {
  const Integer base = integer_value(text.parts[0], names);
  const Integer exponent = integer_value(text.parts[1], names);
  if (exponent < 0) throw TextError("a negative exponent");
  if (exponent > limits::kBits) throw Declined("an exponent above " + std::to_string(limits::kBits));
  return power(base, static_cast<std::size_t>(exponent));
}

}  // namespace

const Dimension* Names::dimension(const std::string& name) const {
  for (const Dimension& each : dimensions) {
    if (each.name == name) return &each;
  }
  return nullptr;
}

Names Names::with_index(const std::string& name, long value) const {
  const bool taken =
      is_reserved(name) || symbols.count(name) > 0 || families.count(name) > 0 || dimension(name) != nullptr;
  if (taken || indices.count(name) > 0) throw TextError("the index '" + name + "' has the name of something else");
  Names result = *this;
  result.indices.emplace(name, value);
  return result;
}

Integer integer_value(const Syntax& text, const Names& names) {
  switch (text.kind) {
    case SyntaxKind::number:
      if (text.text.find('.') != std::string::npos) throw TextError("an integer was expected, found " + text.text);
      return number_value(text).numerator();
    case SyntaxKind::name:
      return value_of(text.text, names);
    case SyntaxKind::index:
      return entry(text, names);
    case SyntaxKind::call:
      return length(text, names);
    case SyntaxKind::sum:
      return sum(text, names);
    case SyntaxKind::product:
      return integer_product(text, names);
    case SyntaxKind::power:
      return power_value(text, names);
    default:
      throw TextError("an integer expression was expected");
  }
}

long integer_between(const Syntax& text, const Names& names, long lowest, long highest) {
  const Integer value = integer_value(text, names);
  if (value >= lowest && value <= highest) return static_cast<long>(value);
  throw TextError("an integer must lie between " + std::to_string(lowest) + " and " + std::to_string(highest));
}

IndexRange index_range(const Syntax& text, const Names& names, bool down) {
  const bool fits = text.kind == SyntaxKind::comparison && text.text == "=" && text.parts[0].kind == SyntaxKind::name &&
                    text.parts[1].kind == SyntaxKind::range;
  if (!fits) throw TextError("an index and its range were expected, as in 'i = 1..l'");
  const std::vector<Syntax>& ends = text.parts[1].parts;
  long first = integer_between(ends[0], names, -kFarthestIndex, kFarthestIndex);
  long last = integer_between(ends[1], names, -kFarthestIndex, kFarthestIndex);
  if (down) std::swap(first, last);
  if (last - first >= kMostValues) throw TextError("a range of more than " + std::to_string(kMostValues) + " values");
  if (last < first - 1) throw TextError("a range runs the wrong way");
  IndexRange result{text.parts[0].text, {}};
  for (long value = first; value <= last; ++value) result.values.push_back(value);
  if (down) std::reverse(result.values.begin(), result.values.end());
  return result;
}

bool is_reserved(const std::string& name) {
  constexpr std::array<std::string_view, 12> reserved{"T",       "I",         "inv",    "det",   "rank", "zero",
                                                      "prod_up", "prod_down", "length", "trace", "pinv", "leaky"};
  return std::find(reserved.begin(), reserved.end(), name) != reserved.end();
}

}  // namespace isthmus::check
