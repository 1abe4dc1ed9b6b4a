#include <algorithm>
#include <utility>

#include "prove/counted_set.hpp"
#include "prove/provers.hpp"
#include "reduce/normal_form.hpp"

namespace isthmus {
namespace {

bool is_open(const SemialgebraicSet& set) {
  const auto atoms = set.formula.atoms();
  return std::all_of(atoms.begin(), atoms.end(), [](const Atom& atom) { return is_strict(atom.relation); });
}

/// Decomposes an open set as a whole, without the rule for products, so that a claim about products is put to the test.
SetCount count_as_a_whole(const SemialgebraicSet& set, ProofBuilder& builder, const Progress& progress) {
  SemialgebraicSet normalised = set;
  normalised.formula = normalise(set.formula);
  const ReducedSetPtr whole = std::make_shared<const ReducedSet>(ReducedSet{set, normalised, OpenPart{}});
  CountOptions options;
  options.progress = progress;
  SetCount counted{set, whole, count_components(whole, options)};
  std::vector<std::string> lines{to_string(set), "decomposed as a whole, without the rule for products: " +
                                                     std::to_string(counted.components->count()) + " components"};
  for (std::size_t i = 0; i < counted.components->count(); ++i) {
    lines.push_back("  " + to_string(counted.components->sample(i), set.ring));
  }
  builder.step("count-as-a-whole", lines);
  builder.rest_on(theorems_of(*whole));
  return counted;
}

SetCount count_product_set(const SemialgebraicSet& set, ProofBuilder& builder, const Progress& progress) {
  if (is_open(set)) return count_as_a_whole(set, builder, progress);
  CountOptions options;
  options.progress = progress;
  const ReducedSetPtr reduced = reduce(set);
  SetCount counted{set, reduced, count_components(reduced, options)};
  std::vector<std::string> lines{to_string(set)};
  counted.components->describe(lines, 2);
  builder.step("count", lines);
  builder.rest_on(theorems_of(*reduced));
  return counted;
}

Finding decide_product(const ProductComponents& claim, ProofBuilder& builder, SetCounter& counter,
                       const Progress& progress) {
  std::vector<CountedFamily> factors;
  for (std::size_t i = 0; i < claim.factors.size(); ++i) {
    Finding finding = decide_counted_set(claim.factors[i], i, counter);
    if (finding.verdict != Verdict::proved) return finding;
    factors.push_back(std::get<SetEvidence>(finding.evidence).counted);
  }
  const SetCount product = count_product_set(claim.product, builder, progress);
  const Integer components(static_cast<long>(product.components->count()));
  if (claim.count.admits(components)) return found_proved(ProductEvidence{std::move(factors), product});
  std::vector<std::string> lines{
      "claimed: " + claim.count.to_string(),
      to_string(claim.product) + " has exactly " + components.to_string() + " components"};
  for (std::size_t i = 0; i < std::min<std::size_t>(product.components->count(), 16); ++i) {
    lines.push_back("  " + to_string(product.components->sample(i), claim.product.ring));
  }
  return found_refuted(std::move(lines), ProductRefutation{product});
}

}  // namespace

Proof prove_product_components(const ProductComponents& claim, const Progress& progress) {
  ProofBuilder builder;
  SetCounter counter(builder, progress);
  return builder.over_instances({""}, Scope::all,
                                [&](std::size_t) { return decide_product(claim, builder, counter, progress); });
}

}  // namespace isthmus
