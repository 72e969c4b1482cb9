// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;
import static java.util.Comparator.comparing;

import com.google.common.collect.ImmutableList;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.Severity;
import io.rutter.model.problem.SourceMap;
import io.rutter.model.proxy.Proxy;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * The resources of several proxies and all problems found on the way: what the output formats
 * print.
 *
 * @param proxies resources of each proxy, sorted by the name that the output gives it
 * @param problems what is wrong, each problem once
 */
public record Translation(ImmutableList<XdsResources> proxies, ImmutableList<Problem> problems) {
  /** Sorts the proxies. */
  public Translation {
    proxies = byProxyId(proxies);
  }

  /** Translates for each of these proxies. */
  public static Translation of(CompiledMesh mesh, Collection<Proxy> proxies) {
    return ofResources(mesh, proxies.stream().map(mesh::translate).toList());
  }

  /**
   * Resources that were translated already, with the problems of the mesh and of each proxy, in the
   * order of the proxies' names.
   */
  public static Translation ofResources(CompiledMesh mesh, List<XdsResources> resources) {
    ImmutableList<XdsResources> sorted = byProxyId(resources);
    return new Translation(
        sorted,
        Stream.concat(mesh.problems().stream(), sorted.stream().flatMap(r -> r.problems().stream()))
            .distinct()
            .collect(toImmutableList()));
  }

  /**
   * This translation with the problems of its input before its own, and source positions added to
   * its own.
   */
  public Translation withInput(Collection<Problem> inputProblems, SourceMap sources) {
    return new Translation(proxies, sources.join(inputProblems, problems));
  }

  /** Whether a problem is an error. */
  public boolean hasErrors() {
    return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
  }

  private static ImmutableList<XdsResources> byProxyId(List<XdsResources> resources) {
    return resources.stream()
        .sorted(comparing(each -> each.proxy().id()))
        .collect(toImmutableList());
  }
}
