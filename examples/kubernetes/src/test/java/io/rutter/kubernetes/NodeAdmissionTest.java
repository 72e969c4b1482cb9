// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import io.rutter.javacontrolplane.XdsClient;
import java.util.List;
import java.util.Optional;
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

  private static Optional<String> refusal(String id) {
    return new NodeAdmission(false).refusal(new XdsClient(id, ""));
  }

  @Test
  void anIdIsOneOfIstiosOrRefused() {
    String expected =
        " (expected: sidecar~IP~POD.NAMESPACE~DOMAIN or router~IP~POD.NAMESPACE~DOMAIN)";
    assertThat(refusal("router~10.1.0.1~edge-1.shop~shop.svc.cluster.local")).isEmpty();
    for (String id :
        List.of("my-envoy", "edge-1.shop", "router~bogus~x~y", "router~10.1.0.1~x.~y", "a~b~c")) {
      assertThat(refusal(id)).contains("its id is none of a proxy of Istio's" + expected);
    }
    for (String type : List.of("waypoint", "ztunnel")) {
      assertThat(refusal(type + "~10.1.0.1~w.shop~shop.svc.cluster.local"))
          .contains("proxies of the type " + type + " are not served" + expected);
    }
  }

  @Test
  void withoutTlsNobodyProvesAnything() {
    assertThat(isLetIn(false)).isTrue();
  }
}
