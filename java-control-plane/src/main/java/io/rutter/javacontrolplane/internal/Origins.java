// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.javacontrolplane.internal;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSet;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.envoyproxy.controlplane.cache.Resources;
import io.rutter.model.ConfigKey;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.internal.snapshot.MeshList;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.SourceMap;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.ResourceChanges;
import io.rutter.translator.ResourceKind;
import io.rutter.translator.Translator;
import io.rutter.translator.XdsResources;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Finds the objects of the mesh that is served which resources come from. */
public final class Origins {
  /** Those of a mesh without objects. */
  public static final Origins NONE =
      new Origins(
          Translator.create().compile(MeshSnapshot.builder().build()),
          MeshSnapshot.builder().build(),
          ImmutableMap.of(),
          SourceMap.NONE);

  /** So many objects are tried, each by a translation of the mesh without it. */
  private static final int MOST_TRIED = 200;

  private static final ImmutableMap<String, ResourceKind> KINDS =
      ImmutableMap.of(
          Resources.V3.CLUSTER_TYPE_URL, ResourceKind.CLUSTERS,
          Resources.V3.ENDPOINT_TYPE_URL, ResourceKind.ENDPOINTS,
          Resources.V3.LISTENER_TYPE_URL, ResourceKind.LISTENERS,
          Resources.V3.ROUTE_TYPE_URL, ResourceKind.ROUTES);

  /** The mesh with an object as it was before, or without it. */
  private record Alternative(ConfigKey object, Supplier<MeshSnapshot> mesh) {}

  private final CompiledMesh mesh;
  private final MeshSnapshot before;
  private final ImmutableMap<String, XdsResources> resources;
  private final SourceMap sources;

  /** How often causes were searched for: a client that refuses all the time must not cost more. */
  private final AtomicInteger searches = new AtomicInteger();

  /**
   * The origins of what is served.
   *
   * @param before the mesh that was served until then
   * @param resources of each proxy, by what it is known under
   * @param sources where the objects are
   */
  public Origins(
      CompiledMesh mesh,
      MeshSnapshot before,
      ImmutableMap<String, XdsResources> resources,
      SourceMap sources) {
    this.mesh = mesh;
    this.before = before;
    this.resources = resources;
    this.sources = sources;
  }

  /** With the resources of one more proxy. */
  public Origins plus(String key, XdsResources more) {
    return new Origins(
        mesh,
        before,
        ImmutableMap.<String, XdsResources>builder()
            .putAll(resources)
            .put(key, more)
            .buildKeepingLast(),
        sources);
  }

  /** The problem with its place. */
  Problem located(Problem problem) {
    return problem.locatedBy(sources);
  }

  /**
   * The objects that some resources of a proxy come from: of those that the resources name, the
   * ones that have changed; else what has changed and makes the resources what they are; else all
   * that the resources name; else all that make the resources what they are.
   *
   * @param named objects that the resources name
   */
  ImmutableSet<ConfigKey> of(
      String key, String typeUrl, Set<String> names, ImmutableSet<ConfigKey> named) {
    List<Alternative> changes = alternatives(before);
    Set<ConfigKey> changed = Sets.newHashSet();
    changes.forEach(change -> changed.add(change.object));
    ImmutableSet<ConfigKey> both = Sets.intersection(named, changed).immutableCopy();
    if (!both.isEmpty()) {
      return both;
    }
    ImmutableSet<ConfigKey> causes = causes(changes, key, typeUrl, names);
    if (!causes.isEmpty()) {
      return causes;
    }
    return named.isEmpty()
        ? causes(alternatives(MeshSnapshot.builder().build()), key, typeUrl, names)
        : named;
  }

  /** The mesh, each time with another of its objects as another mesh has it. */
  private List<Alternative> alternatives(MeshSnapshot other) {
    List<Alternative> result = new ArrayList<>();
    MeshSnapshot now = mesh.snapshot();
    if (!now.meshConfig().equals(other.meshConfig())) {
      result.add(
          new Alternative(
              ConfigKey.MESH_CONFIG, () -> now.toBuilder().meshConfig(other.meshConfig()).build()));
    }
    MeshList.ALL.forEach(list -> collect(list, other, result));
    return result;
  }

  private <T> void collect(MeshList<T> list, MeshSnapshot other, List<Alternative> alternatives) {
    MeshSnapshot now = mesh.snapshot();
    Map<Object, T> earlier = new HashMap<>();
    for (T object : list.list().apply(other)) {
      earlier.putIfAbsent(list.identity().apply(object), object);
    }
    for (T object : list.list().apply(now)) {
      T old = earlier.get(list.identity().apply(object));
      if (!object.equals(old)) {
        ConfigKey key = list.key().apply(object);
        alternatives.add(
            new Alternative(key, () -> old == null ? list.without(now, key) : list.with(now, old)));
      }
    }
  }

  /** The objects whose alternatives make the resources other ones. */
  private ImmutableSet<ConfigKey> causes(
      List<Alternative> alternatives, String key, String typeUrl, Set<String> names) {
    XdsResources given = resources.get(key);
    if (given == null
        || alternatives.size() > MOST_TRIED
        || !KINDS.containsKey(typeUrl)
        || searches.incrementAndGet() > Bounds.SEARCHES) {
      return ImmutableSet.of();
    }
    return alternatives.stream()
        .filter(alternative -> changes(given, alternative, typeUrl, names))
        .map(Alternative::object)
        .collect(toImmutableSet());
  }

  private boolean changes(
      XdsResources given, Alternative alternative, String typeUrl, Set<String> names) {
    ResourceChanges changes =
        mesh.with(alternative.mesh.get())
            .translate(given.proxy(), given)
            .changes()
            .get(KINDS.get(typeUrl));
    return changes != null
        && names.stream()
            .anyMatch(name -> changes.changed().contains(name) || changes.removed().contains(name));
  }
}
