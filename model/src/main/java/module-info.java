// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** An immutable model of Istio's configuration and of a service registry, and its validation. */
// RE2/J and the annotations of AutoValue have no module name of their own, and the model does not
// depend on its users.
@SuppressWarnings({"requires-automatic", "module"}) // See above.
module io.rutter.model {
  requires transitive com.google.common;
  requires transitive org.jspecify;
  requires com.google.gson;
  requires re2j;
  requires static auto.value.annotations;
  requires static java.compiler;
  requires static transitive com.google.errorprone.annotations;

  exports io.rutter.model;
  exports io.rutter.model.destinationrule;
  exports io.rutter.model.gateway;
  exports io.rutter.model.mesh;
  exports io.rutter.model.mesh.network;
  exports io.rutter.model.mesh.provider;
  exports io.rutter.model.mesh.proxyconfig;
  exports io.rutter.model.problem;
  exports io.rutter.model.proxy;
  exports io.rutter.model.registry;
  exports io.rutter.model.security;
  exports io.rutter.model.serviceentry;
  exports io.rutter.model.sidecar;
  exports io.rutter.model.validation;
  exports io.rutter.model.virtualservice;

  // What the modules of Rutter share, and nobody else.
  exports io.rutter.model.internal.collect to
      io.rutter.inspect,
      io.rutter.javacontrolplane,
      io.rutter.translator,
      io.rutter.yaml;
  exports io.rutter.model.internal.go to
      io.rutter.translator,
      io.rutter.yaml;
  exports io.rutter.model.internal.jwk to
      io.rutter.translator;
  exports io.rutter.model.internal.regex to
      io.rutter.inspect;
  exports io.rutter.model.internal.snapshot to
      io.rutter.inspect,
      io.rutter.javacontrolplane;
  exports io.rutter.model.internal.tls to
      io.rutter.translator;
  exports io.rutter.model.internal.validation.security to
      io.rutter.translator;
  exports io.rutter.model.internal.validation.virtualservice to
      io.rutter.translator;
}
