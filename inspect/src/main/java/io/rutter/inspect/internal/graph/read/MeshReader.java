// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.graph.read;

import com.google.common.collect.ImmutableList;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.XdsResources;

/** Looks at a mesh from all its viewpoints. */
public final class MeshReader {
  /** A bound of time for meshes in which all namespaces see many services. */
  private static final int MOST_CLUSTERS = 400_000;

  private MeshReader() {}

  /** What they see, and what was not looked at. */
  public static MeshReading read(CompiledMesh mesh) {
    ImmutableList<Viewpoint> all = Viewpoints.of(mesh.snapshot());
    KnownServices known = KnownServices.of(mesh.snapshot(), mesh.services());
    SeenServices services = new SeenServices();
    ImmutableList.Builder<SeenHost> hosts = ImmutableList.builder();
    int looked = 0;
    int clusters = 0;
    while (looked < all.size() && looked < Viewpoints.MOST && clusters < MOST_CLUSTERS) {
      Viewpoint view = all.get(looked);
      XdsResources resources = mesh.translate(view.proxy());
      services.add(view, resources.clusters());
      hosts.addAll(ViewReader.read(view, resources, known));
      clusters += resources.clusters().size();
      looked++;
    }
    return new MeshReading(
        all.subList(0, looked),
        hosts.build(),
        services,
        known,
        notes(all.subList(looked, all.size())));
  }

  private static ImmutableList<String> notes(ImmutableList<Viewpoint> left) {
    return left.isEmpty()
        ? ImmutableList.of()
        : ImmutableList.of(
            "what %d of the groups of proxies see that differ in it, from %s on (at most %d groups or %d clusters are looked at)"
                .formatted(left.size(), left.get(0).name(), Viewpoints.MOST, MOST_CLUSTERS));
  }
}
