// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.registry;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.Ints;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.mesh.network.MeshNetworks;
import io.rutter.model.mesh.network.Network;
import io.rutter.model.mesh.network.NetworkEndpointsSource;
import io.rutter.model.mesh.network.NetworkGateway;
import io.rutter.model.mesh.network.NetworkGatewayAddress;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServiceRegistry;
import io.rutter.model.registry.TopologyLabels;
import io.rutter.translator.internal.resolve.host.IpAddresses;
import io.rutter.translator.internal.resolve.settings.MeshSettings;
import java.util.List;
import java.util.Map;

/**
 * Networks and the gateways into them: gateways that MeshNetworks lists by address or by service,
 * and services with the label {@code topology.istio.io/network}. Istio documents: MeshNetworks,
 * Install Multi-Primary on different networks.
 */
public final class NetworkIndex {
  private static final String PORT_LABEL = "networking.istio.io/gatewayPort";
  private static final int DEFAULT_PORT = 15443;
  private static final int TUNNEL_PORT = 15008;

  private final MeshNetworks declared;
  private final EastWestGateways withAddress;
  private final EastWestGateways all;

  private NetworkIndex(MeshNetworks declared, EastWestGateways withAddress, EastWestGateways all) {
    this.declared = declared;
    this.withAddress = withAddress;
    this.all = all;
  }

  /** The inputs of the index. */
  public record Inputs(MeshSettings settings, MeshNetworks networks, ServiceIndex services) {
    public static Inputs of(MeshSnapshot snapshot, MeshSettings settings, ServiceIndex services) {
      return new Inputs(settings, snapshot.meshNetworks(), services);
    }
  }

  /** Collects gateways of MeshNetworks and of labelled services. */
  public static NetworkIndex of(Inputs inputs) {
    MeshSettings settings = inputs.settings();
    ImmutableSet.Builder<EastWestGateway> gateways = ImmutableSet.builder();
    ImmutableListMultimap.Builder<String, EastWestGateway> byService =
        ImmutableListMultimap.builder();
    inputs
        .networks()
        .networks()
        .forEach(
            (name, network) -> {
              for (NetworkGateway gateway : network.gateways()) {
                int port = gateway.port().orElse(0);
                NetworkGatewayAddress address = gateway.gateway().orElse(null);
                if (address instanceof NetworkGatewayAddress.Address literal) {
                  gateways.add(new EastWestGateway(name, "", literal.value(), port));
                } else if (address instanceof NetworkGatewayAddress.Service service
                    && isOfCluster(network, settings.clusterId())) {
                  byService.put(
                      service.value(), new EastWestGateway(name, settings.clusterId(), "", port));
                }
              }
            });
    ImmutableListMultimap<String, EastWestGateway> named = byService.build();
    for (Service service : inputs.services().all()) {
      if (service.registry() == ServiceRegistry.KUBERNETES) {
        gateways.addAll(ofService(service, named.get(service.hostname()), settings));
      }
    }
    ImmutableSet<EastWestGateway> all = gateways.build();
    return new NetworkIndex(
        inputs.networks(),
        EastWestGateways.of(
            all.stream().filter(gateway -> IpAddresses.isIp(gateway.address())).toList()),
        EastWestGateways.of(all));
  }

  /** The index after a change; the known one if the gateways are the same. */
  public static NetworkIndex after(Inputs before, NetworkIndex known, Inputs now) {
    NetworkIndex next = of(now);
    return next.declared.equals(known.declared)
            && next.withAddress.hasSame(known.withAddress)
            && next.all.hasSame(known.all)
        ? known
        : next;
  }

  /** The networks as declared. */
  public MeshNetworks declared() {
    return declared;
  }

  private static boolean isOfCluster(Network network, String cluster) {
    return network.endpoints().stream()
        .flatMap(endpoints -> endpoints.source().stream())
        .anyMatch(new NetworkEndpointsSource.Registry(cluster)::equals);
  }

  /**
   * The gateways of a service. The label takes precedence; a service with the label but without the
   * port is no gateway.
   */
  private static List<EastWestGateway> ofService(
      Service service, List<EastWestGateway> named, MeshSettings settings) {
    List<EastWestGateway> templates = named;
    String network = service.metadata().labels().getOrDefault(TopologyLabels.NETWORK, "");
    if (!network.isEmpty()) {
      int port = labelledPort(service.metadata().labels());
      boolean listens = listens(service, port);
      templates =
          listens || listens(service, TUNNEL_PORT)
              ? ImmutableList.of(
                  new EastWestGateway(
                      network, clusterOf(service, settings), "", listens ? port : 0))
              : ImmutableList.of();
    }
    ImmutableList.Builder<EastWestGateway> gateways = ImmutableList.builder();
    for (String address : service.externalAddresses()) {
      for (EastWestGateway template : templates) {
        gateways.add(
            new EastWestGateway(
                template.network(),
                clusterOf(service, settings),
                address,
                service.nodePorts().getOrDefault(template.port(), template.port())));
      }
    }
    return gateways.build();
  }

  private static int labelledPort(Map<String, String> labels) {
    Integer port = Ints.tryParse(labels.getOrDefault(PORT_LABEL, ""));
    return port == null ? DEFAULT_PORT : port;
  }

  private static boolean listens(Service service, int port) {
    return service.ports().stream().anyMatch(declared -> declared.number() == port);
  }

  private static String clusterOf(Service service, MeshSettings settings) {
    return service.clusterId().isEmpty() ? settings.clusterId() : service.clusterId();
  }

  /**
   * The gateways for EDS endpoints, which need IP addresses. Gateways with a host name are left
   * out; istiod resolves those itself.
   */
  public EastWestGateways gateways() {
    return withAddress;
  }

  /** The gateways for endpoints of DNS clusters. */
  public EastWestGateways gatewaysWithNames() {
    return all;
  }
}
