// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh.proxyconfig;

/** Where the value of a {@link CustomTag} comes from (Istio reference: Tracing.CustomTag). */
public sealed interface CustomTagSource permits EnvironmentTag, LiteralTag, RequestHeaderTag {
  /** Which of the forms this is. */
  Kind kind();

  /** The forms of {@link CustomTagSource}. */
  enum Kind {
    /** {@link LiteralTag}. */
    LITERAL,
    /** {@link EnvironmentTag}. */
    ENVIRONMENT,
    /** {@link RequestHeaderTag}. */
    HEADER
  }
}
