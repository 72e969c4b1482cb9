// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.diff;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.LinkedHashMultiset;
import com.google.common.collect.Multiset;
import io.rutter.inspect.Origin;
import io.rutter.inspect.diff.BehaviourDifference;
import io.rutter.inspect.diff.MeshDiff;
import io.rutter.inspect.internal.diff.behaviour.Behaviours;
import io.rutter.inspect.internal.diff.resource.ResourceDifferences;
import io.rutter.model.ConfigKey;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.Severity;
import io.rutter.model.problem.SourceMap;
import io.rutter.model.proxy.Proxy;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.XdsResources;
import io.rutter.translator.XdsUpdate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The comparison of two meshes. */
public final class MeshComparison {
  /** A finding, wherever it is in its file or its object. */
  private record Finding(
      Severity severity, ProblemCode code, Optional<ConfigKey> object, String message) {
    static Finding of(Problem problem) {
      return new Finding(problem.severity(), problem.code(), problem.object(), problem.message());
    }
  }

  private final CompiledMesh before;
  private final CompiledMesh after;
  private final SourceMap sourcesBefore;
  private final SourceMap sourcesAfter;
  private final ChangedObjects objects;

  public MeshComparison(
      CompiledMesh before, SourceMap sourcesBefore, CompiledMesh after, SourceMap sourcesAfter) {
    this.before = before;
    this.sourcesBefore = sourcesBefore;
    this.sourcesAfter = sourcesAfter;
    this.objects = ChangedObjects.of(before.snapshot(), after.snapshot());
    // What a change does not touch is not made again, and is the same object on both sides.
    this.after = before.options().equals(after.options()) ? before.with(after.snapshot()) : after;
  }

  public MeshDiff run() {
    Map<String, Proxy> old = proxies(before);
    Map<String, Proxy> current = proxies(after);
    ResourceDifferences resources = new ResourceDifferences();
    Behaviours behaviours = new Behaviours(sourcesBefore, sourcesAfter);
    current.forEach(
        (id, proxy) -> {
          Proxy earlier = old.get(id);
          if (earlier != null) {
            XdsResources previous = before.translate(earlier);
            XdsUpdate update = after.translate(proxy, previous);
            resources.add(previous, update);
            behaviours.add(previous, update);
          }
        });
    ImmutableList<Problem> found = after.analyze();
    ImmutableList<Problem> foundBefore = before.analyze();
    return MeshDiff.builder()
        .addedProxies(missing(current, old))
        .removedProxies(missing(old, current))
        .resources(resources.all())
        .behaviours(
            behaviours.all().stream().map(this::withChangedCauses).collect(toImmutableList()))
        .boundedTargets(behaviours.bounded().asList())
        .newFindings(without(found, foundBefore, sourcesAfter))
        .goneFindings(without(foundBefore, found, sourcesBefore))
        .build();
  }

  /** An object that is the same on both sides is no cause. */
  private BehaviourDifference withChangedCauses(BehaviourDifference difference) {
    ImmutableList<Origin> one = difference.causesBefore();
    ImmutableList<Origin> other = difference.causesAfter();
    return difference.toBuilder()
        .causesBefore(objects.causes(one, other, sourcesBefore))
        .causesAfter(objects.causes(other, one, sourcesAfter))
        .build();
  }

  private static Map<String, Proxy> proxies(CompiledMesh mesh) {
    Map<String, Proxy> proxies = new TreeMap<>();
    mesh.snapshot().proxies().forEach(proxy -> proxies.putIfAbsent(proxy.id(), proxy));
    return proxies;
  }

  private static ImmutableList<String> missing(Map<String, Proxy> of, Map<String, Proxy> in) {
    return of.keySet().stream().filter(id -> !in.containsKey(id)).collect(toImmutableList());
  }

  private static ImmutableList<Problem> without(
      List<Problem> findings, List<Problem> others, SourceMap sources) {
    Multiset<Finding> left = LinkedHashMultiset.create();
    others.forEach(problem -> left.add(Finding.of(problem)));
    return findings.stream()
        .filter(problem -> !left.remove(Finding.of(problem)))
        .map(problem -> problem.locatedBy(sources))
        .collect(toImmutableList());
  }
}
