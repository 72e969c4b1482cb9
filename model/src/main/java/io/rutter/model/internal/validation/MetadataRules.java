// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation;

import io.rutter.model.ObjectMeta;

/** What every object needs to be identified. */
public final class MetadataRules {
  private MetadataRules() {}

  /** Checks name, namespace and annotations. */
  public static void check(ObjectMeta metadata, Findings at) {
    check(metadata, false, at);
  }

  /** Checks name, namespace and annotations of an object that may be for a dry run. */
  public static void checkWithDryRun(ObjectMeta metadata, Findings at) {
    check(metadata, true, at);
  }

  private static void check(ObjectMeta metadata, boolean dryRun, Findings at) {
    if (metadata.name().isEmpty()) {
      at.at("name").missing("no name (expected: the name of the object)");
    }
    checkNamespace(metadata.namespace(), at.at("namespace"));
    AnnotationRules.check(metadata, dryRun, at.at("annotations"));
  }

  /** Checks the name of a namespace. */
  public static void checkNamespace(String namespace, Findings at) {
    if (namespace.isEmpty()) {
      at.missing("no namespace (expected: a name)");
    } else if (!NameRules.isLabel(namespace)) {
      at.invalid("namespace: \"" + namespace + "\" (expected: a DNS label)");
    }
  }
}
