// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator;

import static java.util.Objects.requireNonNull;

import io.rutter.model.MeshSnapshot;

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

  /** Does all the work that does not depend on a proxy. */
  public CompiledMesh compile(MeshSnapshot snapshot) {
    return CompiledMesh.of(requireNonNull(snapshot, "snapshot"), options);
  }
}
