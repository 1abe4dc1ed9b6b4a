#pragma once

#include <optional>
#include <string>
#include <vector>

#include "claim/claim.hpp"
#include "claim/integer_expression.hpp"
#include "claim/matrix_language.hpp"
#include "claim/toml_document.hpp"

namespace isthmus {

/// A condition as a claim file states it: once, or for each value of an index.
struct ConditionDeclaration {
  LocatedExpression text;
  std::optional<LocatedExpression> index;
};

/// A condition and the text that states it.
struct LocatedCondition {
  MatrixCondition condition;
  TomlText text;
};

/// One choice of dimensions with everything that is declared for it.
struct Scene {
  Setting setting;
  std::vector<LocatedCondition> hypotheses;  ///< those of the setting, with their places
  MatrixNames matrices;
  IntegerNames integers;
};

/// Reads the tables that all claims about matrices share: [dimensions], [[matrix]], [[scalar]], [[hypothesis]]. One
/// scene for each choice of dimensions. Throws ParseError.
std::vector<Scene> read_scenes(TableReader& root);

/// A scene for sizes that all differ, if dimensions are nothing but sizes (generic_sizes.hpp). Throws ParseError.
std::optional<Scene> read_generic_scene(TableReader& root);

/// f(generic scene), or nullopt if there is none or the claim makes no sense for sizes that differ.
template <class F>
auto in_generic_scene(TableReader& root, F&& f) -> std::optional<decltype(f(std::declval<Scene&>()))> {
  try {
    if (auto scene = read_generic_scene(root)) return f(*scene);
  } catch (const ParseError&) {  // shapes that fit only if some sizes agree
  }
  return std::nullopt;
}

/// An array of tables with the keys text and, if wanted, index.
std::vector<ConditionDeclaration> read_conditions(TableReader& parent, const std::string& key);

/// The conditions of one scene, an index run through its range.
std::vector<LocatedCondition> conditions_in(const TomlDocument& document, const Scene& scene,
                                            const std::vector<ConditionDeclaration>& declarations);

/// Throws ParseError if one of the conditions mentions one of these matrices; `why_not` ends the message.
void forbid(const TomlDocument& document, const std::vector<LocatedCondition>& conditions,
            const std::vector<std::string>& names, const std::string& why_not);

/// The same for hypotheses, which are about parameters and not about the points of the set.
void forbid_in_hypotheses(const TomlDocument& document, const Scene& scene, const std::vector<std::string>& names);

/// The meaning of a text in one scene, and the same for a text that must have the shape of another expression.
MatrixExpression matrix_in(const TomlDocument& document, const LocatedExpression& text, const Scene& scene,
                           const IntegerNames& names);
MatrixExpression matrix_like(const TomlDocument& document, const LocatedExpression& text, const Scene& scene,
                             const IntegerNames& names, const MatrixExpression& model);

/// f(names with the index bound to each value in turn), or f(names) once if there is no index.
template <class F>
void for_each_index(const TomlDocument& document, const std::optional<LocatedExpression>& index, const Scene& scene,
                    F&& f) {
  if (!index) return f(scene.integers);
  const auto offset = index->tree.offset;
  const IndexRange range = document.read(index->text, [&](const Source& source) {
    IndexRange result = index_range(source, index->tree, scene.integers);
    if (is_reserved_name(result.name) || scene.matrices.is_plain(result.name) ||
        scene.matrices.is_family(result.name)) {
      source.fail(offset, "the index '" + result.name + "' has the name of a matrix or a function");
    }
    return result;
  });
  for (long value = range.first; value <= range.last; ++value) {
    f(document.read(index->text, [&](const Source& source) {
      return scene.integers.with_index(source, offset, range.name, value);
    }));
  }
}

}  // namespace isthmus
