// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.destinationrule;

import static java.util.Objects.requireNonNull;

/** The algorithm that chooses an endpoint. */
public sealed interface LoadBalancerPolicy {
  /** Which of the forms this is. */
  Kind kind();

  /** The forms of {@link LoadBalancerPolicy}. */
  enum Kind {
    /** {@link Simple}. */
    SIMPLE,
    /** {@link Hashed}. */
    HASHED
  }

  /**
   * An algorithm without settings.
   *
   * @param value what {@code simple} holds
   */
  record Simple(SimpleLoadBalancer value) implements LoadBalancerPolicy {
    /** Checks that the value is not null. */
    public Simple {
      requireNonNull(value, "value");
    }

    @Override
    public Kind kind() {
      return Kind.SIMPLE;
    }
  }

  /**
   * A hash of the request, so that like requests keep to one endpoint.
   *
   * @param value what {@code consistentHash} holds
   */
  record Hashed(ConsistentHash value) implements LoadBalancerPolicy {
    /** Checks that the value is not null. */
    public Hashed {
      requireNonNull(value, "value");
    }

    @Override
    public Kind kind() {
      return Kind.HASHED;
    }
  }
}
