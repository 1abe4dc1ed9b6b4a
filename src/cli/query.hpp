#pragma once

#include <functional>
#include <optional>
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

/// What a query has found before it ends: not lost if it is ended from outside, or gives up.
class Findings {
 public:
  explicit Findings(Channel& channel) : channel_(channel) {}

  Channel& channel() const noexcept { return channel_; }
  /// The set is read.
  void found(const SetHeading& heading);
  /// The answer is there, only its certificate is not.
  void found(const QueryResult& unchecked);

  const SetHeading& heading() const noexcept { return heading_; }
  const std::optional<QueryResult>& unchecked() const noexcept { return unchecked_; }

 private:
  void tell() const;

  Channel& channel_;
  SetHeading heading_;
  std::optional<QueryResult> unchecked_;
};

/// One question about a set, asked in a process of its own.
struct Query {
  /// Reads the set, tells the findings as soon as they are there, and answers. May throw: InvalidInput is bad input,
  /// Undecided leads to `undecided` unless an answer was found, anything else is an internal error.
  std::function<QueryResult(Findings& findings)> answer;
  /// The answer if none was found; the heading is empty if the set was not even read.
  std::function<QueryResult(const SetHeading& heading, const std::string& reason)> undecided;
};

/// Runs the query within its limits, prints, writes its files, and returns the exit code.
int run_query(const Query& query, const Limits& limits);

}  // namespace isthmus
