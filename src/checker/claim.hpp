#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "checker/curvature_claims.hpp"
#include "checker/curve_claims.hpp"
#include "checker/hidden_units_claims.hpp"
#include "checker/matrix_claims.hpp"
#include "checker/real_claims.hpp"
#include "checker/set_claims.hpp"
#include "checker/symmetry_claims.hpp"

namespace isthmus::check {

/// The set of weights with network = target has the stated number of components, in every instance.
struct NetworkComponents {
  std::vector<CountedNetwork> instances;
};
/// The same of the set where |target - network|^2 is least.
struct Argmin {
  std::vector<CountedNetwork> instances;
};

/// What a claim file (proofs/CLAIMS.md) states: plain data.
struct Claim {
  using Body = std::variant<NetworkComponents, Argmin, CountedSet, Product, Orbits, std::vector<Identity>,
                            std::vector<InverseMaps>, std::vector<Cover>, std::vector<RealStatement>, Homogeneous,
                            std::vector<HiddenUnits>, std::vector<ForwardPasses>, std::vector<Inequality>,
                            std::vector<Transport>, std::vector<ComponentPair>, std::vector<OrbitDistance>,
                            std::vector<Exponentials>, std::vector<Continuity>, SigmoidNetworks,
                            std::vector<CurveClaim>, std::vector<ExponentialCurve>, SkewCurves,
                            std::vector<Hypersurface>>;
  std::string id;
  std::string statement;  ///< for people
  std::string expected;   ///< "proved", "refuted", "vacuous", "undecided"
  /// No dimension is used but as the size of a matrix: so the statement has one form in all dimensions.
  bool sizes_only = false;
  Body body;
};

/// Reads a claim file, strictly. Throws InvalidClaim with the place and the problem, Declined beyond the limits.
Claim read_claim(std::string_view text, const std::string& file);

}  // namespace isthmus::check
