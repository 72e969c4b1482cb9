// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.rutter.yaml.ObjectKind;

/**
 * A kind as an API server serves it.
 *
 * @param kind the kind
 * @param version the version of it that is asked for
 * @param plural its name in addresses, for example {@code virtualservices}
 * @param isNamespaced whether its objects are in namespaces
 */
record ServedKind(ObjectKind kind, String version, String plural, boolean isNamespaced) {
  /** The name of a kind with its group, as one text. */
  static String qualifiedName(String group, String kind) {
    return group + "/" + kind;
  }

  /** The kind's name with its group. */
  String qualifiedName() {
    return qualifiedName(kind.group(), kind.name());
  }

  /** What {@code apiVersion} of its objects is. */
  String apiVersion() {
    return kind.group().isEmpty() ? version : kind.group() + "/" + version;
  }

  /** How a client asks for its objects. */
  ResourceDefinitionContext context() {
    return new ResourceDefinitionContext.Builder()
        .withGroup(kind.group())
        .withVersion(version)
        .withKind(kind.name())
        .withPlural(plural)
        .withNamespaced(isNamespaced)
        .build();
  }
}
