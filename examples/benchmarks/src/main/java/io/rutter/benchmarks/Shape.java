// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.benchmarks;

import java.util.Locale;

/** The shapes that are measured, each of the size that the figures are for. */
public enum Shape {
  /** 1,000 gateways with one host each. */
  GATEWAYS(new ManyGateways(1_000)),
  /** 1,000 VirtualServices that share one gateway host by path. */
  SHARED_HOST(new SharedGatewayHost(1_000)),
  /** 100 services of HTTP. */
  HTTP(new PlainServices(100, "http", 80)),
  /** 100 services of TCP. */
  TCP(new PlainServices(100, "tcp", 1_000)),
  /** 100 services of TLS. */
  TLS(new PlainServices(100, "tls", 1_000)),
  /** 100 services whose protocol is not declared. */
  UNDECLARED(new PlainServices(100, "some", 1_000)),
  /** 100 services with VirtualServices of five rules. */
  RULES(new RoutedServices(100)),
  /** 100 ServiceEntries over 1,000 WorkloadEntries. */
  ENTRIES(new SelectedEntries(100, 10)),
  /** 100 services with 1,000 policies. */
  POLICIES(new GuardedServices(100, 10)),
  /** 5,000 services with 50,000 endpoints. */
  LARGE(new ManyServices(5_000, 10)),
  /** 100 sidecars of one mesh of 1,000 services. */
  SIDECARS(new ManySidecars(100, 1_000));

  private final MeshShape mesh;

  Shape(MeshShape mesh) {
    this.mesh = mesh;
  }

  /** The mesh of this shape. */
  public MeshShape mesh() {
    return mesh;
  }

  /** The shape of a name as it is written on the command line: {@code shared-host}. */
  public static Shape parse(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** Its name on the command line. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
