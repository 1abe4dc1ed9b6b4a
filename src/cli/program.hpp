#pragma once

namespace isthmus {

/// The program isthmus: reads the command line, runs the command, and returns an ExitCode. Never throws.
int run_program(int argc, const char* const* argv);

}  // namespace isthmus
