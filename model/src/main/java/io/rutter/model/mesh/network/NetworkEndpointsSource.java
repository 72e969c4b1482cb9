// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh.network;

import static java.util.Objects.requireNonNull;

/**
 * How endpoints of a network are recognized (Istio reference: Network.NetworkEndpoints). A registry
 * takes precedence over an address range.
 */
public sealed interface NetworkEndpointsSource {
  /** Which of the forms this is. */
  Kind kind();

  /** The forms of {@link NetworkEndpointsSource}. */
  enum Kind {
    /** {@link Cidr}. */
    CIDR,
    /** {@link Registry}. */
    REGISTRY
  }

  /**
   * Endpoints with an address in this CIDR range; ranges of networks must not overlap.
   *
   * @param value the value of {@code fromCidr}
   */
  record Cidr(String value) implements NetworkEndpointsSource {
    /** Checks that the value is not null. */
    public Cidr {
      requireNonNull(value, "value");
    }

    @Override
    public Kind kind() {
      return Kind.CIDR;
    }
  }

  /**
   * All of the registry (cluster) with this name.
   *
   * @param value the value of {@code fromRegistry}
   */
  record Registry(String value) implements NetworkEndpointsSource {
    /** Checks that the value is not null. */
    public Registry {
      requireNonNull(value, "value");
    }

    @Override
    public Kind kind() {
      return Kind.REGISTRY;
    }
  }
}
