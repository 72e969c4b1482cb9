// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.registry;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.util.Collection;
import java.util.List;

/**
 * Names of service accounts as written in certificates. Istio document: Security, Istio identity.
 */
public final class SpiffeNames {
  /** What each name begins with. */
  public static final String SCHEME = "spiffe://";

  private SpiffeNames() {}

  /**
   * The name of an account: {@code spiffe://cluster.local/ns/default/sa/reviews}. A trust domain
   * that looks like the address of a Google account has a dot where that has its {@code @}.
   */
  public static String of(String trustDomain, String namespace, String serviceAccount) {
    return SCHEME + trustDomain.replace('@', '.') + "/ns/" + namespace + "/sa/" + serviceAccount;
  }

  /**
   * The names and, of those that name a workload, the same in every other trust domain; sorted and
   * without repeats.
   */
  public static ImmutableList<String> expand(
      Collection<String> names, List<String> trustDomainAliases) {
    ImmutableSortedSet.Builder<String> expanded = ImmutableSortedSet.naturalOrder();
    expanded.addAll(names);
    for (String name : names) {
      if (isWorkload(name)) {
        String path = name.substring(name.indexOf('/', SCHEME.length()));
        trustDomainAliases.forEach(alias -> expanded.add(SCHEME + alias + path));
      }
    }
    return expanded.build().asList();
  }

  private static boolean isWorkload(String name) {
    if (!name.startsWith(SCHEME)) {
      return false;
    }
    List<String> parts = Splitter.on('/').splitToList(name.substring(SCHEME.length()));
    return parts.size() == 5 && parts.get(1).equals("ns") && parts.get(3).equals("sa");
  }
}
