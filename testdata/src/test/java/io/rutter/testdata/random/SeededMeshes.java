// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.random;

import com.google.common.collect.ImmutableList;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;

/** Random meshes for tests that are no properties of jqwik. */
public final class SeededMeshes {
  private static final int GENERATOR_SIZE = 1000;

  private SeededMeshes() {}

  /** Meshes with policies of who may call, as YAML; the same for the same seed. */
  public static ImmutableList<String> ofPolicies(int count, long seed) {
    return of(RandomMesh.ofPolicies(), count, seed);
  }

  /** Meshes with VirtualServices and Gateways, as YAML; the same for the same seed. */
  public static ImmutableList<String> ofRouting(int count, long seed) {
    return of(RandomMesh.ofRouting(), count, seed);
  }

  /** Meshes with services and DestinationRules, as YAML; the same for the same seed. */
  public static ImmutableList<String> ofRegistry(int count, long seed) {
    return of(RandomMesh.ofRegistry(), count, seed);
  }

  /** Meshes with policies whose conditions exclude each other; the same for the same seed. */
  public static ImmutableList<String> ofClosePolicies(int count, long seed) {
    return of(RandomPolicyMesh.yaml(), count, seed);
  }

  private static ImmutableList<String> of(Arbitrary<String> arbitrary, int count, long seed) {
    ImmutableList.Builder<String> meshes = ImmutableList.builder();
    JqwikSession.run(
        () -> {
          RandomGenerator<String> generator = arbitrary.generator(GENERATOR_SIZE);
          Random random = new Random(seed);
          for (int i = 0; i < count; i++) {
            meshes.add(generator.next(random).value());
          }
        });
    return meshes.build();
  }
}
