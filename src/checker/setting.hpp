#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "checker/integers.hpp"
#include "checker/matrix.hpp"
#include "checker/matrix_reader.hpp"
#include "checker/toml_table.hpp"

namespace isthmus::check {

/// One choice of the dimensions, the matrices declared for it, and the hypotheses.
struct Setting {
  Names names;
  std::vector<Symbol> symbols;  ///< in the order of the file; a family in the order of its index
  std::vector<Condition> hypotheses;

  /// "h=2, d=(1, 2, 1)"; empty without dimensions.
  std::string heading() const;
};

/// The tables that all claims about matrices share: [dimensions], [[matrix]], [[scalar]], [[hypothesis]]. One setting
/// for each choice of dimensions, the last dimension fastest. Throws InvalidClaim.
std::vector<Setting> read_settings(Table& root);

/// A text, once or for each value of an index.
struct IndexedText {
  Text text;
  std::optional<Text> index;
};
/// An array of tables with the keys text and, if wanted, index.
std::vector<IndexedText> read_indexed_texts(Table& parent, const std::string& key);
/// These names; or these with the index bound to each of its values in turn.
std::vector<Names> over_index(const std::optional<Text>& index, const Names& names);
/// The conditions that the texts state. Throws InvalidClaim if one mentions a symbol in `forbidden`.
std::vector<Condition> conditions_in(const std::vector<IndexedText>& texts, const Names& names,
                                     const std::set<std::string>& forbidden);

}  // namespace isthmus::check
