// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh.proxyconfig;

import static java.util.Objects.requireNonNull;

/** Service name of a proxy in traces (Istio reference: ProxyConfig). */
public sealed interface ProxyClusterName {
  /** Which of the forms this is. */
  Kind kind();

  /** The forms of {@link ProxyClusterName}. */
  enum Kind {
    /** {@link Fixed}. */
    FIXED,
    /** {@link Derived}. */
    DERIVED
  }

  /**
   * A fixed name.
   *
   * @param value what {@code serviceCluster} holds
   */
  record Fixed(String value) implements ProxyClusterName {
    /** Checks that the value is not null. */
    public Fixed {
      requireNonNull(value, "value");
    }

    @Override
    public Kind kind() {
      return Kind.FIXED;
    }
  }

  /**
   * A name derived from the workload.
   *
   * @param value what {@code tracingServiceName} holds
   */
  record Derived(TracingServiceName value) implements ProxyClusterName {
    /** Checks that the value is not null. */
    public Derived {
      requireNonNull(value, "value");
    }

    @Override
    public Kind kind() {
      return Kind.DERIVED;
    }
  }
}
