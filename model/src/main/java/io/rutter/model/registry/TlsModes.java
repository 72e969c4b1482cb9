// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.registry;

import java.util.Map;

/** Whether a workload takes mutual TLS. Istio document: Resource labels. */
public final class TlsModes {
  /** A sidecar takes mutual TLS. */
  public static final String ISTIO = "istio";

  /** Nothing takes mutual TLS. */
  public static final String DISABLED = "disabled";

  private static final String LABEL = "security.istio.io/tlsMode";

  private TlsModes() {}

  /** What the label {@code security.istio.io/tlsMode} says, else {@link #DISABLED}. */
  public static String of(Map<String, String> labels) {
    return of(labels, DISABLED);
  }

  /** What the label {@code security.istio.io/tlsMode} says, else the other value. */
  public static String of(Map<String, String> labels, String otherwise) {
    return labels.getOrDefault(LABEL, otherwise);
  }
}
