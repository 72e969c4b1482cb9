// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Serves Envoys what a mesh translates to, over java-control-plane's server. */
// gRPC and java-control-plane are in jars that have no module descriptor.
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"}) // See above.
module io.rutter.javacontrolplane {
  requires transitive io.rutter.translator;
  requires transitive io.grpc;
  requires io.grpc.stub;
  requires cache;
  requires server;
  requires static transitive com.google.errorprone.annotations;

  exports io.rutter.javacontrolplane;
}
