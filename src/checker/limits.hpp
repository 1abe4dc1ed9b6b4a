#pragma once

#include <cstddef>
#include <string>

#include "checker/outcome.hpp"

namespace isthmus::check {

/// Sizes that this program does not go beyond, so that no input, however short, makes it run away: what passes one is
/// declined where it arises. The list of proofs/FORMAT.md, section 1.
namespace limits {
inline constexpr std::size_t kClaimBytes = std::size_t{1} << 20;        ///< of a claim file
inline constexpr std::size_t kCertificateBytes = std::size_t{1} << 28;  ///< of a certificate
inline constexpr std::size_t kJsonDepth = 2000;                         ///< of arrays and objects in each other
inline constexpr std::size_t kJsonKeys = 10'000;                        ///< of one object
inline constexpr std::size_t kTomlDepth = 100;                          ///< of arrays and tables in each other
inline constexpr std::size_t kTomlDots = 1000;                          ///< of all keys of a claim file
inline constexpr std::size_t kTextDepth = 200;                          ///< of parentheses, signs and exponents
inline constexpr std::size_t kNodeDepth = 500;                          ///< of proof and count nodes in each other
inline constexpr std::size_t kBits = std::size_t{1} << 22;              ///< of an integer
inline constexpr std::size_t kExponent = 10'000;                        ///< in a text
inline constexpr std::size_t kDegree = 65'535;                          ///< in one variable
inline constexpr std::size_t kVariables = 1000;                         ///< of a polynomial ring
inline constexpr std::size_t kTerms = 1'000'000;                        ///< of a polynomial
inline constexpr std::size_t kTermProducts = std::size_t{1} << 24;      ///< of two polynomials that are multiplied
inline constexpr std::size_t kEntries = 10'000;                         ///< of a matrix that is written out
inline constexpr std::size_t kSymbols = 1000;                           ///< of a sign analysis: factors and variables
inline constexpr std::size_t kComponents = 1'000'000'000;               ///< of the set of a count node
inline constexpr long kMatrixSize = 1000;                               ///< rows and columns in a claim
inline constexpr long kPower = 1000;                                    ///< an exponent over anything but a number
}  // namespace limits

/// Throws Declined, naming what there is too much of ("terms in a polynomial"), if `number` is above `most`.
inline void require_at_most(std::size_t most, std::size_t number, const char* what) {
  if (number <= most) return;
  throw Declined("more than " + std::to_string(most) + " " + what + ", the limit of this program");
}

/// Bounds the processor time and the memory of this process from now on. When one of them is used up the process prints
/// that and ends with status 2.
void limit_time_and_memory(std::size_t seconds, std::size_t megabytes);

}  // namespace isthmus::check
