#pragma once

#include <cmath>

#include "plot/picture.hpp"

namespace isthmus {

inline SpacePoint operator+(const SpacePoint& a, const SpacePoint& b) { return {a.x + b.x, a.y + b.y, a.z + b.z}; }
inline SpacePoint operator-(const SpacePoint& a, const SpacePoint& b) { return {a.x - b.x, a.y - b.y, a.z - b.z}; }
inline SpacePoint operator*(double c, const SpacePoint& a) { return {c * a.x, c * a.y, c * a.z}; }
inline double dot(const SpacePoint& a, const SpacePoint& b) { return a.x * b.x + a.y * b.y + a.z * b.z; }
inline double length(const SpacePoint& a) { return std::sqrt(dot(a, a)); }

}  // namespace isthmus
