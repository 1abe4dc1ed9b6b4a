#pragma once

namespace isthmus {

/// How the program ends; scripts rely on these numbers.
enum ExitCode : int {
  exit_as_expected = 0,     ///< every claim has its expected verdict; a query is decided
  exit_differs = 1,         ///< some verdict differs from the expected one
  exit_undecided = 2,       ///< something stayed undecided
  exit_bad_input = 3,       ///< bad input or usage, an empty selection too
  exit_internal_error = 4,  ///< a defect of the program
};

}  // namespace isthmus
