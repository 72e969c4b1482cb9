// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.validation;

import com.google.common.collect.ImmutableList;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.internal.validation.mesh.ExtensionProvidersValidator;
import io.rutter.model.mesh.MeshConfig;
import io.rutter.model.mesh.network.MeshNetworks;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.Severity;

/**
 * The settings of a mesh, checked; those in error have the defaults in their place, and extension
 * providers that Envoy would refuse are left out.
 *
 * @param mesh the settings that were given
 * @param networks the networks that were given
 * @param ofMesh what is wrong with the settings
 * @param ofNetworks what is wrong with the networks
 */
record CheckedSettings(
    MeshConfig mesh,
    MeshNetworks networks,
    ImmutableList<Problem> ofMesh,
    ImmutableList<Problem> ofNetworks) {

  /** Those of a mesh. */
  static CheckedSettings of(MeshSnapshot snapshot) {
    return new CheckedSettings(
        snapshot.meshConfig(),
        snapshot.meshNetworks(),
        Validator.validate(snapshot.meshConfig()),
        Validator.validate(snapshot.meshNetworks()));
  }

  /** Those of another mesh, which are not checked again if they are the very same. */
  CheckedSettings with(MeshSnapshot next) {
    return next.meshConfig() == mesh && next.meshNetworks() == networks ? this : of(next);
  }

  /** Whether nothing is in error. */
  @SuppressWarnings("ReferenceEquality") // What is whole is kept as it was given.
  boolean isWhole() {
    return rightMesh() == mesh && isRight(ofNetworks);
  }

  private MeshConfig rightMesh() {
    return isRight(ofMesh)
        ? ExtensionProvidersValidator.withoutWrong(mesh)
        : MeshConfig.builder().build();
  }

  /** Puts what is right into a mesh. */
  void into(MeshSnapshot.Builder snapshot) {
    snapshot
        .meshConfig(rightMesh())
        .meshNetworks(isRight(ofNetworks) ? networks : MeshNetworks.builder().build());
  }

  private static boolean isRight(ImmutableList<Problem> problems) {
    return problems.stream().noneMatch(problem -> problem.severity() == Severity.ERROR);
  }
}
