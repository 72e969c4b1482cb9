// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator;

import static java.util.Objects.requireNonNull;

import io.rutter.model.MeshSnapshot;
import io.rutter.model.validation.ValidatedSnapshot;
import io.rutter.model.validation.Validator;

/**
 * Turns a mesh into Envoy's resources.
 *
 * <pre>{@code
 * CompiledMesh mesh = Translator.create().compile(snapshot);
 * XdsResources resources = mesh.translate(proxy);
 * }</pre>
 *
 * <p>A translator holds no state; the same input always gives the same bytes.
 */
public final class Translator {
  private final TranslationOptions options;

  private Translator(TranslationOptions options) {
    this.options = options;
  }

  /** A translator with Istio's defaults. */
  public static Translator create() {
    return create(TranslationOptions.defaults());
  }

  /** A translator with these options. */
  public static Translator create(TranslationOptions options) {
    return new Translator(requireNonNull(options, "options"));
  }

  /**
   * Does all the work that does not depend on a proxy. The mesh is validated first, as {@link
   * Validator#validate(MeshSnapshot)} does it, so that a mesh that was built in code is as safe as
   * one that was read: an object with an error is skipped, and {@link CompiledMesh#problems()} says
   * so. Nothing is thrown for the content of a mesh.
   */
  public CompiledMesh compile(MeshSnapshot snapshot) {
    return CompiledMesh.of(requireNonNull(snapshot, "snapshot"), options);
  }

  /**
   * The same as {@link #compile(MeshSnapshot)} of the mesh that was validated, which is not
   * validated again. For callers who look at the problems first, or who compile one mesh with
   * several options.
   */
  public CompiledMesh compile(ValidatedSnapshot validated) {
    return CompiledMesh.of(requireNonNull(validated, "validated"), options);
  }
}
