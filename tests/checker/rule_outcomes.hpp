#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <exception>
#include <string>
#include <vector>

#include "checker/nodes.hpp"
#include "checker/outcome.hpp"
#include "checker/query.hpp"
#include "checker/session.hpp"

namespace isthmus::check::test {

/// A certificate text with ' for ", and the line feed at its end.
inline std::unique_ptr<Json> json_of(std::string text) {
  std::replace(text.begin(), text.end(), '\'', '"');
  return read_json(text + "\n");
}

/// A set by text; variables "x,y" in their order.
inline Set set_of(const std::string& text, std::vector<std::string> variables = {},
                  std::vector<std::string> parameters = {}, const std::string& assumption = "") {
  return query_set({text, std::move(variables), std::move(parameters), assumption, {}, {}});
}

/// What came of a check: the text it returns, or "rejected: rule: message", "declined: ..", "error: ..".
template <class Check>
std::string outcome_of_check(const Check& check) {
  try {
    return check();
  } catch (const Rejection& rejection) {
    return std::string("rejected: ") + rejection.what();
  } catch (const Declined& declined) {
    return std::string("declined: ") + declined.what();
  } catch (const std::exception& error) {
    return std::string("error: ") + error.what();
  }
}

/// "3": the number of components that a count node establishes.
inline std::string counted(const Set& set, const std::string& node) {
  return outcome_of_check([&] {
    Session session;
    return std::to_string(check_count(set, *json_of(node), session).number);
  });
}

/// "empty", if a proof node shows it.
inline std::string emptied(const Set& set, const std::string& node) {
  return outcome_of_check([&] {
    Session session;
    check_empty(set, *json_of(node), session);
    return std::string("empty");
  });
}

/// "1 2": the numbers of the regions, in their order.
inline std::string counted_over_parameters(const Set& set, const std::string& node) {
  return outcome_of_check([&] {
    Session session;
    std::string numbers;
    for (const std::size_t number : check_counts(set, *json_of(node), session)) {
      numbers += (numbers.empty() ? "" : " ") + std::to_string(number);
    }
    return numbers;
  });
}

/// What a certificate says about a query.
inline std::string answered(const Query& query, const std::string& certificate) {
  return outcome_of_check([&] {
    Session session;
    return check_query(query, *json_of(certificate), session);
  });
}

/// A node and what comes of it; the whole answer if it is accepted, a part of the message if it is refused.
struct Case {
  std::string node;
  std::string expected;
};

template <class Answer>
void check_cases(const Answer& answer, const std::vector<Case>& cases) {
  for (const auto& [node, expected] : cases) {
    CAPTURE(node);
    const std::string result = answer(node);
    CAPTURE(result);
    if (expected == "empty" || expected.find_first_not_of("0123456789 ") == std::string::npos) {
      CHECK(result == expected);
    } else {
      CHECK(contains(result, "rejected: certificate"));
      CHECK(contains(result, expected));
    }
  }
}

inline void check_counts(const Set& set, const std::vector<Case>& cases) {
  check_cases([&](const std::string& node) { return counted(set, node); }, cases);
}
inline void check_family_counts(const Set& set, const std::vector<Case>& cases) {
  check_cases([&](const std::string& node) { return counted_over_parameters(set, node); }, cases);
}
inline void check_emptiness(const Set& set, const std::vector<Case>& cases) {
  check_cases([&](const std::string& node) { return emptied(set, node); }, cases);
}

}  // namespace isthmus::check::test
