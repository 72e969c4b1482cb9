// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.gateway;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;
import static java.util.Comparator.comparing;

import com.google.common.collect.ImmutableList;
import io.rutter.model.gateway.Gateway;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.proxy.Proxy;
import io.rutter.translator.TranslationOptions;
import io.rutter.translator.internal.order.Age;
import io.rutter.translator.internal.resolve.registry.ServiceTarget;

/** Which Gateways apply to a gateway proxy, and how their servers share its ports. */
public final class GatewayIndex {
  private final ImmutableList<IndexedGateway> gateways;
  private final boolean quicListeners;

  private GatewayIndex(ImmutableList<IndexedGateway> gateways, boolean quicListeners) {
    this.gateways = gateways;
    this.quicListeners = quicListeners;
  }

  /** The inputs of the index. */
  public record Inputs(TranslationOptions options, ImmutableList<Gateway> gateways) {}

  /** Sorts the Gateways by age and makes their hosts canonical. */
  public static GatewayIndex of(Inputs inputs) {
    return new GatewayIndex(
        inputs.gateways().stream()
            .sorted(comparing(Gateway::metadata, Age.BY_AGE))
            .map(IndexedGateway::of)
            .collect(toImmutableList()),
        inputs.options().quicListeners());
  }

  /** All Gateways, oldest first, with hosts in the canonical form of {@link GatewayHosts}. */
  public ImmutableList<Gateway> all() {
    return gateways.stream().map(IndexedGateway::gateway).collect(toImmutableList());
  }

  /**
   * Whether a Gateway applies to the workloads behind named services instead of those with its
   * labels.
   */
  public static boolean isForServices(Gateway gateway) {
    return gateway.metadata().annotations().containsKey(SelectedGateway.SERVICES);
  }

  /**
   * The servers of all Gateways that select a proxy, merged by port.
   *
   * @param targets the services that select the proxy, for their target ports
   */
  public MergedGateways forProxy(
      Proxy proxy, ImmutableList<ServiceTarget> targets, ProblemSink problems) {
    GatewayMerger merger = new GatewayMerger(proxy, quicListeners, problems);
    for (IndexedGateway gateway : gateways) {
      SelectedGateway.of(gateway, proxy, targets).ifPresent(merger::add);
    }
    return merger.merged();
  }
}
