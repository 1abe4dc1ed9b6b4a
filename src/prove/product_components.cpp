#include <algorithm>

#include "connect/open_components.hpp"
#include "exact/error.hpp"
#include "prove/counted_set.hpp"
#include "prove/provers.hpp"

namespace isthmus {
namespace {

bool is_open(const SemialgebraicSet& set) {
  const auto atoms = set.formula.atoms();
  return std::all_of(atoms.begin(), atoms.end(), [](const Atom& atom) { return is_strict(atom.relation); });
}

/// Decomposes an open set as a whole, without the rule for products, so that a claim about products is put to the test.
std::size_t count_as_a_whole(const SemialgebraicSet& set, ProofBuilder& builder, const Progress& progress) {
  const OpenComponents components(set, {}, progress);
  std::vector<std::string> lines{to_string(set), "decomposed as a whole, without the rule for products: " +
                                                     std::to_string(components.count()) + " components"};
  for (std::size_t i = 0; i < components.count(); ++i) {
    lines.push_back("  " + to_string(to_algebraic(components.sample(i)), set.ring));
  }
  builder.step("count-as-a-whole", lines);
  for (const Theorem theorem : {Theorem::codimension_one, Theorem::delineability, Theorem::intermediate_values}) {
    builder.rest_on(theorem);
  }
  return components.count();
}

Finding decide_product(const ProductComponents& claim, ProofBuilder& builder, SetCounter& counter,
                       const Progress& progress) {
  std::vector<Finding> findings;
  for (const CountedSet& factor : claim.factors) {
    const Finding finding = decide_counted_set(factor, counter);
    if (finding.verdict != Verdict::proved) return finding;
  }
  if (!is_open(claim.product))
    return decide_counted_set({claim.product.formula.to_string(), claim.product, claim.count}, counter);
  const Integer components(static_cast<long>(count_as_a_whole(claim.product, builder, progress)));
  if (claim.count.admits(components)) return found_proved();
  return found_refuted({"claimed: " + claim.count.to_string(),
                        to_string(claim.product) + " has exactly " + components.to_string() + " components"});
}

}  // namespace

Proof prove_product_components(const ProductComponents& claim, const Progress& progress) {
  ProofBuilder builder;
  SetCounter counter(builder, progress);
  return builder.over_instances({""}, Scope::all,
                                [&](std::size_t) { return decide_product(claim, builder, counter, progress); });
}

}  // namespace isthmus
