#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "exact/algebraic_point.hpp"
#include "exact/polynomial.hpp"

namespace isthmus {

/// JSON objects with their keys in the order in which they were put in: that of proofs/FORMAT.md.
using Json = nlohmann::ordered_json;

/// A node with nothing but its rule.
Json rule_node(const char* name);
/// The texts of polynomials.
Json polynomial_texts(const std::vector<Polynomial>& polynomials);
/// ["1/2",..]
Json point_json(const Point& point);
/// {"x":"1/2",..}: a rational point by the names of its coordinates.
Json point_object(const PolynomialRing& ring, const Point& point);

/// The canonical text of a certificate: no white space, but the members of the top-level arrays "lemmas" and
/// "instances" stand on lines of their own.
std::string certificate_text(const Json& document);

}  // namespace isthmus
