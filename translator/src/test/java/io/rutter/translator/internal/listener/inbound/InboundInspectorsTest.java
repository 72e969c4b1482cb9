// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.listener.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.FilterChainMatch;
import io.envoyproxy.envoy.config.listener.v3.ListenerFilter;
import io.envoyproxy.envoy.config.listener.v3.ListenerFilterChainMatchPredicate;
import io.rutter.translator.internal.listener.chain.ListenerFilters;
import io.rutter.translator.internal.proto.Wrappers;
import java.util.List;
import org.junit.jupiter.api.Test;

class InboundInspectorsTest {
  private static final FilterChain ANY_TLS = chain(0, "tls");
  private static final FilterChain ANY_HTTP = chain(0, "raw_buffer", "http/1.1", "h2c");
  private static final FilterChain ANY_PLAIN = chain(0, "raw_buffer");

  @Test
  void looksAtNothingWhereNothingDependsOnIt() {
    assertThat(InboundInspectors.of(List.of(ANY_PLAIN, chain(80, "raw_buffer")))).isEmpty();
  }

  @Test
  void looksEverywhereWhereEverythingDependsOnIt() {
    assertThat(
            InboundInspectors.of(
                List.of(ANY_TLS, ANY_HTTP, chain(80, "tls"), chain(80, "raw_buffer", "h2c"))))
        .containsExactly(ListenerFilters.TLS_INSPECTOR, ListenerFilters.HTTP_INSPECTOR);
  }

  @Test
  void takesOutPortsThatDoNotNeedIt() {
    ImmutableList<ListenerFilter> filters =
        InboundInspectors.of(
            List.of(ANY_TLS, ANY_HTTP, chain(80, "raw_buffer"), chain(90, ""), chain(91, "tls")));

    assertThat(filters).hasSize(2);
    assertThat(starts(filters.get(0).getFilterDisabled().getOrMatch().getRulesList()))
        .containsExactly(80, 90);
    assertThat(starts(filters.get(1).getFilterDisabled().getOrMatch().getRulesList()))
        .containsExactly(80, 90, 91);
  }

  @Test
  void takesOutOnePortWithoutAList() {
    ImmutableList<ListenerFilter> filters =
        InboundInspectors.of(List.of(ANY_TLS, chain(80, "raw_buffer")));

    assertThat(starts(List.of(filters.get(0).getFilterDisabled()))).containsExactly(80);
  }

  @Test
  void picksPortsForTlsWhereUnknownPortsAreClearText() {
    ImmutableList<ListenerFilter> filters =
        InboundInspectors.of(List.of(ANY_PLAIN, chain(80, "tls"), chain(90, "raw_buffer")));

    assertThat(filters).hasSize(1);
    assertThat(starts(List.of(filters.get(0).getFilterDisabled().getNotMatch())))
        .containsExactly(80);
  }

  private static List<Integer> starts(List<ListenerFilterChainMatchPredicate> rules) {
    return rules.stream().map(rule -> rule.getDestinationPortRange().getStart()).toList();
  }

  private static FilterChain chain(int port, String transport, String... protocols) {
    FilterChainMatch.Builder match =
        FilterChainMatch.newBuilder()
            .setTransportProtocol(transport)
            .addAllApplicationProtocols(List.of(protocols));
    if (port > 0) {
      match.setDestinationPort(Wrappers.uint32(port));
    }
    return FilterChain.newBuilder().setFilterChainMatch(match).build();
  }
}
