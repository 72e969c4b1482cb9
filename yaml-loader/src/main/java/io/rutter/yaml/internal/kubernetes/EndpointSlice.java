// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.kubernetes;

import com.google.common.collect.ImmutableList;
import io.rutter.model.ConfigKey;
import io.rutter.model.ObjectMeta;
import java.util.Optional;

/**
 * Some of the endpoints of a service.
 *
 * @param metadata name, namespace and labels
 * @param addressType {@code IPv4}, {@code IPv6} or {@code FQDN}
 * @param endpoints the endpoints
 * @param ports the ports that each of them has
 */
public record EndpointSlice(
    ObjectMeta metadata,
    String addressType,
    ImmutableList<Member> endpoints,
    ImmutableList<Port> ports) {
  /** The label that names the service. */
  static final String SERVICE_NAME = "kubernetes.io/service-name";

  /** Services of other clusters have slices too, which are not ours. */
  private static final String IMPORTED_NAME = "multicluster.kubernetes.io/service-name";

  /** The key of the service that the endpoints are of. */
  ConfigKey service() {
    return new ConfigKey(
        "Service", metadata.namespace(), metadata.labels().getOrDefault(SERVICE_NAME, ""));
  }

  /** How many endpoints it makes: one for each address and port. */
  public long count() {
    return endpoints.stream().mapToLong(member -> member.addresses().size()).sum() * ports.size();
  }

  /** Why no service has these endpoints; empty: one may have them. */
  Optional<String> reasonOfNoUse() {
    if (addressType.equals("FQDN")) {
      return Optional.of("Istio does not take slices of names");
    }
    if (metadata.labels().containsKey(IMPORTED_NAME)) {
      return Optional.of("it is of another cluster's service");
    }
    return service().name().isEmpty()
        ? Optional.of("it has no label " + SERVICE_NAME)
        : Optional.empty();
  }

  /**
   * One endpoint.
   *
   * @param addresses its addresses
   * @param pod the pod that is named as its target
   * @param condition whether it takes traffic
   */
  record Member(ImmutableList<String> addresses, Optional<PodRef> pod, Condition condition) {}

  /**
   * The name of a pod.
   *
   * @param namespace its namespace, or empty
   * @param name its name
   */
  record PodRef(String namespace, String name) {}

  /**
   * The state of an endpoint; absent is true for each of the three.
   *
   * @param ready whether it takes new traffic
   * @param serving whether it answers
   * @param terminating whether it is going away
   */
  record Condition(boolean ready, boolean serving, boolean terminating) {
    static final Condition READY = new Condition(true, true, true);
  }

  /**
   * A port of the endpoints.
   *
   * @param name the name of the service's port, or empty
   * @param number the number; 0: none, so that it gives no endpoints
   */
  record Port(String name, int number) {}
}
