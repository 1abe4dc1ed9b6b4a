#include "report/components_report.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "report/json_values.hpp"
#include "report/point_text.hpp"

namespace isthmus {
namespace {


std::string samples_text(const ComponentsAnswer& answer, const CountedCase& counted, const std::string& indent) {
  std::string text;
  for (std::size_t i = 0; i < counted.samples.size(); ++i) {
    const auto& sample = counted.samples[i];
    text +=
        fmt::format("{}{}: {}\n", indent, i + 1,
                    sample ? point_text(answer.heading.variables, *sample) : "a point that was not written exactly");
  }
  return text;
}

std::string case_text(const ComponentsAnswer& answer, const CountedCase& counted) {
  std::string text = fmt::format("  if {}: {}", counted.when, components_text(counted.components));
  if (counted.components > 0 && !counted.at.empty()) {
    text += fmt::format(", at {}", point_text(answer.heading.parameters, to_algebraic(counted.at)));
  }
  return text + "\n" + samples_text(answer, counted, "    ");
}

std::string headline(const ComponentsAnswer& answer) {
  if (!answer.exact()) return fmt::format("undecided: {}\n", fmt::join(answer.undecided, "; "));
  if (answer.vacuous()) return fmt::format("vacuous: {}\n", kVacuous);
  if (!answer.common) return "the number of components depends on the parameters\n";
  const std::string empty = *answer.common == 0 ? ": the set is empty" : "";
  if (answer.heading.parameters.empty()) return components_text(*answer.common) + empty + "\n";
  return fmt::format("{} for all {} that the assumption admits{}\n", components_text(*answer.common),
                     fmt::join(answer.heading.parameters, ", "), empty);
}

Json samples_json(const ComponentsAnswer& answer, const CountedCase& counted) {
  Json samples = Json::array();
  for (const auto& sample : counted.samples) {
    samples.push_back(sample ? to_json(answer.heading.variables, *sample) : Json());
  }
  return samples;
}

Json case_json(const ComponentsAnswer& answer, const CountedCase& counted) {
  Json json;
  json["when"] = counted.when;
  json["components"] = counted.components;
  if (!counted.at.empty()) json["at"] = to_json(answer.heading.parameters, counted.at);
  json["samples"] = samples_json(answer, counted);
  return json;
}

}  // namespace

std::string components_report(const ComponentsAnswer& answer, const std::string& certificate) {
  std::string text = headline(answer);
  for (const CountedCase& counted : answer.cases) {
    text += answer.heading.parameters.empty() ? samples_text(answer, counted, "  ") : case_text(answer, counted);
  }
  if (!answer.method.empty()) text += fmt::format("method: {}\n", answer.method);
  if (!certificate.empty()) text += fmt::format("certificate: {}\n", certificate);
  return text;
}

std::string components_json(const ComponentsAnswer& answer, const std::string& certificate) {
  const bool parametric = !answer.heading.parameters.empty();
  Json json;
  json["schema"] = "isthmus.components/1";
  json["variables"] = answer.heading.variables;
  if (parametric) json["parameters"] = answer.heading.parameters;
  json["status"] = answer.exact() ? "exact" : "undecided";
  json["components"] = answer.exact() && answer.common ? Json(*answer.common) : Json();
  if (parametric) {
    json["cases"] = Json::array();
    for (const CountedCase& counted : answer.cases) json["cases"].push_back(case_json(answer, counted));
  }
  json["samples"] = parametric || answer.cases.empty() ? Json::array() : samples_json(answer, answer.cases.front());
  json["method"] = answer.method;
  json["reason"] = answer.vacuous() ? kVacuous : fmt::format("{}", fmt::join(answer.undecided, "; "));
  if (!certificate.empty()) json["certificate"] = certificate;
  return json_text(json);
}

}  // namespace isthmus
