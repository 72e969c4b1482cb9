// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.tls;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;

/** Names of cipher suites as BoringSSL, and with it Envoy, has them. */
public final class CipherSuites {
  /**
   * What mutual TLS of the mesh allows by default. Istio document: Global Mesh Options, meshMTLS.
   */
  static final ImmutableList<String> MESH =
      ImmutableList.of(
          "ECDHE-ECDSA-AES256-GCM-SHA384",
          "ECDHE-RSA-AES256-GCM-SHA384",
          "ECDHE-ECDSA-AES128-GCM-SHA256",
          "ECDHE-RSA-AES128-GCM-SHA256",
          "AES256-GCM-SHA384",
          "AES128-GCM-SHA256");

  private static final ImmutableSet<String> KNOWN =
      ImmutableSet.<String>builder()
          .addAll(MESH)
          .add("ECDHE-ECDSA-CHACHA20-POLY1305")
          .add("ECDHE-RSA-CHACHA20-POLY1305")
          .add("ECDHE-ECDSA-AES128-SHA")
          .add("ECDHE-RSA-AES128-SHA")
          .add("ECDHE-ECDSA-AES256-SHA")
          .add("ECDHE-RSA-AES256-SHA")
          .add("AES128-SHA")
          .add("AES256-SHA")
          .add("DES-CBC3-SHA")
          .add("ALL")
          .add("")
          .build();

  private CipherSuites() {}

  /**
   * The suites without repeats and without names that Envoy would refuse. Expressions such as
   * {@code -ALL} and {@code [A|B]} are not looked into.
   */
  static ImmutableList<String> known(List<String> suites) {
    return suites.stream()
        .distinct()
        .filter(suite -> KNOWN.contains(suite) || !Character.isLetterOrDigit(suite.charAt(0)))
        .collect(toImmutableList());
  }
}
