// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.rule;

import com.google.common.collect.ImmutableList;
import io.rutter.model.ConfigKey;
import io.rutter.model.destinationrule.ConnectionPool;
import io.rutter.model.destinationrule.DestinationRule;
import io.rutter.model.destinationrule.LoadBalancer;
import io.rutter.model.destinationrule.OutlierDetection;
import io.rutter.model.destinationrule.PortTrafficPolicy;
import io.rutter.model.destinationrule.Subset;
import io.rutter.model.destinationrule.TrafficPolicy;
import io.rutter.translator.internal.origin.ConfigPart;
import io.rutter.translator.internal.origin.WrittenPlaces;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Where the policy that {@link TrafficPolicies} finds for a port and a subset is written: on which
 * level, and of several merged rules in which.
 */
public final class PolicyPlaces {
  private final ImmutableList<Level> levels;
  private final Optional<ConfigPart> subset;

  private PolicyPlaces(ImmutableList<Level> levels, Optional<ConfigPart> subset) {
    this.levels = levels;
    this.subset = subset;
  }

  /** A policy as it is written; that of a port has four of the fields only. */
  private record Level(ConfigPart part, TrafficPolicy policy) {
    static Level ofPort(ConfigPart whole, int position, PortTrafficPolicy port) {
      TrafficPolicy.Builder policy = TrafficPolicy.builder();
      port.loadBalancer().ifPresent(policy::loadBalancer);
      port.connectionPool().ifPresent(policy::connectionPool);
      port.outlierDetection().ifPresent(policy::outlierDetection);
      port.tls().ifPresent(policy::tls);
      return new Level(
          new ConfigPart(whole.object(), whole.path() + ".portLevelSettings[" + position + "]"),
          policy.build());
    }
  }

  /**
   * The places of a rule.
   *
   * @param places where the values of the mesh are written
   * @param subset the subset, if one is meant
   * @param port the port, if settings of ports count
   */
  public static PolicyPlaces of(
      WrittenPlaces places,
      MergedDestinationRule merged,
      Optional<Subset> subset,
      OptionalInt port) {
    ImmutableList.Builder<Level> ofSubset = ImmutableList.builder();
    ImmutableList.Builder<Level> ofRule = ImmutableList.builder();
    Optional<ConfigPart> ofName = Optional.empty();
    for (ConfigKey key : merged.from()) {
      Optional<DestinationRule> written = places.destinationRule(key);
      int position =
          written.isPresent() && subset.isPresent()
              ? written.get().subsets().indexOf(subset.get())
              : -1;
      if (position >= 0 && ofName.isEmpty()) {
        ConfigPart part = new ConfigPart(key, "spec.subsets[" + position + "]");
        ofName = Optional.of(part);
        add(part, subset.flatMap(Subset::trafficPolicy), port, ofSubset);
      }
      written
          .map(DestinationRule::trafficPolicy)
          .filter(policy -> policy.equals(merged.rule().trafficPolicy()))
          .ifPresent(policy -> add(new ConfigPart(key, "spec"), policy, port, ofRule));
    }
    return new PolicyPlaces(ofSubset.addAll(ofRule.build()).build(), ofName);
  }

  private static void add(
      ConfigPart owner,
      Optional<TrafficPolicy> policy,
      OptionalInt port,
      ImmutableList.Builder<Level> to) {
    if (policy.isEmpty()) {
      return;
    }
    ConfigPart part = new ConfigPart(owner.object(), owner.path() + ".trafficPolicy");
    for (int i = 0; i < policy.get().portLevelSettings().size(); i++) {
      PortTrafficPolicy settings = policy.get().portLevelSettings().get(i);
      if (port.isPresent() && settings.port().equals(port)) {
        to.add(Level.ofPort(part, i, settings));
        break;
      }
    }
    to.add(new Level(part, policy.get()));
  }

  /** The subset. */
  public Optional<ConfigPart> subset() {
    return subset;
  }

  /** A load balancer that the policy has. */
  public Optional<ConfigPart> loadBalancer(Predicate<LoadBalancer> wanted) {
    return find("loadBalancer", TrafficPolicy::loadBalancer, wanted);
  }

  /** The connection pool that the policy has. */
  public Optional<ConfigPart> connectionPool(ConnectionPool wanted) {
    return find("connectionPool", TrafficPolicy::connectionPool, wanted::equals);
  }

  /** The outlier detection that the policy has. */
  public Optional<ConfigPart> outlierDetection(OutlierDetection wanted) {
    return find("outlierDetection", TrafficPolicy::outlierDetection, wanted::equals);
  }

  /**
   * A setting that the policy has.
   *
   * @param field its name
   * @param of the setting of a policy
   * @param wanted whether it is the one
   */
  public <T> Optional<ConfigPart> find(
      String field, Function<TrafficPolicy, Optional<T>> of, Predicate<T> wanted) {
    for (Level level : levels) {
      if (of.apply(level.policy()).filter(wanted).isPresent()) {
        return Optional.of(
            new ConfigPart(level.part().object(), level.part().path() + "." + field));
      }
    }
    return Optional.empty();
  }
}
