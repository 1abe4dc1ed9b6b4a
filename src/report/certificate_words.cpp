#include "report/certificate_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

namespace isthmus {
namespace {

using Json = nlohmann::ordered_json;

/// What a rule does, in words.
const std::map<std::string, std::string>& sentences() {
  static const std::map<std::string, std::string> words{
      {"contradiction", "section 4: the signs of these factors make the conditions impossible"},
      {"rewrite", "sections 4, 5: by the signs of these factors the conditions say the same as this formula"},
      {"consequence", "section 4: a combination of equations of the set"},
      {"cases", "section 4: the conditions imply that one of these cases holds"},
      {"substitute", "section 4: a variable is replaced by a quotient"},
      {"count", "section 4: the set has 0 components"},
      {"empty", "section 5: the set is empty, 0 components"},
      {"point", "section 5: no coordinate is left"},
      {"lemma", "section 7: counted above, with other names"},
      {"line", "section 5: on the line, one rational in each gap between the roots"},
      {"product", "section 5: conditions in disjoint variables, the numbers multiply"},
      {"graph", "section 5: the set is a graph over its base"},
      {"graph-block", "section 5: a block of linear equations is solved, the set is a graph over its base"},
      {"sum", "section 5: a disjoint union of closed pieces, the numbers add up"},
      {"charts", "section 5: glued from open parts along their overlaps"},
      {"contraction", "section 5: contracted to the points where the moved coordinates are 0"},
      {"modulo", "section 5: atoms are replaced modulo equations"},
      {"stretch", "section 5: coordinates c + t*g in place of y, where g vanishes nowhere"},
      {"rays", "section 5: one point on every ray of a weighted homogeneous open condition"},
      {"slices", "section 5: a half line times two slices of a weighted homogeneous set"},
      {"thicken", "section 5: counted as an open neighbourhood, thin enough"},
      {"thicken-pieces", "section 5: counted as the union of thin open neighbourhoods of its pieces"},
      {"open", "section 6: cells of an open set, what joins them, what separates them"},
      {"no-parameters", "section 8: the assumption has no model"},
      {"parameter-cases", "section 8: a polynomial in the parameters is zero or not"},
      {"solve-parameter", "section 8: a parameter is replaced by a quotient"},
      {"uniform", "section 8: the number is constant over each open cell of the parameters"},
      {"delineate", "section 8: the projection of a leaf"},
  };
  return words;
}

/// What stands under a key that has no rule, in words.
const std::map<std::string, std::string>& keys() {
  static const std::map<std::string, std::string> words{
      {"eliminate", "section 9: matrices that equations give, replaced one after the other"},
      {"consequences", "section 9: the expression is a combination of what is known to be zero"},
      {"equations", "what is known to be zero, and why"},
      {"cofactors", "coefficient, left factor, number of the equation, right factor"},
      {"squares", "section 9: what is left is the sum of the squared norms of these"},
      {"to", "section 9: the weights of the second point"},
      {"direction", "section 9: along the ray from the model in this direction the value jumps"},
      {"eigenvalue", "section 9: a negative eigenvalue with an odd number of Jordan blocks of one size"},
  };
  return words;
}

class Words {
 public:
  std::string of(const Json& value) {
    write(value, 0);
    return std::move(text_);
  }

 private:
  void line(std::size_t indent, const std::string& words) { text_ += std::string(indent, ' ') + words + "\n"; }

  /// Short data stand on one line.
  static bool is_short(const Json& value) {
    constexpr std::size_t width = 100;
    return value.is_primitive() || (!has_object(value) && value.dump().size() <= width);
  }
  static bool has_object(const Json& value) {
    if (value.is_object()) return true;
    if (!value.is_array()) return false;
    return std::any_of(value.begin(), value.end(), has_object);
  }

  static std::string short_text(const Json& value) {
    if (value.is_string()) return value.get<std::string>();
    if (!value.is_array()) return value.dump();
    std::string text;
    for (const Json& part : value) text += (text.empty() ? "" : ", ") + short_text(part);
    return "[" + text + "]";
  }

  void write(const Json& value, std::size_t indent) {
    if (is_short(value)) return line(indent, short_text(value));
    std::size_t number = 0;
    for (const auto& [key, part] : value.items()) {
      if (key == "rule") {
        const auto found = sentences().find(part.get<std::string>());
        line(indent, fmt::format("{} ({})", part.get<std::string>(),
                                 found == sentences().end() ? "see proofs/FORMAT.md" : found->second));
        continue;
      }
      std::string name = value.is_array() ? fmt::format("[{}]", number++) : key;
      const auto known = keys().find(name);
      if (known != keys().end()) name += fmt::format(" ({})", known->second);
      if (is_short(part)) {
        line(indent, name + ": " + short_text(part));
      } else {
        line(indent, name + ":");
        write(part, indent + 2);
      }
    }
  }

  std::string text_;
};

}  // namespace

std::string certificate_in_words(const std::string& certificate) {
  if (certificate.empty()) return "\nno certificate\n";
  return "\ncertificate, to be read beside proofs/FORMAT.md\n" + Words().of(Json::parse(certificate));
}

}  // namespace isthmus
