#pragma once

#include <map>
#include <string>
#include <string_view>

#include "claim/claim.hpp"
#include "claim/expression_parser.hpp"

namespace isthmus {

/// What the names in integer expressions stand for: one choice of dimensions, and the indices bound so far.
class IntegerNames {
 public:
  explicit IntegerNames(const std::vector<Dimension>& dimensions);
  const std::vector<Dimension>& dimensions() const noexcept { return dimensions_; }
  /// The dimension of this name, or nullptr.
  const Dimension* dimension(std::string_view name) const;
  /// The value of a bound index, or nullptr.
  const long* index(std::string_view name) const;
  /// These names and one more index. Throws ParseError at `offset` if the name is taken.
  IntegerNames with_index(const Source& source, std::size_t offset, const std::string& name, long value) const;
  /// " (with h=2, i=3)", or nothing: to be put behind a problem.
  std::string context() const;

 private:
  std::vector<Dimension> dimensions_;
  std::map<std::string, long, std::less<>> indices_;
};

/// The value of an expression in dimensions and indices: + - * ^, exact division, d[i], length(d). Throws ParseError on
/// other names, a division with remainder, and values above 10^100000 or so.
Integer integer_value(const Source& source, const Expression& expression, const IntegerNames& names);

/// The same for a value that must lie in lowest..highest; `what` names it in the message.
long small_value(const Source& source, const Expression& expression, const IntegerNames& names, const std::string& what,
                 long lowest, long highest);

/// An index and the range it runs through, "i = 1..l", with both ends included; empty if last = first - 1.
struct IndexRange {
  std::string name;
  long first;
  long last;
};
/// At most 1000 values. Throws ParseError; a range such as 3..1 too, which is more likely a mistake than empty.
IndexRange index_range(const Source& source, const Expression& expression, const IntegerNames& names);

}  // namespace isthmus
