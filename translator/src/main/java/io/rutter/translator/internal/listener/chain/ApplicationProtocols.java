// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.listener.chain;

import com.google.common.collect.ImmutableList;

/**
 * Application protocols (ALPN) by which filter chains are selected. Clients of the mesh offer
 * Istio's own when they use mutual TLS; the HTTP inspector detects the others in plain text.
 */
public final class ApplicationProtocols {
  /** HTTP in plain text. */
  public static final ImmutableList<String> PLAINTEXT_HTTP = ImmutableList.of("http/1.1", "h2c");

  /** HTTP over mutual TLS of the mesh. */
  public static final ImmutableList<String> MESH_HTTP =
      ImmutableList.of("istio-http/1.0", "istio-http/1.1", "istio-h2");

  /** Anything else over mutual TLS of the mesh. */
  public static final ImmutableList<String> MESH_TCP =
      ImmutableList.of("istio-peer-exchange", "istio");

  /** Everything over mutual TLS of the mesh. */
  public static final ImmutableList<String> MESH =
      ImmutableList.of(
          "istio", "istio-peer-exchange", "istio-http/1.0", "istio-http/1.1", "istio-h2");

  private ApplicationProtocols() {}
}
