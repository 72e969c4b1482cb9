// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.naming;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutboundClusterNameTest {
  @Test
  void readsWhatIsWritten() {
    OutboundClusterName name = new OutboundClusterName(80, "v1", "a.b_.c");
    assertThat(OutboundClusterName.parse(ClusterNames.outbound(80, "v1", "a.b_.c"))).contains(name);
    assertThat(OutboundClusterName.parse(ClusterNames.sni(80, "v1", "a.b_.c"))).contains(name);
    assertThat(OutboundClusterName.parse(ClusterNames.outbound(80, "", "*.a")))
        .contains(new OutboundClusterName(80, "", "*.a"));
  }

  @Test
  void noOther() {
    assertThat(OutboundClusterName.parse(ClusterNames.PASSTHROUGH)).isEmpty();
    assertThat(OutboundClusterName.parse(ClusterNames.inbound(80))).isEmpty();
    assertThat(OutboundClusterName.parse("outbound|http||a")).isEmpty();
    assertThat(OutboundClusterName.parse("outbound|80|a")).isEmpty();
  }
}
