#include "figure/palette.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace isthmus {
namespace {

constexpr std::array<Colour, 8> kDistinct{{{0x00, 0x72, 0xb2},
                                           {0xe6, 0x9f, 0x00},
                                           {0x00, 0x9e, 0x73},
                                           {0xcc, 0x79, 0xa7},
                                           {0xd5, 0x5e, 0x00},
                                           {0x56, 0xb4, 0xe9},
                                           {0x8c, 0x7a, 0x00},
                                           {0x4b, 0x3b, 0x8f}}};

std::uint8_t byte(double value) { return static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0, 1.0) * 255)); }

Colour mixed(const Colour& a, double b, double share) {
  const auto mix = [&](std::uint8_t c) { return byte((1 - share) * c / 255.0 + share * b); };
  return {mix(a.red), mix(a.green), mix(a.blue)};
}

/// Hue in turns.
Colour from_hue(double hue, double lightness) {
  const auto channel = [&](double shift) {
    const double wave = std::abs(std::fmod(hue + shift, 1.0) * 6 - 3) - 1;
    return byte(lightness * (0.15 + 0.85 * std::clamp(wave, 0.0, 1.0)));
  };
  return {channel(0), channel(2.0 / 3), channel(1.0 / 3)};
}

}  // namespace

Colour component_colour(std::size_t component) {
  if (component < kDistinct.size()) return kDistinct[component];
  constexpr double golden_section = 0.6180339887498949;
  const double hue = std::fmod(static_cast<double>(component) * golden_section, 1.0);
  return from_hue(hue, 0.55 + 0.15 * static_cast<double>(component % 3));
}

Colour tint(const Colour& colour, double share) { return mixed(colour, 1, share); }

Colour shaded(const Colour& colour, double light) { return mixed(colour, 0, 1 - std::clamp(light, 0.0, 1.0)); }

Colour colour_of(const Owner& owner, const Colour& otherwise) { return owner ? component_colour(*owner) : otherwise; }

}  // namespace isthmus
