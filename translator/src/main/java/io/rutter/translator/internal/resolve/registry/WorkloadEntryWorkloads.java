// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.registry;

import com.google.common.collect.ImmutableMap;
import io.rutter.model.Locality;
import io.rutter.model.ObjectMeta;
import io.rutter.model.registry.Endpoint;
import io.rutter.model.registry.EndpointTlsMode;
import io.rutter.model.registry.Health;
import io.rutter.model.registry.SpiffeNames;
import io.rutter.model.registry.TopologyLabels;
import io.rutter.model.serviceentry.WorkloadEntry;
import io.rutter.model.serviceentry.WorkloadEntryResource;
import io.rutter.translator.internal.resolve.host.IpAddresses;
import io.rutter.translator.internal.resolve.settings.MeshSettings;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Converts {@link WorkloadEntry}s, as objects or inside a ServiceEntry, to workloads. Their network
 * is their own field only; the ranges of the mesh's networks are not used. Istio document: Workload
 * Entry.
 */
final class WorkloadEntryWorkloads {
  private static final String GROUP = "istio.io/autoRegistrationGroup";
  private static final String WORKLOAD_NAME = "service.istio.io/workload-name";

  private final MeshSettings settings;

  WorkloadEntryWorkloads(MeshSettings settings) {
    this.settings = settings;
  }

  /** The workload of an object; labels of its metadata take precedence over those of its spec. */
  SelectableWorkload of(WorkloadEntryResource resource) {
    if (resource.metadata().labels().isEmpty()) {
      return of(resource.spec(), resource.metadata());
    }
    Map<String, String> labels = new LinkedHashMap<>(resource.spec().labels());
    labels.putAll(resource.metadata().labels());
    return of(resource.spec().toBuilder().labels(labels).build(), resource.metadata());
  }

  /** The workload of an entry with this name. */
  SelectableWorkload of(WorkloadEntry entry, ObjectMeta metadata) {
    String address = entry.address().orElse("");
    Locality locality = locality(entry);
    String account = entry.serviceAccount().orElse("");
    String network = entry.network().orElse("");
    Endpoint.Builder endpoint =
        Endpoint.builder()
            .addresses(address)
            .labels(entry.labels())
            .network(network)
            .locality(locality)
            .tlsMode(tlsMode(entry, account))
            .workloadName(workloadName(metadata))
            .namespace(metadata.namespace())
            .health(Health.UNKNOWN);
    if (entry.weight().orElse(0) > 0) {
      endpoint.weight(entry.weight().getAsLong());
    }
    if (!account.isEmpty()) {
      endpoint.serviceAccount(
          SpiffeNames.of(settings.trustDomain(), metadata.namespace(), account));
    }
    return new SelectableWorkload(
        metadata.name(),
        metadata.namespace(),
        endpoint.build(),
        ImmutableMap.copyOf(entry.ports()),
        !address.isEmpty() && !IpAddresses.isIp(address));
  }

  /** The TLS mode: of the label, else a service account implies a sidecar. */
  private static EndpointTlsMode tlsMode(WorkloadEntry entry, String account) {
    return EndpointTlsMode.of(
        entry.labels(), account.isEmpty() ? EndpointTlsMode.DISABLED : EndpointTlsMode.ISTIO);
  }

  private static Locality locality(WorkloadEntry entry) {
    String declared = entry.locality().orElse("");
    return declared.isEmpty() ? TopologyLabels.locality(entry.labels()) : Locality.parse(declared);
  }

  private static String workloadName(ObjectMeta metadata) {
    String group = metadata.annotations().getOrDefault(GROUP, "");
    if (!group.isEmpty()) {
      return group;
    }
    String label = metadata.labels().getOrDefault(WORKLOAD_NAME, "");
    return label.isEmpty() ? metadata.name() : label;
  }
}
