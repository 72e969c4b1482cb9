// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Translates a mesh to the xDS resources of Envoy, and prints them. */
// Envoy's messages are in a jar that has no module name of its own.
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic", "module"}) // See above.
module io.rutter.translator {
  requires transitive io.rutter.model;
  requires transitive api;
  requires transitive com.google.protobuf;
  requires com.google.protobuf.util;
  requires com.google.gson;
  requires re2j;
  requires static auto.value.annotations;
  requires static java.compiler;
  requires static transitive com.google.errorprone.annotations;

  exports io.rutter.translator;
  exports io.rutter.translator.output;

  // What the modules of Rutter share, and nobody else.
  exports io.rutter.translator.internal.proto to
      io.rutter.inspect;
}
