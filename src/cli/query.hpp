#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/output_file.hpp"
#include "cli/supervisor.hpp"
#include "report/answers.hpp"

namespace isthmus {

/// Everything that a query leaves behind.
struct QueryResult {
  int exit_code = 0;
  std::string out;
  std::string err;
  std::vector<OutputFile> files;
};

/// One question about a set, asked in a process of its own.
struct Query {
  /// Reads the set, calls `known` with its heading as soon as it is read, and answers. May throw: InvalidInput is bad
  /// input, Undecided leads to `undecided`, anything else is an internal error.
  std::function<QueryResult(Channel& channel, const std::function<void(const SetHeading&)>& known)> answer;
  /// The answer if none was found; the heading is empty if the set was not even read.
  std::function<QueryResult(const SetHeading& heading, const std::string& reason)> undecided;
};

/// Runs the query within its limits, prints, writes its files, and returns the exit code.
int run_query(const Query& query, const Limits& limits);

}  // namespace isthmus
