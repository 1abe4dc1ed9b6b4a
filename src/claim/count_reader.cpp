#include "claim/count_reader.hpp"

#include <array>
#include <optional>
#include <utility>

namespace isthmus {

CountDeclaration read_count(TableReader& table) {
  constexpr std::array<std::pair<std::string_view, Relation>, 3> keys{
      {{"count", Relation::equal}, {"at-most", Relation::less_equal}, {"at-least", Relation::greater_equal}}};
  std::optional<CountDeclaration> found;
  for (const auto& [key, relation] : keys) {
    const std::optional<TomlText> text = table.optional_text(key);
    if (!text) continue;
    if (found) table.document().fail(text->offset, "only one of count, at-most and at-least can be given");
    found = CountDeclaration{relation, read_expression(table.document(), *text)};
  }
  if (!found) table.fail("the key 'count' (or at-most, or at-least) is missing");
  return *found;
}

Count count_in(const TomlDocument& document, const CountDeclaration& declaration, const IntegerNames& names) {
  return document.read(declaration.text.text, [&](const Source& source) {
    const Integer value = integer_value(source, declaration.text.tree, names);
    if (value.sign() < 0) source.fail(declaration.text.tree.offset, "a number of components is not negative");
    return Count{declaration.relation, value};
  });
}

}  // namespace isthmus
