// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.random;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import io.rutter.model.ConfigKey;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.proxy.Proxy;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.ResourceKind;
import io.rutter.translator.Translator;
import io.rutter.translator.XdsResources;
import io.rutter.yaml.YamlLoader;
import io.rutter.yaml.YamlSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/**
 * One random mesh becomes another, object by object: each step leaves the very same other objects,
 * and what is compiled step by step is what is compiled anew.
 */
class MeshChangesEquivalenceTest {
  @Property(shrinking = ShrinkingMode.OFF, tries = 15)
  void objectByObjectEqualsAnew(@ForAll("meshes") String one, @ForAll("meshes") String other) {
    MeshSnapshot mesh = load(one);
    CompiledMesh compiled = Translator.create().compile(mesh);
    for (UnaryOperator<MeshSnapshot> step : steps(mesh, load(other))) {
      MeshSnapshot next = step.apply(mesh);
      assertThat(changed(mesh, next)).as("objects that are not the same").isLessThanOrEqualTo(1);
      mesh = next;
      compiled = compiled.with(mesh);
    }
    CompiledMesh anew = Translator.create().compile(mesh);
    assertThat(compiled.snapshot()).isEqualTo(mesh);
    assertThat(compiled.problems()).isEqualTo(anew.problems());
    for (Proxy proxy : mesh.proxies()) {
      assertEqual(compiled.translate(proxy), anew.translate(proxy));
    }
  }

  @Property(shrinking = ShrinkingMode.OFF, tries = 15)
  void anotherMeshEqualsAnew(@ForAll("meshes") String one, @ForAll("meshes") String other) {
    CompiledMesh compiled =
        Translator.create().compile(load(one)).with(load(other)).with(load(one));
    CompiledMesh anew = Translator.create().compile(load(one));
    assertThat(compiled.problems()).isEqualTo(anew.problems());
    for (Proxy proxy : anew.snapshot().proxies()) {
      assertEqual(compiled.translate(proxy), anew.translate(proxy));
    }
  }

  private static void assertEqual(XdsResources resources, XdsResources anew) {
    assertThat(resources.problems()).isEqualTo(anew.problems());
    for (ResourceKind kind : ResourceKind.values()) {
      assertThat(resources.serialized(kind).equals(anew.serialized(kind)))
          .as("%s of %s", kind, anew.proxy().name())
          .isTrue();
    }
  }

  /** What makes of one mesh the objects of another. */
  private static List<UnaryOperator<MeshSnapshot>> steps(MeshSnapshot from, MeshSnapshot to) {
    List<UnaryOperator<MeshSnapshot>> steps = new ArrayList<>();
    to.services().forEach(object -> steps.add(mesh -> mesh.with(object)));
    to.endpoints().forEach(object -> steps.add(mesh -> mesh.with(object)));
    to.workloads().forEach(object -> steps.add(mesh -> mesh.with(object)));
    to.virtualServices().forEach(object -> steps.add(mesh -> mesh.with(object)));
    to.destinationRules().forEach(object -> steps.add(mesh -> mesh.with(object)));
    to.serviceEntries().forEach(object -> steps.add(mesh -> mesh.with(object)));
    to.workloadEntries().forEach(object -> steps.add(mesh -> mesh.with(object)));
    to.gateways().forEach(object -> steps.add(mesh -> mesh.with(object)));
    to.sidecars().forEach(object -> steps.add(mesh -> mesh.with(object)));
    to.peerAuthentications().forEach(object -> steps.add(mesh -> mesh.with(object)));
    to.authorizationPolicies().forEach(object -> steps.add(mesh -> mesh.with(object)));
    to.requestAuthentications().forEach(object -> steps.add(mesh -> mesh.with(object)));
    to.keySets().forEach(object -> steps.add(mesh -> mesh.with(object)));
    to.proxies().forEach(object -> steps.add(mesh -> mesh.with(object)));
    for (ConfigKey key : Sets.difference(keys(from), keys(to))) {
      steps.add(mesh -> mesh.without(key));
    }
    return steps;
  }

  private static Set<ConfigKey> keys(MeshSnapshot mesh) {
    Set<ConfigKey> keys = Sets.newLinkedHashSet();
    mesh.services().forEach(object -> keys.add(ConfigKey.of("Service", object.metadata())));
    mesh.virtualServices()
        .forEach(object -> keys.add(ConfigKey.of("VirtualService", object.metadata())));
    mesh.destinationRules()
        .forEach(object -> keys.add(ConfigKey.of("DestinationRule", object.metadata())));
    mesh.serviceEntries()
        .forEach(object -> keys.add(ConfigKey.of("ServiceEntry", object.metadata())));
    mesh.gateways().forEach(object -> keys.add(ConfigKey.of("Gateway", object.metadata())));
    return keys;
  }

  /** How many objects of a mesh are not those of the one before. */
  private static long changed(MeshSnapshot before, MeshSnapshot after) {
    Set<Object> known = Sets.newIdentityHashSet();
    lists(before).forEach(known::addAll);
    return lists(after).stream()
        .flatMap(List::stream)
        .filter(object -> !known.contains(object))
        .count();
  }

  private static ImmutableList<ImmutableList<?>> lists(MeshSnapshot mesh) {
    return ImmutableList.of(
        mesh.services(),
        mesh.endpoints(),
        mesh.workloads(),
        mesh.namespaces(),
        mesh.virtualServices(),
        mesh.destinationRules(),
        mesh.serviceEntries(),
        mesh.workloadEntries(),
        mesh.gateways(),
        mesh.sidecars(),
        mesh.peerAuthentications(),
        mesh.authorizationPolicies(),
        mesh.requestAuthentications(),
        mesh.keySets(),
        mesh.proxies());
  }

  private static MeshSnapshot load(String yaml) {
    return YamlLoader.create().load(YamlSource.text("mesh.yaml", yaml)).snapshot();
  }

  @Provide
  Arbitrary<String> meshes() {
    return Arbitraries.oneOf(RandomMesh.ofRouting(), RandomMesh.ofRegistry());
  }
}
