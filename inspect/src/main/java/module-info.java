// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Answers where a call ends, and why, by the rules of Envoy; runs tests of calls. */
// See io.rutter.translator.
@SuppressWarnings("requires-automatic") // See above.
module io.rutter.inspect {
  requires transitive io.rutter.translator;
  requires transitive io.rutter.yaml;
  requires com.google.gson;
  requires re2j;
  requires org.yaml.snakeyaml;
  requires static auto.value.annotations;
  requires static java.compiler;
  requires static transitive com.google.errorprone.annotations;

  exports io.rutter.inspect;
  exports io.rutter.inspect.calltest;
  exports io.rutter.inspect.diff;
  exports io.rutter.inspect.division;
  exports io.rutter.inspect.graph;
}
