// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.endpoint;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import com.google.common.net.InetAddresses;
import io.rutter.model.destinationrule.OutlierDetection;
import io.rutter.model.destinationrule.TrafficPolicy;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.registry.Endpoint;
import io.rutter.model.registry.Health;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.TrafficDistribution;
import io.rutter.translator.internal.resolve.settings.ClusterLocalHosts;
import io.rutter.translator.internal.resolve.settings.LabelSelectors;
import io.rutter.translator.internal.resolve.settings.ProxyMetadata;
import java.util.Optional;

/**
 * Which endpoints of a service are sent to a proxy. Unhealthy endpoints are included, so that Envoy
 * knows the fraction of healthy ones, unless {@code minHealthPercent} would make it send traffic to
 * them.
 */
final class EndpointFilter {
  private static final String NETWORK_VIEW = "REQUESTED_NETWORK_VIEW";
  private static final String NODE_NAME = "NODE_NAME";
  private static final String DRAINING = "istio.io/draining";
  private static final String PERSISTENT_SESSION = "istio.io/persistent-session";

  private EndpointFilter() {}

  /** Whether the endpoint belongs to the target and is sent to the proxy. */
  static boolean accepts(ClusterTarget target, Endpoint endpoint) {
    return inSubset(target, endpoint)
        && hasUsableAddress(target, endpoint)
        && isNearEnough(target, endpoint)
        && takesTraffic(target, endpoint);
  }

  /** Whether the endpoint is terminating and only serves persistent sessions. */
  static boolean isDraining(Endpoint endpoint) {
    return endpoint.health() == Health.DRAINING
        || !endpoint.labels().getOrDefault(DRAINING, "").isEmpty();
  }

  /** The address, empty for an endpoint that is only reached through a gateway. */
  static String address(Endpoint endpoint) {
    return endpoint.addresses().isEmpty() ? "" : endpoint.addresses().get(0);
  }

  private static boolean inSubset(ClusterTarget target, Endpoint endpoint) {
    return target.subset().isEmpty()
        || LabelSelectors.selects(target.subset().get().labels(), endpoint.labels());
  }

  /** Whether the address is an IP or socket, or a name that Envoy resolves. */
  private static boolean hasUsableAddress(ClusterTarget target, Endpoint endpoint) {
    String address = address(endpoint);
    return target.discovery().isDns()
        || address.isEmpty()
        || endpoint.port() == 0
        || InetAddresses.isInetAddress(address);
  }

  private static boolean isNearEnough(ClusterTarget target, Endpoint endpoint) {
    Proxy proxy = target.scope().proxy();
    Service service = target.service();
    boolean sameCluster = endpoint.clusterId().equals(proxy.cluster());
    if (service.nodeLocal()
        && !(sameCluster
            && ProxyMetadata.text(proxy, NODE_NAME).orElse("").equals(endpoint.nodeName()))) {
      return false;
    }
    if (!sameCluster && ClusterLocalHosts.contains(target.scope().settings(), service.hostname())) {
      return false;
    }
    return endpoint.network().isEmpty()
        || networkView(proxy).map(view -> view.contains(endpoint.network())).orElse(true);
  }

  private static Optional<ImmutableSet<String>> networkView(Proxy proxy) {
    return ProxyMetadata.text(proxy, NETWORK_VIEW)
        .map(text -> ImmutableSet.copyOf(Splitter.on(',').split(text)));
  }

  private static boolean takesTraffic(ClusterTarget target, Endpoint endpoint) {
    if (endpoint.health() == Health.TERMINATING
        || (endpoint.health() == Health.UNHEALTHY && !takesUnhealthy(target))) {
      return false;
    }
    return !isDraining(endpoint)
        || !target.service().metadata().labels().getOrDefault(PERSISTENT_SESSION, "").isEmpty();
  }

  private static boolean takesUnhealthy(ClusterTarget target) {
    return prefersNearEndpoints(target.service())
        || target
            .policy()
            .flatMap(TrafficPolicy::outlierDetection)
            .map(OutlierDetection::minHealthPercent)
            .filter(percent -> percent.orElse(0) > 0)
            .isEmpty();
  }

  /** Whether the service prefers near endpoints, so that Envoy fails over by their health. */
  private static boolean prefersNearEndpoints(Service service) {
    return service.trafficDistribution().orElse(TrafficDistribution.ANY) != TrafficDistribution.ANY;
  }
}
