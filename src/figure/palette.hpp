#pragma once

#include <cstddef>

#include "figure/canvas.hpp"
#include "plot/picture.hpp"

namespace isthmus {

/// Different for different components. The first eight can be told apart with every kind of colour vision (after Okabe,
/// Ito, Color Universal Design, 2008).
Colour component_colour(std::size_t component);

/// A light tint of a colour, for areas; `share` of white.
Colour tint(const Colour& colour, double share);
/// Towards black, for surfaces turned away from the light; `light` in [0, 1].
Colour shaded(const Colour& colour, double light);

inline constexpr Colour kInk{0x22, 0x22, 0x22};
inline constexpr Colour kFaint{0x88, 0x88, 0x88};
inline constexpr Colour kPale{0xdd, 0xdd, 0xdd};

/// The colour of a piece: that of its component, or `otherwise`.
Colour colour_of(const Owner& owner, const Colour& otherwise);

}  // namespace isthmus
