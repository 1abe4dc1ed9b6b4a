#include <algorithm>

#include "claim/curvature_kinds.hpp"
#include "claim/set_language.hpp"
#include "claim/toml_values.hpp"
#include "exact/error.hpp"

namespace isthmus {
namespace {

Integer count_in(TableReader& table, std::string_view key) {
  const TomlText text = table.text(key);
  const auto number = [&] {
    try {
      return Integer::parse(text.value);
    } catch (const InvalidInput&) {
      table.document().fail(text.offset, "'" + std::string(text.value) + "' is not an integer");
    }
  };
  const Integer value = number();
  if (value.sign() < 0) table.document().fail(text.offset, "a negative number of things");
  return value;
}

BoundsClaim::Instance read_hypersurface(TableReader table) {
  const PolynomialRing ring = read_ring(table);
  const TomlText text = table.text("equation");
  Polynomial equation(ring);
  const Formula formula =
      table.document().read(text, [&](const Source& source) { return parse_formula(source.text, ring, source.name); });
  if (!formula.is(Formula::Kind::atom) || formula.as_atom().relation != Relation::equal) {
    table.document().fail(text.offset, "one equation was expected, as in 'w2*w1 = 1'");
  }
  equation = formula.as_atom().polynomial;
  if (equation.total_degree() < 1) table.document().fail(text.offset, "no variable occurs in the equation");
  if (ring.index_of("lambda")) table.fail("the name 'lambda' is that of the multiplier");
  BoundsClaim::Instance instance{ring,
                                 std::string(text.value),
                                 equation,
                                 count_in(table, "components"),
                                 count_in(table, "bezout"),
                                 count_in(table, "mixed-volume"),
                                 count_in(table, "milnor-thom")};
  table.finish();
  return instance;
}

}  // namespace

Claim::Body read_bounds(TableReader& root) {
  BoundsClaim claim;
  for (TableReader& table : root.tables("bounds")) claim.instances.push_back(read_hypersurface(table));
  if (claim.instances.empty()) root.fail("the tables [[bounds]] are missing");
  return claim;
}

}  // namespace isthmus
