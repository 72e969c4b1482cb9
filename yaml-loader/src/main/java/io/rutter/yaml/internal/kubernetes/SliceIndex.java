// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.kubernetes;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import com.google.common.collect.SortedSetMultimap;
import io.rutter.model.internal.collect.NamedList;
import io.rutter.yaml.internal.kubernetes.EndpointSlice.Member;
import io.rutter.yaml.internal.kubernetes.EndpointSlice.PodRef;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The EndpointSlices of a namespace: which are of a service, and which look at a pod. So a change
 * of a pod leads to the few slices that it concerns.
 */
final class SliceIndex {
  private final String namespace;
  private final SortedSetMultimap<String, String> byService =
      MultimapBuilder.hashKeys().treeSetValues().build();

  /** Slices by the pods that they name; a slice may name one twice. */
  private final ListMultimap<PodRef, String> byPod =
      MultimapBuilder.hashKeys().arrayListValues(1).build();

  /** Slices by the addresses for which they name no pod. */
  private final ListMultimap<String, String> byAddress =
      MultimapBuilder.hashKeys().arrayListValues(1).build();

  /** Slices that name pods of other namespaces: Kubernetes has none, but texts may. */
  private final Set<String> strangers = new TreeSet<>();

  private NamedList<EndpointSlice> slices = NamedList.of();

  SliceIndex(String namespace) {
    this.namespace = namespace;
  }

  /**
   * What a change touches, so that it is to be looked at.
   *
   * @param slices the names of slices
   * @param services the names of the services that these are or were of
   */
  record Touched(ImmutableSet<String> slices, ImmutableSet<String> services) {
    static final Touched NOTHING = new Touched(ImmutableSet.of(), ImmutableSet.of());
  }

  /**
   * Takes the slices of the next snapshot.
   *
   * @param services the names of the services that changed
   * @param pods the pods of the namespace, and what changed of them
   */
  Touched update(NamedList<EndpointSlice> now, Set<String> services, PodIndex pods) {
    Set<String> changed = now.changesFrom(slices);
    if (changed.isEmpty()
        && services.isEmpty()
        && pods.changes().isEmpty()
        && strangers.isEmpty()) {
      return Touched.NOTHING;
    }
    Set<String> touchedServices = new TreeSet<>(services);
    for (String name : changed) {
      slices.get(name).flatMap(SliceIndex::service).ifPresent(touchedServices::add);
      slices.get(name).ifPresent(this::remove);
      now.get(name).ifPresent(this::add);
    }
    slices = now;
    Set<String> touched = new TreeSet<>(changed);
    services.forEach(service -> touched.addAll(byService.get(service)));
    touched.addAll(strangers);
    pods.changes()
        .forEach(
            (name, change) -> {
              touched.addAll(byPod.get(new PodRef(namespace, name)));
              PodIndex.address(change.before()).map(byAddress::get).ifPresent(touched::addAll);
              PodIndex.address(change.now()).map(byAddress::get).ifPresent(touched::addAll);
            });
    for (String name : touched) {
      now.get(name).flatMap(SliceIndex::service).ifPresent(touchedServices::add);
    }
    return new Touched(ImmutableSet.copyOf(touched), ImmutableSet.copyOf(touchedServices));
  }

  private void remove(EndpointSlice slice) {
    String name = slice.metadata().name();
    service(slice).ifPresent(service -> byService.remove(service, name));
    strangers.remove(name);
    for (Member member : slice.endpoints()) {
      if (member.pod().isPresent()) {
        byPod.remove(member.pod().get(), name);
      } else {
        member.addresses().forEach(address -> byAddress.remove(address, name));
      }
    }
  }

  private void add(EndpointSlice slice) {
    String name = slice.metadata().name();
    service(slice).ifPresent(service -> byService.put(service, name));
    for (Member member : slice.endpoints()) {
      if (member.pod().isPresent()) {
        PodRef pod = member.pod().get();
        byPod.put(pod, name);
        if (!pod.namespace().equals(namespace)) {
          strangers.add(name);
        }
      } else {
        member.addresses().forEach(address -> byAddress.put(address, name));
      }
    }
  }

  /** The name of the service that has its endpoints. */
  private static Optional<String> service(EndpointSlice slice) {
    return slice.reasonOfNoUse().isEmpty() ? Optional.of(slice.service().name()) : Optional.empty();
  }

  /** The slice of that name. */
  Optional<EndpointSlice> named(String name) {
    return slices.get(name);
  }

  /** The names of all. */
  ImmutableList<String> names() {
    return slices.names();
  }

  /** The services that have slices. */
  Set<String> services() {
    return byService.keySet();
  }

  /** The slices of a service, by name. */
  ImmutableList<EndpointSlice> ofService(String service) {
    return byService.get(service).stream()
        .flatMap(name -> slices.get(name).stream())
        .collect(toImmutableList());
  }
}
