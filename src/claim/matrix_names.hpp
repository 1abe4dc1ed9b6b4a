#pragma once

#include <map>
#include <string>
#include <string_view>

#include "claim/matrix_expression.hpp"

namespace isthmus {

/// The matrices that expressions may mention.
class MatrixNames {
 public:
  /// Adds the symbol `name`, or `name[index]` of a family.
  void add(const std::string& name, const MatrixSymbol& symbol);
  void add(const std::string& family, long index, const MatrixSymbol& symbol);
  /// Makes the family known although it may have no member.
  void add_family(const std::string& family) { families_[family]; }

  bool is_plain(std::string_view name) const { return plain_.find(name) != plain_.end(); }
  bool is_family(std::string_view name) const { return families_.find(name) != families_.end(); }
  /// nullptr if there is none.
  const MatrixSymbol* find(std::string_view name) const;
  const MatrixSymbol* find(std::string_view family, long index) const;
  /// "X, Y, W[1..3]".
  std::string to_string() const;

 private:
  std::map<std::string, MatrixSymbol, std::less<>> plain_;
  std::map<std::string, std::map<long, MatrixSymbol>, std::less<>> families_;
};

/// True for the names of functions, which no matrix, dimension or index may have.
bool is_reserved_name(std::string_view name);

}  // namespace isthmus
