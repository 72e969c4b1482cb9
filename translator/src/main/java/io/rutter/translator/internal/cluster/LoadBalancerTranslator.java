// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.cluster;

import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.cluster.v3.Cluster.LbPolicy;
import io.envoyproxy.envoy.config.cluster.v3.Cluster.LeastRequestLbConfig;
import io.envoyproxy.envoy.config.cluster.v3.Cluster.MaglevLbConfig;
import io.envoyproxy.envoy.config.cluster.v3.Cluster.RingHashLbConfig;
import io.envoyproxy.envoy.config.cluster.v3.Cluster.RoundRobinLbConfig;
import io.rutter.model.destinationrule.ConsistentHash;
import io.rutter.model.destinationrule.HashAlgorithm;
import io.rutter.model.destinationrule.LoadBalancer;
import io.rutter.model.destinationrule.LoadBalancerPolicy;
import io.rutter.model.destinationrule.SimpleLoadBalancer;
import io.rutter.translator.internal.proto.Wrappers;
import java.util.Optional;

/**
 * {@link LoadBalancer} → the load balancing policy of a {@link Cluster}: least request unless the
 * rule says otherwise. Hash keys belong to the routes. A hash without an algorithm is a ring of at
 * least 1024 entries, as deprecated {@code minimumRingSize} has it. Istio document: Destination
 * Rule, {@code LoadBalancerSettings}.
 */
final class LoadBalancerTranslator {
  private static final long DEFAULT_RING_SIZE = 1024;

  private LoadBalancerTranslator() {}

  /** Sets these fields of a cluster. */
  static void translate(Optional<LoadBalancer> loadBalancer, Cluster.Builder cluster) {
    if (loadBalancer.isEmpty()) {
      cluster.setLbPolicy(LbPolicy.LEAST_REQUEST);
      return;
    }
    LoadBalancerPolicy policy =
        loadBalancer
            .flatMap(LoadBalancer::policy)
            .orElse(new LoadBalancerPolicy.Simple(SimpleLoadBalancer.UNSPECIFIED));
    switch (policy.kind()) {
      case SIMPLE -> addSimple(((LoadBalancerPolicy.Simple) policy).value(), loadBalancer, cluster);
      case HASHED -> {
        // istiod starts with the default policy, so its warmup stays where the hash policy sets
        // nothing.
        addSimple(SimpleLoadBalancer.UNSPECIFIED, loadBalancer, cluster);
        addHash(((LoadBalancerPolicy.Hashed) policy).value(), cluster);
      }
    }
  }

  private static void addSimple(
      SimpleLoadBalancer simple, Optional<LoadBalancer> loadBalancer, Cluster.Builder cluster) {
    switch (simple) {
      case UNSPECIFIED, LEAST_CONN, LEAST_REQUEST -> {
        cluster.setLbPolicy(LbPolicy.LEAST_REQUEST);
        loadBalancer
            .flatMap(WarmupTranslator::translate)
            .ifPresent(
                slowStart ->
                    cluster.setLeastRequestLbConfig(
                        LeastRequestLbConfig.newBuilder().setSlowStartConfig(slowStart)));
      }
      case ROUND_ROBIN -> {
        cluster.setLbPolicy(LbPolicy.ROUND_ROBIN);
        loadBalancer
            .flatMap(WarmupTranslator::translate)
            .ifPresent(
                slowStart ->
                    cluster.setRoundRobinLbConfig(
                        RoundRobinLbConfig.newBuilder().setSlowStartConfig(slowStart)));
      }
      case RANDOM -> cluster.setLbPolicy(LbPolicy.RANDOM);
      case PASSTHROUGH -> cluster.setLbPolicy(LbPolicy.CLUSTER_PROVIDED);
    }
  }

  private static void addHash(ConsistentHash hash, Cluster.Builder cluster) {
    Optional<HashAlgorithm> algorithm = hash.hashAlgorithm();
    if (algorithm.isEmpty()) {
      long size = hash.minimumRingSize().orElse(0);
      addRing(size == 0 ? DEFAULT_RING_SIZE : size, cluster);
      return;
    }
    switch (algorithm.get().kind()) {
      case RING ->
          addRing(
              ((HashAlgorithm.Ring) algorithm.get()).value().minimumRingSize().orElse(0), cluster);
      case TABLE -> {
        cluster.setLbPolicy(LbPolicy.MAGLEV);
        long size = ((HashAlgorithm.Table) algorithm.get()).value().tableSize().orElse(0);
        if (size != 0) {
          cluster.setMaglevLbConfig(
              MaglevLbConfig.newBuilder().setTableSize(Wrappers.uint64(size)));
        }
      }
    }
  }

  private static void addRing(long size, Cluster.Builder cluster) {
    cluster.setLbPolicy(LbPolicy.RING_HASH);
    if (size != 0) {
      cluster.setRingHashLbConfig(
          RingHashLbConfig.newBuilder().setMinimumRingSize(Wrappers.uint64(size)));
    }
  }
}
