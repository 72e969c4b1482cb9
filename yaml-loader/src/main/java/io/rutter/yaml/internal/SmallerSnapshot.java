// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;
import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSet;

import com.google.common.collect.HashMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.SetMultimap;
import io.rutter.model.ConfigKey;
import io.rutter.model.InactiveObject;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.ObjectMeta;
import io.rutter.model.destinationrule.DestinationRule;
import io.rutter.model.gateway.Gateway;
import io.rutter.model.problem.Problem;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServiceEndpoints;
import io.rutter.model.serviceentry.ServiceEntry;
import io.rutter.model.virtualservice.VirtualService;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A mesh without the objects that problems were found with. */
final class SmallerSnapshot {
  private SmallerSnapshot() {}

  /** The mesh without the objects that these problems name. */
  static MeshSnapshot without(List<Problem> problems, MeshSnapshot mesh) {
    ImmutableSet<ConfigKey> named =
        problems.stream().map(Problem::object).flatMap(Optional::stream).collect(toImmutableSet());
    List<Service> services = others("Service", mesh.services(), Service::metadata, named);
    return mesh.toBuilder()
        .services(services)
        .endpoints(
            services.size() == mesh.services().size() ? mesh.endpoints() : of(services, mesh))
        .virtualServices(
            others("VirtualService", mesh.virtualServices(), VirtualService::metadata, named))
        .destinationRules(
            others("DestinationRule", mesh.destinationRules(), DestinationRule::metadata, named))
        .serviceEntries(
            others("ServiceEntry", mesh.serviceEntries(), ServiceEntry::metadata, named))
        .gateways(others("Gateway", mesh.gateways(), Gateway::metadata, named))
        .inactiveObjects(
            ImmutableList.<InactiveObject>builder()
                .addAll(mesh.inactiveObjects())
                .addAll(inactive(mesh, named))
                .build())
        .build();
  }

  /** The endpoints of these services and of ServiceEntries. */
  private static List<ServiceEndpoints> of(List<Service> services, MeshSnapshot mesh) {
    ImmutableSetMultimap<String, String> hosts =
        HostsByNamespace.of(services, mesh.serviceEntries());
    return mesh.endpoints().stream()
        .filter(group -> hosts.containsEntry(group.namespace(), group.hostname()))
        .toList();
  }

  /** So that analysis does not say that what they have or name is not there. */
  private static ImmutableList<InactiveObject> inactive(
      MeshSnapshot mesh, ImmutableSet<ConfigKey> named) {
    SetMultimap<ConfigKey, String> texts = HashMultimap.create();
    for (Service service : mesh.services()) {
      texts.put(ConfigKey.of("Service", service.metadata()), service.hostname());
    }
    for (ServiceEntry entry : mesh.serviceEntries()) {
      texts.putAll(ConfigKey.of("ServiceEntry", entry.metadata()), entry.hosts());
    }
    for (DestinationRule rule : mesh.destinationRules()) {
      ConfigKey key = ConfigKey.of("DestinationRule", rule.metadata());
      texts.put(key, rule.host());
      rule.subsets().forEach(subset -> texts.put(key, subset.name()));
    }
    for (VirtualService rules : mesh.virtualServices()) {
      rules.http().stream()
          .flatMap(rule -> rule.delegate().stream())
          .flatMap(delegate -> delegate.name().stream())
          .forEach(name -> texts.put(ConfigKey.of("VirtualService", rules.metadata()), name));
    }
    return named.stream()
        .map(
            key ->
                InactiveObject.builder()
                    .key(key)
                    .apiVersion(key.kind().equals("Service") ? "v1" : "networking.istio.io/v1")
                    .texts(texts.get(key))
                    .build())
        .collect(toImmutableList());
  }

  private static <T> List<T> others(
      String kind,
      List<T> objects,
      Function<T, ObjectMeta> metadata,
      ImmutableSet<ConfigKey> named) {
    return objects.stream()
        .filter(object -> !named.contains(ConfigKey.of(kind, metadata.apply(object))))
        .toList();
  }
}
