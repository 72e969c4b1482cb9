// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Extensions of JUnit: golden files of a mesh, and tests of its calls. */
// The library of differences has no module descriptor.
@SuppressWarnings("requires-automatic") // See above.
module io.rutter.junit {
  requires transitive io.rutter.inspect;
  requires transitive org.junit.jupiter.api;
  requires io.github.javadiffutils;
  requires static transitive com.google.errorprone.annotations;

  exports io.rutter.junit;

  // JUnit makes the extensions.
  opens io.rutter.junit to
      org.junit.platform.commons;
}
