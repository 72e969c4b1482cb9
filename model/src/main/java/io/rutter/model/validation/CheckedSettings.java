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
 * The checked settings of a mesh; invalid settings are replaced by the defaults, and extension
 * providers that Envoy would reject are left out.
 *
 * @param mesh the given settings
 * @param networks the given networks
 * @param ofMesh problems of the settings
 * @param ofNetworks problems of the networks
 */
record CheckedSettings(
    MeshConfig mesh,
    MeshNetworks networks,
    ImmutableList<Problem> ofMesh,
    ImmutableList<Problem> ofNetworks) {

  /** Checks the settings of a mesh. */
  static CheckedSettings of(MeshSnapshot snapshot) {
    return new CheckedSettings(
        snapshot.meshConfig(),
        snapshot.meshNetworks(),
        Validator.validate(snapshot.meshConfig()),
        Validator.validate(snapshot.meshNetworks()));
  }

  /** Checks the settings of another mesh; the same objects are not checked again. */
  CheckedSettings with(MeshSnapshot next) {
    return next.meshConfig() == mesh && next.meshNetworks() == networks ? this : of(next);
  }

  /** Whether there is no error. */
  @SuppressWarnings("ReferenceEquality") // Valid settings are the given objects.
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
