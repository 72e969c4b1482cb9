// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.rule;

import static io.rutter.translator.internal.resolve.RegistryFixtures.meta;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.WorkloadSelector;
import io.rutter.model.security.MutualTls;
import io.rutter.model.security.MutualTlsMode;
import io.rutter.model.security.PeerAuthentication;
import io.rutter.translator.internal.resolve.RegistryFixtures;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PeerAuthenticationIndexTest {
  private static final ImmutableMap<String, String> APP = ImmutableMap.of("app", "x");

  private static PeerAuthentication.Builder policy(
      String namespace, String name, int year, MutualTlsMode mode) {
    return PeerAuthentication.builder().metadata(meta(namespace, name, year)).mtls(tls(mode));
  }

  private static MutualTls tls(MutualTlsMode mode) {
    return MutualTls.builder().mode(mode).build();
  }

  private static PeerAuthenticationIndex index(PeerAuthentication... policies) {
    return RegistryFixtures.index(MeshSnapshot.builder().peerAuthentications(policies))
        .peerAuthentications();
  }

  @Test
  void permissiveWhereNothingIsSaid() {
    assertThat(index().forWorkload("a", APP).modeOf(80)).isEqualTo(MutualTlsMode.PERMISSIVE);
  }

  @Test
  void theOldestPolicyOfANamespaceCountsAndUnsetIsThatOfTheMesh() {
    PeerAuthenticationIndex index =
        index(
            policy("istio-system", "mesh", 2020, MutualTlsMode.STRICT).build(),
            policy("a", "newer", 2021, MutualTlsMode.PERMISSIVE).build(),
            policy("a", "older", 2020, MutualTlsMode.DISABLE).build(),
            policy("b", "unset", 2020, MutualTlsMode.UNSET).build());

    assertThat(index.forNamespace("a")).isEqualTo(MutualTlsMode.DISABLE);
    assertThat(index.forNamespace("b")).isEqualTo(MutualTlsMode.STRICT);
    assertThat(index.forNamespace("c")).isEqualTo(MutualTlsMode.STRICT);
  }

  @Test
  void aPolicyWithSelectorSetsPortsAndInheritsTheRest() {
    PeerAuthenticationIndex index =
        index(
            policy("a", "namespace", 2020, MutualTlsMode.STRICT)
                .portLevelMtls(ImmutableMap.of("81", tls(MutualTlsMode.DISABLE)))
                .build(),
            policy("a", "workload", 2020, MutualTlsMode.UNSET)
                .selector(WorkloadSelector.of(APP))
                .portLevelMtls(
                    ImmutableMap.of(
                        "80", tls(MutualTlsMode.DISABLE), "82", tls(MutualTlsMode.UNSET)))
                .build());

    PeerAuthenticationIndex.Effective effective = index.forWorkload("a", APP);

    assertThat(effective.modeOf(80)).isEqualTo(MutualTlsMode.DISABLE);
    assertThat(effective.modeOf(81)).isEqualTo(MutualTlsMode.STRICT);
    assertThat(effective.modeOf(82)).isEqualTo(MutualTlsMode.STRICT);
    assertThat(index.forWorkload("a", Map.of()).portModes()).isEmpty();
  }

  @Test
  void aSelectorInTheRootNamespaceSelectsNothing() {
    PeerAuthenticationIndex index =
        index(
            policy("istio-system", "selected", 2020, MutualTlsMode.STRICT)
                .selector(WorkloadSelector.of(APP))
                .build());

    assertThat(index.forWorkload("istio-system", APP).mode()).isEqualTo(MutualTlsMode.PERMISSIVE);
    assertThat(index.forWorkload("a", APP).mode()).isEqualTo(MutualTlsMode.PERMISSIVE);
  }
}
