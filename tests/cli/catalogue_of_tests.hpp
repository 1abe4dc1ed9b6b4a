#pragma once

#include <fstream>
#include <string>

#include "cli/run_program.hpp"

namespace isthmus {

/// Writes a claim file "the set (in x, y, a parameter a where it says so) has `count` components" to a directory.
inline void write_claim(const TemporaryDirectory& directory, const std::string& id, const std::string& set,
                        const std::string& count, const std::string& expected, const std::string& more = "",
                        const std::string& variables = R"("x", "y")") {
  std::ofstream(directory.file(id + ".toml")) << "format = 1\nid = \"" << id << "\"\ntitle = \"Title of " << id
                                              << "\"\nstatement = \"It has components.\"\nvariant = \"beyond\"\nexpected = \""
                                              << expected << "\"\nkind = \"components\"\n"
                                              << (more.rfind("amends", 0) == 0 ? more : "")
                                              << "[source]\npaper = \"A paper\"\n[components]\nset = \"" << set
                                              << "\"\nvariables = [" << variables << "]\ncount = \"" << count << "\"\n"
                                              << (more.rfind("amends", 0) == 0 ? "" : more);
}

}  // namespace isthmus
