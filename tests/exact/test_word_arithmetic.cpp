#include <doctest/doctest.h>

#include <flint/nmod_poly.h>

#include "exact/chinese_remainder.hpp"
#include "exact/random_values.hpp"
#include "exact/word_interpolation.hpp"
#include "exact/word_resultant.hpp"

using namespace isthmus;

namespace {

nmod_t modulo(ulong p) {
  nmod_t modulus;
  nmod_init(&modulus, p);
  return modulus;
}

/// Residues of an integer determinant: the Sylvester matrix of formal degrees, through exact rational elimination.
ulong sylvester_determinant(const std::vector<long>& a, const std::vector<long>& b, ulong p) {
  const std::size_t m = a.size() - 1;
  const std::size_t n = b.size() - 1;
  Matrix sylvester(m + n, m + n);
  for (std::size_t row = 0; row < m + n; ++row) {
    const std::vector<long>& source = row < n ? a : b;
    const std::size_t shift = row < n ? row : row - n;
    for (std::size_t i = 0; i < source.size(); ++i) sylvester.set(row, shift + i, source[source.size() - 1 - i]);
  }
  return fmpz_fdiv_ui(sylvester.determinant().numerator().raw(), p);
}

std::vector<ulong> residues(const std::vector<long>& values, ulong p) {
  std::vector<ulong> result;
  for (const long value : values) result.push_back(fmpz_fdiv_ui(Integer(value).raw(), p));
  return result;
}

std::vector<long> random_coefficients(RandomValues& random, std::size_t degree) {
  std::vector<long> result;
  for (std::size_t i = 0; i <= degree; ++i) result.push_back(random.chance(3) ? 0 : random.between(-50, 50));
  return result;
}

}  // namespace

TEST_CASE("formal resultants are Sylvester determinants, with vanishing leading coefficients too") {
  const ulong large = word_primes_beyond(Integer(1)).front();
  for (std::uint64_t seed = 1; seed <= 500; ++seed) {
    INFO("seed ", seed);
    RandomValues random(seed);
    const ulong p = random.chance(2) ? large : 101;
    WordResultant word(modulo(p));
    const auto a = random_coefficients(random, random.below(6));
    const auto b = random_coefficients(random, random.below(6));
    if (a.size() + b.size() > 2) {
      CHECK(word.resultant(residues(a, p), residues(b, p)) == sylvester_determinant(a, b, p));
    }
  }
  CHECK(WordResultant(modulo(7)).resultant({3}, {0}) == 1);  // the empty determinant
}

TEST_CASE("formal discriminants are integer discriminants modulo p, with vanishing leading coefficients too") {
  const ulong large = word_primes_beyond(Integer(1)).front();
  const PolynomialRing ring({"c0", "c1", "c2", "c3", "c4", "t"});
  for (std::size_t degree = 1; degree <= 4; ++degree) {
    Polynomial generic(ring);
    for (std::size_t i = 0; i <= degree; ++i) {
      generic += Polynomial::variable(ring, i) * pow(Polynomial::variable(ring, 5), static_cast<unsigned>(i));
    }
    const Polynomial formula = discriminant(generic, 5);
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
      INFO("degree ", degree, " seed ", seed);
      RandomValues random(seed);
      const ulong p = random.chance(2) ? large : 103;
      const auto a = random_coefficients(random, degree);
      std::vector<Rational> point(a.begin(), a.end());
      point.resize(6);
      const Integer expected = formula.evaluate(point).numerator();
      CHECK(WordResultant(modulo(p)).discriminant(residues(a, p)) == fmpz_fdiv_ui(expected.raw(), p));
    }
  }
}

TEST_CASE("interpolation on a grid gives the polynomial back") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    INFO("seed ", seed);
    RandomValues random(seed);
    const ulong p = random.chance(2) ? word_primes_beyond(Integer(1)).front() : 31;
    const nmod_t modulus = modulo(p);
    std::vector<std::size_t> degrees;
    std::size_t size = 1;
    for (std::size_t i = 0; i < random.below(4); ++i) {
      degrees.push_back(random.below(6));
      size *= degrees.back() + 1;
    }
    std::vector<ulong> coefficients(size);
    for (ulong& c : coefficients) c = fmpz_fdiv_ui(random.with_bits(70).raw(), p);
    std::vector<ulong> values(size, 0);
    for (std::size_t point = 0; point < size; ++point) {
      for (std::size_t monomial = 0; monomial < size; ++monomial) {
        ulong term = coefficients[monomial];
        std::size_t point_rest = point;
        std::size_t monomial_rest = monomial;
        for (std::size_t k = degrees.size(); k-- > 0;) {
          const ulong at = point_rest % (degrees[k] + 1);
          term = nmod_mul(term, nmod_pow_ui(at, monomial_rest % (degrees[k] + 1), modulus), modulus);
          point_rest /= degrees[k] + 1;
          monomial_rest /= degrees[k] + 1;
        }
        values[point] = nmod_add(values[point], term, modulus);
      }
    }
    interpolate_grid(degrees, values, modulus);
    CHECK(values == coefficients);
  }
}

TEST_CASE("Chinese remaindering finds every integer within the bound, the ends included") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    INFO("seed ", seed);
    RandomValues random(seed);
    const Integer bound = abs(random.integer());
    const auto primes = word_primes_beyond(bound);
    Integer product(1);
    for (const ulong p : primes) {
      CHECK(p > (ulong{1} << 61));
      CHECK(p < (ulong{1} << 62));
      product *= Integer(static_cast<long>(p));
    }
    CHECK(product > Integer(2) * bound);
    std::vector<Integer> numbers{bound, -bound, Integer(0)};
    numbers.push_back(bound.is_zero() ? Integer(0) : random.with_bits(bound.bit_length() - 1));
    std::vector<std::vector<ulong>> table;
    for (const ulong p : primes) {
      table.emplace_back();
      for (const Integer& number : numbers) table.back().push_back(fmpz_fdiv_ui(number.raw(), p));
    }
    ChineseRemainder reconstruct(primes);
    for (std::size_t i = 0; i < numbers.size(); ++i) CHECK(reconstruct(table, i) == numbers[i]);
  }
}
