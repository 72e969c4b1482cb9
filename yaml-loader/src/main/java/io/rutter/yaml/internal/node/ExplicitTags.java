// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.node;

import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Leaves unquoted scalars unresolved, so that {@link PlainScalars} decides what they mean; quoted
 * ones are texts.
 */
final class ExplicitTags extends Resolver {
  /** The tag of a scalar that is neither quoted nor tagged. */
  static final Tag PLAIN = new Tag("tag:rutter.io,2026:plain");

  @Override
  protected void addImplicitResolvers() {
    // None: see resolve.
  }

  @Override
  public Tag resolve(NodeId kind, String value, boolean implicit) {
    return kind == NodeId.scalar && implicit ? PLAIN : super.resolve(kind, value, implicit);
  }
}
