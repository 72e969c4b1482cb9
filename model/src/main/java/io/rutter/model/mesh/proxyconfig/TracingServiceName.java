// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh.proxyconfig;

/** How the service name in traces is derived (Istio reference: ProxyConfig.TracingServiceName). */
public enum TracingServiceName {
  /** Label {@code app} and namespace, joined by a dot. This is the default. */
  APP_LABEL_AND_NAMESPACE,
  /** Canonical name of the workload. */
  CANONICAL_NAME_ONLY,
  /** Canonical name and namespace, joined by a dot. */
  CANONICAL_NAME_AND_NAMESPACE
}
