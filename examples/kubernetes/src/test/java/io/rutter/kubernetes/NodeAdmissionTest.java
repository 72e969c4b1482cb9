// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import io.rutter.javacontrolplane.XdsClient;
import org.junit.jupiter.api.Test;

/** Who may be which node. */
class NodeAdmissionTest {
  private static boolean isLetIn(boolean isTls, String... names) {
    XdsClient client =
        new XdsClient(
            "sidecar~10.1.0.1~a-1.shop~shop.svc.cluster.local", "", ImmutableSet.copyOf(names));
    return new NodeAdmission(isTls).refusal(client).isEmpty();
  }

  @Test
  void withTlsTheNamespaceMustBeProven() {
    assertThat(isLetIn(true, "spiffe://cluster.local/ns/shop/sa/any")).isTrue();
    assertThat(isLetIn(true, "a-1.shop")).isTrue();
    assertThat(isLetIn(true)).isFalse();
    assertThat(isLetIn(true, "spiffe://cluster.local/ns/other/sa/any")).isFalse();
    assertThat(isLetIn(true, "spiffe://cluster.local/ns/shop")).isFalse();
    assertThat(isLetIn(true, "https://cluster.local/ns/shop/sa/any")).isFalse();
    assertThat(isLetIn(true, "a-2.shop")).isFalse();
  }

  @Test
  void withoutTlsNobodyProvesAnything() {
    assertThat(isLetIn(false)).isTrue();
  }
}
