#include "checker/claim_numbers.hpp"

#include "checker/set_reader.hpp"

namespace isthmus::check {

Rational constant_in(const Text& text) {
  const auto constant = [](const Syntax& tree) {
    const Polynomial value = read_polynomial(tree, Scope());
    return value.constant_term();
  };
  return read(text, constant);
}

Rational plain_number(const std::string& text, const Text& place) {
  const std::size_t first = text.find_first_not_of(' ');
  const std::size_t last = text.find_last_not_of(' ');
  if (first == std::string::npos) place.fail("a number was expected");
  std::string trimmed = text.substr(first, last - first + 1);
  const bool negative = trimmed[0] == '-';
  if (negative) trimmed.erase(0, 1);
  const auto value = [&]() -> Rational {
    const Syntax tree = parse(trimmed);
    if (tree.kind == Syntax::Kind::number) return number_value(tree);
    const bool fraction = tree.kind == Syntax::Kind::product && tree.signs == "*/" &&
                          tree.parts[0].kind == Syntax::Kind::number && tree.parts[1].kind == Syntax::Kind::number;
    if (!fraction) throw TextError("'" + text + "' is not a number");
    return number_value(tree.parts[0]) / number_value(tree.parts[1]);
  };
  try {
    return negative ? -value() : value();
  } catch (const Declined&) {
    throw;
  } catch (const std::exception& error) {
    place.fail(error.what());
  }
}

std::vector<Rational> plain_numbers(Table& table, const char* key) {
  std::vector<Rational> result;
  for (const Text& text : table.texts(key)) result.push_back(plain_number(text.value, text));
  if (result.empty()) table.fail(std::string("no numbers in '") + key + "'");
  return result;
}

}  // namespace isthmus::check
