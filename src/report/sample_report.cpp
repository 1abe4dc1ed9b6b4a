#include "report/sample_report.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "report/json_values.hpp"
#include "report/point_text.hpp"

namespace isthmus {
namespace {


std::string case_text(const SampleAnswer& answer, const SampledCase& sampled) {
  const bool parametric = !answer.heading.parameters.empty();
  std::string text = parametric ? fmt::format("if {}: ", sampled.when) : "";
  text += components_text(sampled.components) + (sampled.components == 0 ? ": the set is empty" : "");
  if (parametric && sampled.components > 0) {
    text += fmt::format(", at {}", point_text(answer.heading.parameters, to_algebraic(sampled.at)));
  }
  text += "\n";
  for (const SamplePoint& sample : sampled.points) {
    text += fmt::format("  {}: {}\n", sample.component + 1, point_text(answer.heading.variables, sample.point));
  }
  return text;
}

Json points_json(const SampleAnswer& answer, const SampledCase& sampled) {
  Json points = Json::array();
  for (const SamplePoint& sample : sampled.points) {
    Json point;
    point["component"] = sample.component + 1;
    point["point"] = to_json(answer.heading.variables, sample.point);
    points.push_back(point);
  }
  return points;
}

Json case_json(const SampleAnswer& answer, const SampledCase& sampled) {
  Json json;
  json["when"] = sampled.when;
  json["components"] = sampled.components;
  json["at"] = to_json(answer.heading.parameters, sampled.at);
  json["samples"] = points_json(answer, sampled);
  return json;
}

}  // namespace

std::string sample_report(const SampleAnswer& answer) {
  std::string text;
  if (!answer.exact()) text += fmt::format("undecided: {}\n", fmt::join(answer.undecided, "; "));
  if (answer.vacuous()) text += fmt::format("vacuous: {}\n", kVacuous);
  for (const SampledCase& sampled : answer.cases) text += case_text(answer, sampled);
  if (!answer.note.empty()) text += "note: " + answer.note + "\n";
  return text;
}

std::string sample_json(const SampleAnswer& answer) {
  const bool parametric = !answer.heading.parameters.empty();
  Json json;
  json["schema"] = "isthmus.sample/1";
  json["variables"] = answer.heading.variables;
  if (parametric) json["parameters"] = answer.heading.parameters;
  json["status"] = answer.exact() ? "exact" : "undecided";
  if (parametric) {
    json["cases"] = Json::array();
    for (const SampledCase& sampled : answer.cases) json["cases"].push_back(case_json(answer, sampled));
  } else {
    const bool found = answer.exact() && !answer.cases.empty();
    json["components"] = found ? Json(answer.cases.front().components) : Json();
    json["samples"] = found ? points_json(answer, answer.cases.front()) : Json::array();
  }
  json["note"] = answer.note;
  json["reason"] = answer.vacuous() ? kVacuous : fmt::format("{}", fmt::join(answer.undecided, "; "));
  return json_text(json);
}

}  // namespace isthmus
