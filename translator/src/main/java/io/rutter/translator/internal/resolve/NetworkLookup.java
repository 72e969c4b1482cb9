// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve;

import com.google.common.collect.ImmutableList;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.mesh.Network;
import io.rutter.model.mesh.NetworkEndpoints;
import io.rutter.model.mesh.NetworkEndpointsSource;
import io.rutter.model.registry.NamespaceInfo;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * The network of an address that does not name one: its label, that of the system namespace, the
 * network of the registry, or the range that holds the address. Istio document: MeshNetworks.
 */
final class NetworkLookup {
  private record NamedRange(String network, IpRange range) {}

  private final Optional<String> meshWide;
  private final ImmutableList<NamedRange> ranges;

  private NetworkLookup(Optional<String> meshWide, ImmutableList<NamedRange> ranges) {
    this.meshWide = meshWide;
    this.ranges = ranges;
  }

  static NetworkLookup of(MeshSnapshot snapshot, MeshSettings settings) {
    Optional<String> ofNamespace =
        snapshot.namespaces().stream()
            .filter(namespace -> namespace.name().equals(settings.rootNamespace()))
            .map(NamespaceInfo::labels)
            .map(labels -> labels.getOrDefault(TopologyLabels.NETWORK, ""))
            .filter(network -> !network.isEmpty())
            .findFirst();
    ImmutableList.Builder<NamedRange> ranges = ImmutableList.builder();
    Optional<String> ofRegistry = Optional.empty();
    for (Map.Entry<String, Network> network : snapshot.meshNetworks().networks().entrySet()) {
      for (NetworkEndpoints endpoints : network.getValue().endpoints()) {
        NetworkEndpointsSource source = endpoints.source().orElse(null);
        if (source instanceof NetworkEndpointsSource.Cidr cidr) {
          IpRange.parse(cidr.value())
              .ifPresent(range -> ranges.add(new NamedRange(network.getKey(), range)));
        } else if (source instanceof NetworkEndpointsSource.Registry registry
            && registry.value().equals(settings.clusterId())) {
          ofRegistry = ofRegistry.or(() -> Optional.of(network.getKey()));
        }
      }
    }
    return new NetworkLookup(ofNamespace.isPresent() ? ofNamespace : ofRegistry, ranges.build());
  }

  /** The network, or an empty text. */
  String networkOf(String address, Map<String, String> labels) {
    String labelled = labels.getOrDefault(TopologyLabels.NETWORK, "");
    if (!labelled.isEmpty()) {
      return labelled;
    }
    return meshWide
        .or(
            () ->
                IpAddresses.parse(address)
                    .flatMap(
                        ip ->
                            ranges.stream()
                                .filter(named -> named.range().contains(ip))
                                .min(Comparator.comparingInt(named -> named.range().prefixLength()))
                                .map(NamedRange::network)))
        .orElse("");
  }
}
