// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.kubernetes;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.net.InetAddresses;
import com.google.common.primitives.Ints;
import io.rutter.model.mesh.MeshConfig;
import io.rutter.model.mesh.MeshDefaults;
import io.rutter.model.mesh.network.MeshNetworks;
import io.rutter.model.mesh.network.Network;
import io.rutter.model.mesh.network.NetworkEndpoints;
import io.rutter.model.mesh.network.NetworkEndpointsSource;
import io.rutter.model.registry.NamespaceInfo;
import io.rutter.model.registry.TopologyLabels;
import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The network of an address of the cluster: the label of the pod, else that of the system
 * namespace, else the one that MeshNetworks gives to the cluster or to a range of addresses. Istio
 * document: MeshNetworks.
 *
 * @param ofCluster the network of all addresses of the cluster; empty: their ranges decide
 * @param ranges the networks of ranges
 */
record Networks(Optional<String> ofCluster, ImmutableList<Range> ranges) {
  /** The network of the addresses that start with a prefix. */
  record Range(String network, int addressBits, int prefixBits, BigInteger prefix) {
    boolean contains(InetAddress other) {
      return other.getAddress().length * Byte.SIZE == addressBits
          && prefixOf(other, prefixBits).equals(prefix);
    }
  }

  /** The networks of a mesh. */
  static Networks of(MeshConfig mesh, MeshNetworks networks, Collection<NamespaceInfo> namespaces) {
    String root = MeshDefaults.rootNamespace(mesh);
    Optional<String> ofNamespace =
        namespaces.stream()
            .filter(namespace -> namespace.name().equals(root))
            .map(namespace -> namespace.labels().getOrDefault(TopologyLabels.NETWORK, ""))
            .filter(network -> !network.isEmpty())
            .findFirst();
    Optional<String> ofRegistry = Optional.empty();
    ImmutableList.Builder<Range> ranges = ImmutableList.builder();
    for (Map.Entry<String, Network> network : networks.networks().entrySet()) {
      for (NetworkEndpoints endpoints : network.getValue().endpoints()) {
        NetworkEndpointsSource source = endpoints.source().orElse(null);
        if (source instanceof NetworkEndpointsSource.Cidr cidr) {
          range(network.getKey(), cidr.value()).ifPresent(ranges::add);
        } else if (source instanceof NetworkEndpointsSource.Registry registry
            && registry.value().equals(MeshDefaults.CLUSTER_ID)) {
          ofRegistry = ofRegistry.or(() -> Optional.of(network.getKey()));
        }
      }
    }
    return new Networks(ofNamespace.isPresent() ? ofNamespace : ofRegistry, ranges.build());
  }

  /** The network of an address with such labels; empty: the default one. */
  String of(String address, Map<String, String> labels) {
    String labelled = labels.getOrDefault(TopologyLabels.NETWORK, "");
    if (!labelled.isEmpty()) {
      return labelled;
    }
    return ofCluster.or(() -> byRange(address)).orElse("");
  }

  private Optional<String> byRange(String address) {
    if (ranges.isEmpty() || !InetAddresses.isInetAddress(address)) {
      return Optional.empty();
    }
    InetAddress ip = InetAddresses.forString(address);
    return ranges.stream()
        .filter(range -> range.contains(ip))
        .min(Comparator.comparingInt(Range::prefixBits))
        .map(Range::network);
  }

  private static BigInteger prefixOf(InetAddress address, int bits) {
    byte[] bytes = address.getAddress();
    return new BigInteger(1, bytes).shiftRight(bytes.length * Byte.SIZE - bits);
  }

  private static Optional<Range> range(String network, String cidr) {
    List<String> parts = Splitter.on('/').splitToList(cidr);
    Integer bits = parts.size() == 2 ? Ints.tryParse(parts.get(1)) : null;
    if (bits == null || !InetAddresses.isInetAddress(parts.get(0))) {
      return Optional.empty();
    }
    InetAddress address = InetAddresses.forString(parts.get(0));
    int addressBits = address.getAddress().length * Byte.SIZE;
    return bits >= 0 && bits <= addressBits
        ? Optional.of(new Range(network, addressBits, bits, prefixOf(address, bits)))
        : Optional.empty();
  }
}
