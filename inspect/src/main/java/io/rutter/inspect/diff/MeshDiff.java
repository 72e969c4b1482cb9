// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.diff;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import io.rutter.inspect.internal.diff.MeshComparison;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.SourceMap;
import io.rutter.translator.CompiledMesh;

/**
 * What a change of a mesh does, before it is deployed: to the resources of proxies, to calls, and
 * to what is found to be wrong.
 *
 * <pre>{@code
 * MeshDiff diff = MeshDiff.of(before, after);
 * System.out.print(MeshDiffReport.text(diff));
 * }</pre>
 *
 * <p>Proxies are compared by their {@code NAME.NAMESPACE}, those that both meshes name. Pure: the
 * same meshes give the same result. {@code docs/diff.md} says how calls are divided and what is not
 * seen.
 */
@AutoValue
public abstract class MeshDiff {
  MeshDiff() {}

  /** Proxies that only the mesh of after names, sorted. Nothing else is told of them. */
  public abstract ImmutableList<String> addedProxies();

  /** Proxies that only the mesh of before names, sorted. Nothing else is told of them. */
  public abstract ImmutableList<String> removedProxies();

  /** Resources that differ, by kind and name. */
  public abstract ImmutableList<ResourceDifference> resources();

  /** Calls that end differently, by direction and target. */
  public abstract ImmutableList<BehaviourDifference> behaviours();

  /**
   * Targets with more than 2,000 divisions of requests that may differ, of which not all were
   * looked at: {@link #behaviours()} may lack some. Sorted, most often empty.
   */
  public abstract ImmutableList<String> boundedTargets();

  /** What {@link CompiledMesh#analyze()} finds in the mesh of after and not in that of before. */
  public abstract ImmutableList<Problem> newFindings();

  /** What {@link CompiledMesh#analyze()} finds in the mesh of before and not in that of after. */
  public abstract ImmutableList<Problem> goneFindings();

  /** Whether nothing differs. */
  public final boolean isEmpty() {
    return equals(builder().build());
  }

  /** Compares two meshes of which no positions are known. */
  public static MeshDiff of(CompiledMesh before, CompiledMesh after) {
    return of(before, SourceMap.NONE, after, SourceMap.NONE);
  }

  /**
   * Compares two meshes.
   *
   * @param sourcesBefore where the objects of {@code before} are, for what is behind a call's end
   * @param sourcesAfter where the objects of {@code after} are
   */
  public static MeshDiff of(
      CompiledMesh before, SourceMap sourcesBefore, CompiledMesh after, SourceMap sourcesAfter) {
    return new MeshComparison(before, sourcesBefore, after, sourcesAfter).run();
  }

  /** A builder of a difference of nothing. */
  public static Builder builder() {
    return new AutoValue_MeshDiff.Builder()
        .addedProxies(ImmutableList.of())
        .removedProxies(ImmutableList.of())
        .resources(ImmutableList.of())
        .behaviours(ImmutableList.of())
        .boundedTargets(ImmutableList.of())
        .newFindings(ImmutableList.of())
        .goneFindings(ImmutableList.of());
  }

  /** Builds a {@link MeshDiff}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link MeshDiff#addedProxies()}. */
    public abstract Builder addedProxies(ImmutableList<String> proxies);

    /** See {@link MeshDiff#removedProxies()}. */
    public abstract Builder removedProxies(ImmutableList<String> proxies);

    /** See {@link MeshDiff#resources()}. */
    public abstract Builder resources(ImmutableList<ResourceDifference> resources);

    /** See {@link MeshDiff#behaviours()}. */
    public abstract Builder behaviours(ImmutableList<BehaviourDifference> behaviours);

    /** See {@link MeshDiff#boundedTargets()}. */
    public abstract Builder boundedTargets(ImmutableList<String> targets);

    /** See {@link MeshDiff#newFindings()}. */
    public abstract Builder newFindings(ImmutableList<Problem> findings);

    /** See {@link MeshDiff#goneFindings()}. */
    public abstract Builder goneFindings(ImmutableList<Problem> findings);

    /** Builds the value. */
    public abstract MeshDiff build();
  }
}
