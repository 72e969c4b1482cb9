// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.destinationrule;

import io.rutter.model.destinationrule.ConsistentHash;
import io.rutter.model.destinationrule.CookieAttribute;
import io.rutter.model.destinationrule.HashAlgorithm;
import io.rutter.model.destinationrule.HashCookie;
import io.rutter.model.destinationrule.HashKey;
import io.rutter.model.destinationrule.LoadBalancer;
import io.rutter.model.destinationrule.LoadBalancerPolicy;
import io.rutter.model.destinationrule.Warmup;
import io.rutter.model.internal.validation.Findings;
import io.rutter.model.internal.validation.ValueRules;
import io.rutter.model.problem.ProblemCode;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.Set;

/** Checks a {@link LoadBalancer}. */
final class LoadBalancerValidator {
  private static final long LARGEST_TABLE = 5_000_011;

  private LoadBalancerValidator() {}

  static void validate(LoadBalancer balancer, boolean hasOutlierDetection, Findings at) {
    balancer
        .policy()
        .filter(policy -> policy.kind() == LoadBalancerPolicy.Kind.HASHED)
        .map(policy -> ((LoadBalancerPolicy.Hashed) policy).value())
        .ifPresent(hash -> validateHash(hash, at.at("consistentHash")));
    if (balancer.localityLbSetting().isPresent() && balancer.zoneAwareLbSetting().isPresent()) {
      at.conflicting("localityLbSetting beside zoneAwareLbSetting (expected: one of them)");
    }
    balancer
        .localityLbSetting()
        .ifPresent(
            setting ->
                LocalityLbSettingValidator.validate(
                    setting, hasOutlierDetection, at.at("localityLbSetting")));
    balancer
        .zoneAwareLbSetting()
        .ifPresent(
            setting ->
                ZoneAwareLbSettingValidator.validate(
                    setting, hasOutlierDetection, at.at("zoneAwareLbSetting")));
    balancer
        .warmupDurationSecs()
        .ifPresent(d -> ValueRules.checkTimeLimit(d, at.at("warmupDurationSecs")));
    balancer.warmup().ifPresent(warmup -> validateWarmup(warmup, at.at("warmup")));
  }

  private static void validateHash(ConsistentHash hash, Findings at) {
    hash.hashKey()
        .filter(key -> key.kind() == HashKey.Kind.COOKIE)
        .ifPresent(key -> validateCookie(((HashKey.Cookie) key).value(), at.at("httpCookie")));
    if (hash.minimumRingSize().isPresent()) {
      at.at("minimumRingSize")
          .warn(
              ProblemCode.DEPRECATED_FIELD,
              "minimumRingSize is deprecated (expected: ringHash.minimumRingSize)");
      if (hash.hashAlgorithm().isPresent()) {
        at.conflicting("minimumRingSize beside an algorithm (expected: one of them)");
      }
    }
    hash.hashAlgorithm()
        .filter(algorithm -> algorithm.kind() == HashAlgorithm.Kind.TABLE)
        .ifPresent(
            algorithm ->
                checkTableSize(
                    ((HashAlgorithm.Table) algorithm).value().tableSize().orElse(0),
                    at.at("maglev").at("tableSize")));
  }

  private static void validateCookie(HashCookie cookie, Findings at) {
    if (cookie.name().isEmpty()) {
      at.missing("no name (expected: the name of the cookie)");
    }
    cookie.ttl().ifPresent(d -> ValueRules.checkTimeLimit(d, at.at("ttl")));
    Set<String> names = new HashSet<>();
    for (int i = 0; i < cookie.attributes().size(); i++) {
      CookieAttribute attribute = cookie.attributes().get(i);
      if (attribute.name().isEmpty() || !names.add(attribute.name())) {
        at.at("attributes")
            .at(i)
            .invalid("attribute name: \"" + attribute.name() + "\" (expected: a name, once)");
      }
    }
  }

  private static void checkTableSize(long size, Findings at) {
    if (size <= 0 || size >= LARGEST_TABLE || !isPrime(size)) {
      at.invalid("tableSize: " + size + " (expected: a prime below " + LARGEST_TABLE + ")");
    }
  }

  /** Envoy takes 1 for a prime. */
  private static boolean isPrime(long number) {
    return number == 1 || BigInteger.valueOf(number).isProbablePrime(30);
  }

  private static void validateWarmup(Warmup warmup, Findings at) {
    if (warmup.duration().isEmpty()) {
      at.missing("no duration (expected: how long it takes)");
    }
    warmup.duration().ifPresent(d -> ValueRules.checkDuration(d, at.at("duration")));
    if (warmup.minimumPercent().orElse(0) > 100) {
      at.at("minimumPercent")
          .invalid("percent: " + warmup.minimumPercent().getAsDouble() + " (expected: 0 to 100)");
    }
    if (warmup.aggression().isPresent() && !(warmup.aggression().getAsDouble() > 0)) {
      at.at("aggression")
          .invalid("aggression: " + warmup.aggression().getAsDouble() + " (expected: > 0)");
    }
  }
}
