#include "report/curve_report.hpp"

#include <fmt/format.h>

#include "report/json_values.hpp"

namespace isthmus {
namespace {

std::string text_of(const Figure& figure) {
  const std::string about = " (about " + Ball::hull(figure.lower, figure.upper, 128).to_string(10) + ")";
  if (!figure.is_exact()) {
    return fmt::format("between {} and {}{}", figure.lower.to_string(), figure.upper.to_string(), about);
  }
  return figure.lower.to_string() + (figure.lower.is_integer() ? "" : about);
}

std::string line(const std::string& name, const std::optional<Figure>& figure) {
  return figure ? fmt::format("{:<24}{}\n", name, text_of(*figure)) : "";
}

Json to_json(const std::optional<Figure>& figure) {
  if (!figure) return Json();
  if (figure->is_exact()) return figure->lower.to_string();
  Json json;
  json["between"] = {figure->lower.to_string(), figure->upper.to_string()};
  return json;
}

}  // namespace

std::string curve_report(const CurveAnswer& answer) {
  const CurveFigures& figures = answer.figures;
  std::string text = answer.curve + "\n";
  text += line("distance of the ends D", figures.chord);
  text += line("length", figures.length);
  text += line("largest curvature", figures.curvature);
  text += line("its square", figures.squared_curvature);
  text += line("total curvature", figures.total_curvature);
  text += line("kappa_max D", figures.curvature_times_chord);
  text += line("d_max", figures.deviation);
  if (!figures.applies) return text + "Theorem 6.2, repaired: undecided: " + figures.reason + "\n";
  if (!*figures.applies) return text + "Theorem 6.2, repaired: does not apply: " + figures.reason + "\n";
  return text +
         "Theorem 6.2, repaired: applies: every point of the chord is at most d_max away from the curve, and from "
         "every level set it runs in\n";
}

std::string curve_json(const CurveAnswer& answer) {
  const CurveFigures& figures = answer.figures;
  Json json;
  json["schema"] = "isthmus.curve/1";
  json["status"] = figures.applies ? "decided" : "undecided";
  json["curve"] = answer.curve;
  json["squared_chord"] = to_json(figures.squared_chord);
  json["chord"] = to_json(figures.chord);
  json["length"] = to_json(figures.length);
  json["squared_curvature"] = to_json(figures.squared_curvature);
  json["curvature"] = to_json(figures.curvature);
  json["total_curvature"] = to_json(figures.total_curvature);
  json["curvature_times_chord"] = to_json(figures.curvature_times_chord);
  json["d_max"] = to_json(figures.deviation);
  json["applies"] = figures.applies ? Json(*figures.applies) : Json();
  json["reason"] = figures.reason.empty() ? Json() : Json(figures.reason);
  return json_text(json);
}

}  // namespace isthmus
