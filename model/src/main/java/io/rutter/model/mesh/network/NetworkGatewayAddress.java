// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh.network;

import static java.util.Objects.requireNonNull;

/** The address of a gateway of a network (Istio reference: Network.IstioNetworkGateway). */
public sealed interface NetworkGatewayAddress {
  /** Which of the forms this is. */
  Kind kind();

  /** The forms of {@link NetworkGatewayAddress}. */
  enum Kind {
    /** {@link Service}. */
    SERVICE,
    /** {@link Address}. */
    ADDRESS
  }

  /**
   * Full host name of the gateway service in the registry, whose external addresses are used.
   *
   * @param value what {@code registryServiceName} holds
   */
  record Service(String value) implements NetworkGatewayAddress {
    /** Checks that the value is not null. */
    public Service {
      requireNonNull(value, "value");
    }

    @Override
    public Kind kind() {
      return Kind.SERVICE;
    }
  }

  /**
   * IP address, or a name that resolves outside.
   *
   * @param value what {@code address} holds
   */
  record Address(String value) implements NetworkGatewayAddress {
    /** Checks that the value is not null. */
    public Address {
      requireNonNull(value, "value");
    }

    @Override
    public Kind kind() {
      return Kind.ADDRESS;
    }
  }
}
