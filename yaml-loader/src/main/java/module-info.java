// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Reads YAML and JSON documents to a mesh. */
@SuppressWarnings("module") // The modules that it exports to depend on it.
module io.rutter.yaml {
  requires transitive io.rutter.model;
  requires org.yaml.snakeyaml;
  requires static transitive com.google.errorprone.annotations;

  exports io.rutter.yaml;

  // What the modules of Rutter share, and nobody else.
  exports io.rutter.yaml.internal to
      io.rutter.inspect;
  exports io.rutter.yaml.internal.node to
      io.rutter.inspect;
  exports io.rutter.yaml.internal.text to
      io.rutter.inspect;
  exports io.rutter.yaml.internal.virtualservice to
      io.rutter.inspect;
}
