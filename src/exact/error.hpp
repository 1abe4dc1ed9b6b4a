#pragma once

#include <stdexcept>
#include <string>

namespace isthmus {

/// Root of every error that Isthmus throws on purpose.
class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The caller's data break a documented precondition. The message names what was wrong and where.
class InvalidInput : public Error {
 public:
  using Error::Error;
};

/// A fact that the theory guarantees failed at run time: a defect of Isthmus, never an answer.
class InternalError : public Error {
 public:
  using Error::Error;
};

/// A computation was given up: outside the method, or a stated bound was reached. Becomes the verdict "undecided".
class Undecided : public Error {
 public:
  using Error::Error;
};

/// Throws InvalidInput with `message` unless `condition`; on in every build type.
inline void require(bool condition, const std::string& message) {
  if (!condition) throw InvalidInput(message);
}

/// Throws InternalError with `message` unless `condition`; on in every build type.
inline void ensure(bool condition, const char* message) {
  if (!condition) throw InternalError(message);
}

}  // namespace isthmus
