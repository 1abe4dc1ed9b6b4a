#include "curve/sigmoid_network.hpp"

#include <random>

#include "exact/ball_matrix.hpp"
#include "exact/error.hpp"

namespace isthmus {
namespace {

constexpr long kPrecisions[] = {128, 256, 512, 1024};  // bits

/// A sum of four uniform integers, scaled: variance about 1.
Matrix drawn(std::mt19937_64& engine, std::size_t rows, std::size_t columns) {
  Matrix result(rows, columns);
  for (std::size_t i = 0; i < rows; ++i) {
    for (std::size_t j = 0; j < columns; ++j) {
      long sum = 0;
      for (int k = 0; k < 4; ++k) sum += static_cast<long>(engine() % 111) - 55;
      result.set(i, j, Rational(sum) / Rational(64));
    }
  }
  return result;
}

/// 1/(1 + exp(-x)), entry by entry.
BallMatrix sigmoid(const BallMatrix& a, long precision) {
  BallMatrix result = a;
  for (long i = 0; i < arb_mat_nrows(a.raw()); ++i) {
    for (long j = 0; j < arb_mat_ncols(a.raw()); ++j) {
      auto* entry = arb_mat_entry(result.raw(), i, j);
      arb_neg(entry, entry);
      arb_exp(entry, entry, precision);
      arb_add_ui(entry, entry, 1, precision);
      arb_inv(entry, entry, precision);
    }
  }
  return result;
}

struct Weights {
  Matrix u;
  Matrix v;
  Matrix x;
  Matrix g;
};

/// False if the precision does not show the ranks.
bool enclose(const Weights& w, long precision, SigmoidNetwork& network) {
  const Matrix inner = w.v * w.x;
  const BallMatrix s = sigmoid(BallMatrix(inner, precision), precision);
  const BallMatrix r = sigmoid(BallMatrix(w.g * inner, precision), precision);
  const BallMatrix f = mul(BallMatrix(w.u, precision), s, precision);
  network.squared_norm = f.squared_norm(precision);
  const BallMatrix transpose = r.transpose();
  if (network.hidden >= network.samples) {
    // Full column rank: R^+ R = I, so F' = F.
    network.squared_change = Ball();
    return !mul(transpose, r, precision).determinant(precision).contains_zero();
  }
  // Full row rank: R^+ = T(R) inv(R T(R)), so F' = T(Z) R with R T(R) Z = R T(F).
  const auto z = mul(r, transpose, precision).solve(mul(r, f.transpose(), precision), precision);
  if (!z) return false;
  network.squared_change = sub(f, mul(z->transpose(), r, precision), precision).squared_norm(precision);
  return sub(network.squared_norm, network.squared_change, precision).sign() == 1;
}

}  // namespace

std::vector<SigmoidNetwork> sigmoid_networks(std::size_t count, std::size_t smallest, std::size_t largest,
                                             std::uint64_t seed) {
  require(1 <= smallest && smallest <= largest, "sizes of networks that are no range of positive numbers");
  std::mt19937_64 engine(seed);
  const auto size = [&] { return smallest + static_cast<std::size_t>(engine() % (largest - smallest + 1)); };
  std::vector<SigmoidNetwork> networks;
  for (std::size_t i = 0; i < count; ++i) {
    SigmoidNetwork network{size(), size(), size(), size(), {}, {}};
    const Weights weights{drawn(engine, network.outputs, network.hidden), drawn(engine, network.hidden, network.inputs),
                          drawn(engine, network.inputs, network.samples),
                          drawn(engine, network.hidden, network.hidden)};
    bool shown = false;
    for (const long precision : kPrecisions) {
      shown = enclose(weights, precision, network);
      if (shown) break;
    }
    if (!shown) throw Undecided("network " + std::to_string(i + 1) + ": the rank of sigma(gVX) was not shown");
    networks.push_back(std::move(network));
  }
  return networks;
}

}  // namespace isthmus
