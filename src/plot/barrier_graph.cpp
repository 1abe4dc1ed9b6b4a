#include "plot/barrier_graph.hpp"

#include <algorithm>

#include "exact/error.hpp"

namespace isthmus {
namespace {

constexpr long kPieces = 240;
constexpr long kBits = 64;

struct Sampled {
  Rational at;
  Rational value;
};

Rational near(const RealValue& value) { return midpoint(value.lower(), value.upper()); }

FunctionGraph graph(std::vector<std::string> names, const Range& range, const std::vector<Sampled>& samples,
                    const Sampled& mark) {
  Rational highest = mark.value;
  for (const Sampled& sample : samples) highest = std::max(highest, sample.value);
  if (highest.is_zero()) highest = Rational(1);
  FunctionGraph result{std::move(names), {range, {Rational(0), highest * Rational(11, 10)}}, {}, {}};
  const auto place = [&](const Sampled& sample) {
    return FlatPoint{result.box[0].unit(sample.at), result.box[1].unit(sample.value)};
  };
  for (const Sampled& sample : samples) result.points.push_back(place(sample));
  result.marks.push_back(place(mark));
  return result;
}

}  // namespace

FunctionGraph loss_on_segment(const Rescaling& rescaling, const Rational& squared_norm) {
  std::vector<Sampled> samples;
  for (long i = 0; i <= kPieces; ++i) {
    const Rational alpha(i, kPieces);
    samples.push_back({alpha, near(barrier_value(rescaling, alpha, squared_norm, kBits))});
  }
  const BarrierMaximum maximum = barrier_maximum(rescaling, squared_norm, kBits);
  const Rational alpha = maximum.alpha ? near(*maximum.alpha) : Rational(0);
  return graph({"\u03b1", "loss"}, {Rational(0), Rational(1)}, samples, {alpha, near(maximum.value)});
}

FunctionGraph barrier_over_scales(const Rational& degree, const Rational& largest, const Rational& squared_norm) {
  const Rational one(1);
  require(largest != one, "the scales from 1 to 1 are no interval");
  const Range range{std::min(one, largest), std::max(one, largest)};
  std::vector<Sampled> samples;
  for (long i = 0; i <= kPieces; ++i) {
    const Rational scale = range.lower + range.width() * Rational(i, kPieces);
    samples.push_back({scale, near(barrier_maximum({degree, scale}, squared_norm, kBits).value)});
  }
  const Sampled mark{largest, largest < one ? samples.front().value : samples.back().value};
  return graph({"m", "barrier"}, range, samples, mark);
}

}  // namespace isthmus
