#include "claim/toml_values.hpp"

#include <algorithm>

namespace isthmus {

Rational rational_in(const TomlDocument& document, const TomlText& text) {
  try {
    return Rational::parse(text.value);
  } catch (const InvalidInput&) {
    document.fail(text.offset, "'" + std::string(text.value) + "' is not a rational number");
  }
}

PolynomialRing read_ring(TableReader& table) {
  std::vector<std::string> names;
  for (const TomlText& text : table.texts("variables")) {
    const std::string name(text.value);
    if (!is_name(name)) table.document().fail(text.offset, "'" + name + "' is not a name");
    if (std::find(names.begin(), names.end(), name) != names.end()) {
      table.document().fail(text.offset, "the name '" + name + "' stands twice");
    }
    names.push_back(name);
  }
  if (names.empty()) table.fail("no variables");
  return PolynomialRing(names);
}

}  // namespace isthmus
