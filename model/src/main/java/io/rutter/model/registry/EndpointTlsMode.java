// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.registry;

import java.util.Map;

/**
 * Whether a workload takes the mesh's mutual TLS, as its label {@link #LABEL} says. Istio document:
 * Resource labels.
 */
public enum EndpointTlsMode {
  /** Nothing takes mutual TLS. The value {@code disabled} of the label. */
  DISABLED,
  /** A sidecar takes mutual TLS. The value {@code istio} of the label. */
  ISTIO,
  /**
   * Any other value of the label. Istio knows none, but tells it to Envoy, whose clusters have no
   * transport socket for it, so that it means plain text too.
   */
  OTHER;

  /** The label. */
  public static final String LABEL = "security.istio.io/tlsMode";

  /** What the label says, else {@link #DISABLED}. */
  public static EndpointTlsMode of(Map<String, String> labels) {
    return of(labels, DISABLED);
  }

  /** What the label says, else the other value. */
  public static EndpointTlsMode of(Map<String, String> labels, EndpointTlsMode otherwise) {
    String value = labels.get(LABEL);
    if (value == null) {
      return otherwise;
    }
    return switch (value) {
      case "disabled" -> DISABLED;
      case "istio" -> ISTIO;
      default -> OTHER;
    };
  }
}
