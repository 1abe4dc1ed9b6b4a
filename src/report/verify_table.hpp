#pragma once

#include <string>
#include <vector>

#include "report/claim_result.hpp"

namespace isthmus {

/// The table of verdicts, row by row, so that it can be printed while the work goes on. Rows end with a newline.
class VerifyTable {
 public:
  /// The ids of all rows set the width of their column. With `colour` the verdicts are coloured for a terminal.
  VerifyTable(const std::vector<std::string>& ids, bool colour);

  std::string header() const;
  /// The row of a claim; below it, where the verdict is not the expected one or nothing was decided, the reason.
  std::string row(const ClaimResult& result) const;

 private:
  std::size_t id_width_;
  bool colour_;
};

}  // namespace isthmus
