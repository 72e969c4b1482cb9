// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.tls;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;

/** Groups for the key exchange of TLS. Envoy document: {@code TlsParameters.ecdh_curves}. */
public final class EcdhCurves {
  private static final ImmutableSet<String> NAMES =
      ImmutableSet.of("P-256", "P-384", "P-521", "X25519", "X25519MLKEM768");

  private EcdhCurves() {}

  /** All names there are, for messages. */
  public static String names() {
    return String.join(", ", NAMES);
  }

  /** Whether Envoy knows a curve. */
  public static boolean isKnown(String curve) {
    return NAMES.contains(curve);
  }

  /** The curves that Envoy knows, without repeats; it rejects others and repeats. */
  public static ImmutableList<String> known(List<String> curves) {
    return curves.stream().distinct().filter(EcdhCurves::isKnown).collect(toImmutableList());
  }
}
