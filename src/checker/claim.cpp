#include "checker/claim.hpp"

#include <algorithm>
#include <set>

namespace isthmus::check {
namespace {

void require_one_of(const Text& text, const std::set<std::string>& values) {
  if (!values.contains(text.value)) text.fail("'" + text.value + "' is not one of the values allowed here");
}

std::string not_blank(const Text& text) {
  if (text.value.find_first_not_of(" \t\r\n") == std::string::npos) text.fail("the text is blank");
  return text.value;
}

std::string checked_id(const Text& text) {
  const std::string allowed = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-_";
  const std::string& id = text.value;
  if (id.empty() || id.find_first_not_of(allowed) != std::string::npos || id[0] == '.' || id[0] == '-') {
    text.fail("an id consists of letters, digits, '.', '-' and '_', and does not begin with '.' or '-'");
  }
  return id;
}

/// A statement that goes beyond its source needs no place in it.
void check_source(Table table, bool beyond) {
  not_blank(table.text("paper"));
  for (const char* key : {"label", "quote"}) {
    const auto text = table.optional_text(key);
    if (text) not_blank(*text);
    if (!text && !beyond) table.fail(std::string("the key '") + key + "' is missing");
  }
  if ((table.has("page") || !beyond) && table.integer("page") < 1) table.fail("a page below 1");
  table.finish();
}

Claim::Body read_body(Table& root, const Text& kind) {
  if (kind.value == "components") {
    if (root.table("components").has("set")) return read_set_components(root);
    return NetworkComponents{read_counted_networks(root, "components")};
  }
  if (kind.value == "argmin") return Argmin{read_counted_networks(root, "argmin")};
  if (kind.value == "product") return read_product(root);
  if (kind.value == "orbits") return read_orbits(root);
  if (kind.value == "identity") return read_identity(root);
  if (kind.value == "inverse-maps") return read_inverse_maps(root);
  if (kind.value == "cover") return read_cover(root);
  if (kind.value == "real") return read_real(root);
  if (kind.value == "homogeneous") return read_homogeneous(root);
  if (kind.value == "permutations") return read_permutations(root);
  if (kind.value == "forward-passes") return read_forward_passes(root);
  if (kind.value == "inequality") return read_inequality(root);
  if (kind.value == "transport") return read_transport(root);
  if (kind.value == "same-component") return read_same_component(root);
  if (kind.value == "distance") return read_distance(root);
  if (kind.value == "exponentials") return read_exponentials(root);
  if (kind.value == "continuity") return read_continuity(root);
  if (kind.value == "sigmoid-networks") return read_sigmoid_networks(root);
  if (kind.value == "curvature") return read_curves(root);
  if (kind.value == "exponential-curves") return read_exponential_curves(root);
  if (kind.value == "skew-curves") return read_skew_curves(root);
  if (kind.value == "bounds") return read_hypersurfaces(root);
  kind.fail("unknown kind '" + kind.value + "'");
}

/// Whether a dimension occurs in the text outside of the sizes in I(..) and zero(..).
bool mentions_outside_sizes(const Syntax& text, const std::set<std::string>& dimensions) {
  if (text.kind == Syntax::Kind::call && (text.text == "I" || text.text == "zero")) return false;
  if (dimensions.contains(text.text)) return true;
  return std::any_of(text.parts.begin(), text.parts.end(),
                     [&](const Syntax& part) { return mentions_outside_sizes(part, dimensions); });
}

void collect_dimensions(const toml::node& dimensions, std::set<std::string>& names) {
  if (const toml::table* table = dimensions.as_table()) {
    for (const auto& [key, node] : *table) names.emplace(key.str());
  }
  if (const toml::array* blocks = dimensions.as_array()) {
    for (const toml::node& block : *blocks) collect_dimensions(block, names);
  }
}

/// Every text of the file but those of the keys rows and columns and those for people is free of dimensions, sizes of
/// I(..) and zero(..) aside. What is no expression mentions none.
bool uses_sizes_only(const toml::node& node, const std::set<std::string>& dimensions) {
  if (const auto* text = node.as_string()) {
    try {
      return !mentions_outside_sizes(parse(text->get()), dimensions);
    } catch (const TextError&) {
      return true;
    }
  }
  if (const toml::array* array = node.as_array()) {
    return std::all_of(array->begin(), array->end(),
                       [&](const toml::node& each) { return uses_sizes_only(each, dimensions); });
  }
  const toml::table* table = node.as_table();
  if (table == nullptr) return true;
  const std::set<std::string_view> aside{"rows", "columns", "title", "statement", "source", "dimensions"};
  return std::all_of(table->begin(), table->end(), [&](const auto& each) {
    return aside.contains(each.first.str()) || uses_sizes_only(each.second, dimensions);
  });
}

Claim read_root(const toml::table& parsed, const std::string& file) {
  Table root(parsed, file, "the claim");
  if (root.integer("format") != 1) root.fail("this program reads format 1");
  Claim claim{checked_id(root.text("id")), not_blank(root.text("statement")), root.text("expected").value, false, {}};
  not_blank(root.text("title"));
  require_one_of(root.text("expected"), {"proved", "refuted", "vacuous", "undecided"});
  const Text variant = root.text("variant");
  require_one_of(variant, {"as printed", "repaired", "beyond"});
  if (const auto amends = root.optional_text("amends")) {
    checked_id(*amends);
    if (variant.value == "as printed") amends->fail("a claim as printed amends nothing");
  }
  check_source(root.table("source"), variant.value == "beyond");
  claim.body = read_body(root, root.text("kind"));
  root.finish();
  std::set<std::string> dimensions;
  if (parsed.contains("dimensions")) collect_dimensions(*parsed.get("dimensions"), dimensions);
  claim.sizes_only = uses_sizes_only(parsed, dimensions);
  return claim;
}

}  // namespace

Claim read_claim(std::string_view text, const std::string& file) {
  const toml::table table = read_toml(text, file);
  return declining_at([&] { return file; }, [&] { return read_root(table, file); });
}

}  // namespace isthmus::check
