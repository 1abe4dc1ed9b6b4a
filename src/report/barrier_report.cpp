#include "report/barrier_report.hpp"

#include <fmt/format.h>

#include <array>

#include "exact/error.hpp"
#include "report/json_values.hpp"

namespace isthmus {
namespace {

constexpr long kMostBits = 4000000;

bool is_printable(const RealValue& value) {
  if (value.is_exact()) {
    const Rational& exact = value.exact();
    return exact.numerator().bit_length() + exact.denominator().bit_length() <= static_cast<std::size_t>(kMostBits);
  }
  const Ball ball = value.ball(64);
  const auto magnitude = arf_abs_bound_lt_2exp_si(arb_midref(ball.raw()));
  return magnitude > -kMostBits && magnitude < kMostBits;
}

std::string text_of(const RealValue& value) {
  if (value.is_exact()) return value.exact().to_string();
  return fmt::format("between {} and {}", value.lower().to_string(), value.upper().to_string());
}

/// A decimal hint behind what is long or enclosed.
std::string decimal_hint(const RealValue& value) {
  if (value.is_exact() && value.exact().is_integer()) return "";
  return " (about " + value.ball(64).to_string(10) + ")";
}

Json to_json(const RealValue& value) {
  if (value.is_exact()) return value.exact().to_string();
  Json json;
  json["between"] = {value.lower().to_string(), value.upper().to_string()};
  return json;
}

bool is_exact(const BarrierAnswer& answer) {
  return answer.value.is_exact() && answer.maximum.value.is_exact() &&
         (!answer.maximum.alpha || answer.maximum.alpha->is_exact());
}

}  // namespace

std::string barrier_report(const BarrierAnswer& answer) {
  std::string text = fmt::format("degree k = {}, scale m = {}, |Y|^2 = {}\n", answer.rescaling.degree.to_string(),
                                 answer.rescaling.scale.to_string(), answer.squared_norm.to_string());
  text += fmt::format("loss at alpha = {}: {}{}\n", answer.alpha.to_string(), text_of(answer.value),
                      decimal_hint(answer.value));
  if (answer.exceeds) text += fmt::format("which exceeds {}\n", answer.exceeds->to_string());
  text += fmt::format("largest loss on the segment: {}{}\n", text_of(answer.maximum.value),
                      decimal_hint(answer.maximum.value));
  if (!answer.maximum.alpha) return text + "the segment is a point (m = 1)\n";
  return text +
         fmt::format("taken at alpha = {}{}\n", text_of(*answer.maximum.alpha), decimal_hint(*answer.maximum.alpha));
}

std::string barrier_json(const BarrierAnswer& answer) {
  Json json;
  json["schema"] = "isthmus.barrier/1";
  json["status"] = is_exact(answer) ? "exact" : "enclosed";
  json["degree"] = answer.rescaling.degree.to_string();
  json["scale"] = answer.rescaling.scale.to_string();
  json["norm2"] = answer.squared_norm.to_string();
  if (answer.exceeds) json["exceeds"] = answer.exceeds->to_string();
  json["alpha"] = answer.alpha.to_string();
  json["value"] = to_json(answer.value);
  json["maximum"] = to_json(answer.maximum.value);
  json["argmax"] = answer.maximum.alpha ? to_json(*answer.maximum.alpha) : Json();
  return json_text(json);
}

void check_printable(const BarrierAnswer& answer) {
  const std::array<const RealValue*, 3> values{&answer.value, &answer.maximum.value,
                                               answer.maximum.alpha ? &*answer.maximum.alpha : &answer.value};
  for (const RealValue* value : values) {
    if (!is_printable(*value)) throw Undecided(fmt::format("a number of more than {} bits", kMostBits));
  }
}

}  // namespace isthmus
