#include "cli/query.hpp"

#include <cstdio>

#include "claim/parse_error.hpp"
#include "cli/exit_code.hpp"
#include "cli/packed_texts.hpp"
#include "exact/error.hpp"

namespace isthmus {
namespace {

std::string packed(const QueryResult& result) {
  std::vector<std::string> texts{std::to_string(result.exit_code), result.out, result.err};
  for (const OutputFile& file : result.files) {
    texts.push_back(file.path.string());
    texts.push_back(file.contents);
  }
  return pack(texts);
}

QueryResult unpacked_result(const std::string& text) {
  const std::vector<std::string> texts = unpack(text);
  QueryResult result{std::stoi(texts.at(0)), texts.at(1), texts.at(2), {}};
  for (std::size_t i = 3; i + 1 < texts.size(); i += 2) result.files.push_back({texts[i], texts[i + 1]});
  return result;
}

std::string packed(const SetHeading& heading) {
  std::vector<std::string> texts{std::to_string(heading.parameters.size())};
  texts.insert(texts.end(), heading.parameters.begin(), heading.parameters.end());
  texts.insert(texts.end(), heading.variables.begin(), heading.variables.end());
  return pack(texts);
}

SetHeading unpacked_heading(const std::string& text) {
  const std::vector<std::string> texts = unpack(text);
  const auto first_variable = texts.begin() + 1 + std::stol(texts.at(0));
  return {{texts.begin() + 1, first_variable}, {first_variable, texts.end()}};
}

QueryResult with_reason(QueryResult unchecked, const std::string& reason) {
  unchecked.err += "isthmus: " + reason + "\n";
  return unchecked;
}

QueryResult given_up(const Query& query, const Findings& findings, const std::string& reason) {
  if (findings.unchecked()) return with_reason(*findings.unchecked(), reason);
  return query.undecided(findings.heading(), reason);
}

/// The job of the child process.
std::string answered(const Query& query, Channel& channel) {
  Findings findings(channel);
  try {
    return packed(query.answer(findings));
  } catch (const TooLargeError& error) {
    return packed(given_up(query, findings, error.what()));
  } catch (const InvalidInput& error) {
    return packed({exit_bad_input, "", std::string("isthmus: ") + error.what() + "\n", {}});
  } catch (const Undecided& error) {
    return packed(given_up(query, findings, error.what()));
  }
}

/// The answer of a computation that was ended from outside.
QueryResult cut_off(const Query& query, const std::string& provisional, const std::string& reason) {
  if (provisional.empty()) return query.undecided({}, reason);
  const std::vector<std::string> texts = unpack(provisional);
  if (texts.size() > 1) return with_reason(unpacked_result(texts[1]), reason);
  return query.undecided(unpacked_heading(texts.at(0)), reason);
}

QueryResult result_of(const Query& query, const JobOutcome& outcome) {
  switch (outcome.end) {
    case JobOutcome::End::finished:
      return unpacked_result(outcome.result);
    case JobOutcome::End::crashed:
      return {exit_internal_error, "", "isthmus: internal error: " + outcome.reason + "\n", {}};
    default:
      return cut_off(query, outcome.provisional, outcome.reason);
  }
}

}  // namespace

void Findings::found(const SetHeading& heading) {
  heading_ = heading;
  tell();
}

void Findings::found(const QueryResult& unchecked) {
  unchecked_ = unchecked;
  tell();
}

void Findings::tell() const {
  std::vector<std::string> texts{packed(heading_)};
  if (unchecked_) texts.push_back(packed(*unchecked_));
  channel_.send(MessageKind::provisional, pack(texts));
}

int run_query(const Query& query, const Limits& limits) {
  Supervision supervision;
  supervision.limits = limits;
  const std::vector<Job> jobs{[&](Channel& channel) { return answered(query, channel); }};
  const JobOutcome outcome = supervise(jobs, supervision).front();
  const QueryResult result = result_of(query, outcome);
  for (const OutputFile& file : result.files) write_file(file);
  std::fputs(result.out.c_str(), stdout);
  std::fputs((outcome.errors + result.err).c_str(), stderr);
  return result.exit_code;
}

}  // namespace isthmus
