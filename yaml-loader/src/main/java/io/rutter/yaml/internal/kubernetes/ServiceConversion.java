// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.kubernetes;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSet;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.rutter.model.ObjectMeta;
import io.rutter.model.registry.NamespaceInfo;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServiceResolution;
import io.rutter.model.registry.SpiffeNames;
import io.rutter.model.registry.TrafficDistribution;
import java.util.Optional;

/** Makes the {@link Service} of a {@link KubernetesService}. */
final class ServiceConversion {
  private static final String EXPORT_TO = "networking.istio.io/exportTo";
  private static final String TRAFFIC_DISTRIBUTION = "networking.istio.io/traffic-distribution";
  private static final String CANONICAL_ACCOUNTS = "alpha.istio.io/canonical-serviceaccounts";
  private static final String KUBERNETES_ACCOUNTS = "alpha.istio.io/kubernetes-serviceaccounts";
  private static final Splitter COMMA = Splitter.on(',');

  private static final NamespaceInfo NO_NAMESPACE = NamespaceInfo.builder().name("").build();

  private final String trustDomain;
  private final ImmutableMap<String, NamespaceInfo> namespaces;
  private final ClusterNodes nodes;

  ServiceConversion(
      String trustDomain, ImmutableMap<String, NamespaceInfo> namespaces, ClusterNodes nodes) {
    this.trustDomain = trustDomain;
    this.namespaces = namespaces;
    this.nodes = nodes;
  }

  /** All that the services of a namespace are made of beside themselves. */
  ImmutableList<?> surroundings(String namespace) {
    return ImmutableList.of(trustDomain, namespaces.getOrDefault(namespace, NO_NAMESPACE), nodes);
  }

  /** All that the service is made of. */
  ImmutableList<?> inputs(KubernetesService service) {
    ImmutableList.Builder<Object> inputs =
        ImmutableList.builder().add(service, trustDomain, namespace(service));
    return (nodes.isGateway(service) ? inputs.addAll(nodes.all()) : inputs).build();
  }

  private NamespaceInfo namespace(KubernetesService service) {
    return namespaces.getOrDefault(service.metadata().namespace(), NO_NAMESPACE);
  }

  /** The service. */
  Service convert(KubernetesService service) {
    ObjectMeta metadata = service.metadata();
    boolean headless = service.clusterIps().equals(ImmutableList.of("None"));
    boolean alias = service.type().equals("ExternalName") && !service.externalName().isEmpty();
    ServiceResolution ofType = alias ? ServiceResolution.ALIAS : ServiceResolution.CLIENT_SIDE_LB;
    Service.Builder converted =
        Service.builder()
            .metadata(metadata)
            .addresses(headless ? ImmutableList.of() : service.clusterIps())
            .ports(service.ports())
            .resolution(headless ? ServiceResolution.PASSTHROUGH : ofType)
            .meshExternal(alias)
            .selector(service.selector())
            .serviceAccounts(serviceAccounts(metadata))
            .nodeLocal(service.nodeLocal());
    if (alias) {
      converted.aliasOf(service.externalName());
    }
    exportTo(metadata).ifPresent(converted::exportTo);
    trafficDistribution(service).ifPresent(converted::trafficDistribution);
    if (service.externalAddresses().isEmpty() && nodes.isGateway(service)) {
      converted.externalAddresses(nodes.gatewayAddresses(service)).nodePorts(service.nodePorts());
    } else {
      converted.externalAddresses(service.externalAddresses());
    }
    return converted.build();
  }

  private ImmutableList<String> serviceAccounts(ObjectMeta metadata) {
    ImmutableList.Builder<String> accounts = ImmutableList.builder();
    accounts.addAll(items(metadata, CANONICAL_ACCOUNTS));
    for (String account : items(metadata, KUBERNETES_ACCOUNTS)) {
      accounts.add(SpiffeNames.of(trustDomain, metadata.namespace(), account));
    }
    return accounts.build();
  }

  private static Optional<ImmutableSet<String>> exportTo(ObjectMeta metadata) {
    ImmutableSet<String> namespaces =
        items(metadata, EXPORT_TO).stream()
            .map(String::strip)
            .map(namespace -> namespace.equals(".") ? metadata.namespace() : namespace)
            .collect(toImmutableSet());
    return namespaces.isEmpty() ? Optional.empty() : Optional.of(namespaces);
  }

  private static ImmutableList<String> items(ObjectMeta metadata, String annotation) {
    String text = metadata.annotations().getOrDefault(annotation, "");
    return text.isEmpty() ? ImmutableList.of() : ImmutableList.copyOf(COMMA.split(text));
  }

  /** The field, else the annotation of the service, else that of the namespace. */
  private Optional<TrafficDistribution> trafficDistribution(KubernetesService service) {
    Optional<TrafficDistribution> declared = distribution(service.trafficDistribution());
    if (declared.isPresent()) {
      return declared;
    }
    ObjectMeta metadata = service.metadata();
    String annotation = metadata.annotations().getOrDefault(TRAFFIC_DISTRIBUTION, "");
    if (annotation.isEmpty()) {
      annotation = namespace(service).annotations().getOrDefault(TRAFFIC_DISTRIBUTION, "");
    }
    return switch (Ascii.toLowerCase(annotation)) {
      case "preferclose", "prefersamezone" -> Optional.of(TrafficDistribution.PREFER_SAME_ZONE);
      case "prefersamenode" -> Optional.of(TrafficDistribution.PREFER_SAME_NODE);
      default -> Optional.empty();
    };
  }

  private static Optional<TrafficDistribution> distribution(String field) {
    return switch (field) {
      case "PreferClose", "PreferSameZone" -> Optional.of(TrafficDistribution.PREFER_SAME_ZONE);
      case "PreferSameNode" -> Optional.of(TrafficDistribution.PREFER_SAME_NODE);
      default -> Optional.empty();
    };
  }
}
