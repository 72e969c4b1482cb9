// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.incremental;

import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServicePort;
import io.rutter.translator.internal.endpoint.ClusterTarget;
import io.rutter.translator.internal.endpoint.ClusterTarget.Purpose;
import io.rutter.translator.internal.resolve.rule.MergedDestinationRule;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Clusters and load assignments that proxies of several namespaces share because service and
 * DestinationRule are the same. Safe for use by many threads; reading takes no lock.
 */
final class SharedTargets {
  private final SharingBound bound;
  private final Map<Key, TargetResources> known = new ConcurrentHashMap<>();

  SharedTargets(SharingBound bound) {
    this.bound = bound;
  }

  /**
   * The resources of a target.
   *
   * @param cluster the cluster; absent for a DNS cluster without endpoints
   * @param loadAssignment the load assignment; present for EDS clusters
   */
  record TargetResources(
      Optional<Resource<Cluster>> cluster,
      Optional<Resource<ClusterLoadAssignment>> loadAssignment) {}

  /** The resources of a target, made unless another proxy already has them. */
  TargetResources of(ClusterTarget target, Function<ClusterTarget, TargetResources> make) {
    Key key = Key.of(target);
    TargetResources before = known.get(key);
    if (before != null) {
      return before;
    }
    TargetResources made = make.apply(target);
    if (!bound.admits(2)) {
      return made;
    }
    TargetResources other = known.putIfAbsent(key, made);
    return other == null ? made : other;
  }

  /**
   * All that the resources of a target depend on; equal objects of one mesh are the same object.
   */
  private record Key(
      Service service,
      ServicePort port,
      @Nullable MergedDestinationRule rule,
      String subset,
      Purpose purpose,
      Proxy view) {
    static Key of(ClusterTarget target) {
      return new Key(
          target.service(),
          target.port(),
          target.rule().orElse(null),
          target.subsetName(),
          target.purpose(),
          target.scope().proxy());
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // Cheap and sufficient.
    public boolean equals(@Nullable Object other) {
      return other instanceof Key that
          && service == that.service
          && port == that.port
          && rule == that.rule
          && subset.equals(that.subset)
          && purpose == that.purpose
          && view.equals(that.view);
    }

    @Override
    public int hashCode() {
      return (System.identityHashCode(service) * 31 + System.identityHashCode(port)) * 31
          + subset.hashCode();
    }
  }
}
