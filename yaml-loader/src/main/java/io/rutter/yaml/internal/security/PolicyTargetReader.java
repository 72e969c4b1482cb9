// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.security;

import io.rutter.model.security.PolicyTargetReference;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link PolicyTargetReference}. */
final class PolicyTargetReader {
  private PolicyTargetReader() {}

  static PolicyTargetReference policyTargetReference(ObjectNode in) {
    PolicyTargetReference.Builder target = PolicyTargetReference.builder();
    target.group(in.requiredString("group"));
    target.kind(in.requiredString("kind"));
    target.name(in.requiredString("name"));
    target.namespace(in.requiredString("namespace"));
    return target.build();
  }
}
