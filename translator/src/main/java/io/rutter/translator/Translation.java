// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Comparator.comparing;

import com.google.common.collect.ImmutableList;
import io.rutter.model.problem.Problem;
import java.util.Collection;

/**
 * The resources of several proxies and all that was found wrong on the way: what the output formats
 * print.
 *
 * @param proxies resources of each proxy, sorted by the name that the output gives it
 * @param problems problems of loading, compiling and translating
 */
public record Translation(ImmutableList<XdsResources> proxies, ImmutableList<Problem> problems) {
  /** Sorts the proxies. */
  public Translation {
    proxies = proxies.stream().sorted(comparing(Translation::proxyId)).collect(toImmutableList());
  }

  /** These resources with these problems; the proxies may come in any order. */
  public static Translation of(Collection<XdsResources> proxies, Collection<Problem> problems) {
    return new Translation(ImmutableList.copyOf(proxies), ImmutableList.copyOf(problems));
  }

  /** The name of a proxy in the output: {@code NAME.NAMESPACE}. */
  public static String proxyId(XdsResources resources) {
    return resources.proxy().name() + "." + resources.proxy().namespace();
  }
}
