// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.host;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A map from hosts, which may be wildcards, to values, with lookup of the most specific one: the
 * host itself, else the longest wildcard that covers it. The cost of a lookup depends on the number
 * of distinct wildcard lengths, not on the number of hosts.
 */
public final class MostSpecificHost<V> {
  private final ImmutableMap<String, V> exact;

  /** Values of wildcards by their suffix. */
  private final ImmutableMap<String, V> wildcards;

  /** Lengths of the keys of {@link #wildcards}, the longest first. */
  private final int[] lengths;

  private MostSpecificHost(Map<String, V> exact, Map<String, V> wildcards) {
    this.exact = ImmutableMap.copyOf(exact);
    this.wildcards = ImmutableMap.copyOf(wildcards);
    this.lengths =
        wildcards.keySet().stream()
            .map(String::length)
            .distinct()
            .sorted(Comparator.reverseOrder())
            .mapToInt(Integer::intValue)
            .toArray();
  }

  /** A builder of an empty map. */
  public static <V> Builder<V> builder() {
    return new Builder<>();
  }

  /** The value of exactly this host. */
  public Optional<V> get(String host) {
    return Optional.ofNullable(
        HostNames.isWildcard(host) ? wildcards.get(host.substring(1)) : exact.get(host));
  }

  /** The value of the most specific host that covers this one. */
  public Optional<V> mostSpecific(String host) {
    if (HostNames.isWildcard(host)) {
      return longestWildcard(host.substring(1));
    }
    V value = exact.get(host);
    return value == null ? longestWildcard(host) : Optional.of(value);
  }

  private Optional<V> longestWildcard(String name) {
    for (int length : lengths) {
      if (length > name.length()) {
        continue;
      }
      V value = wildcards.get(name.substring(name.length() - length));
      if (value != null) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  /** The values of all hosts. */
  public Collection<V> values() {
    return ImmutableList.<V>builder().addAll(exact.values()).addAll(wildcards.values()).build();
  }

  /** Whether one of its hosts covers this one. */
  public boolean covers(String host) {
    return mostSpecific(host).isPresent();
  }

  /** Whether it is empty. */
  public boolean isEmpty() {
    return exact.isEmpty() && wildcards.isEmpty();
  }

  /** Builds a {@link MostSpecificHost}. */
  public static final class Builder<V> {
    private final Map<String, V> exact = new LinkedHashMap<>();
    private final Map<String, V> wildcards = new LinkedHashMap<>();

    private Builder() {}

    /** Adds a value unless the host has one. */
    @CanIgnoreReturnValue
    public Builder<V> putIfAbsent(String host, V value) {
      if (HostNames.isWildcard(host)) {
        wildcards.putIfAbsent(host.substring(1), value);
      } else {
        exact.putIfAbsent(host, value);
      }
      return this;
    }

    /** Builds the map. */
    public MostSpecificHost<V> build() {
      return new MostSpecificHost<>(exact, wildcards);
    }
  }
}
