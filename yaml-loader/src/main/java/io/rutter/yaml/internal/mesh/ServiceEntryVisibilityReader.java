// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.ServiceEntryVisibility;
import io.rutter.model.mesh.Visibility;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link ServiceEntryVisibility} (Istio: {@code ServiceEntryVisibility}). */
public final class ServiceEntryVisibilityReader {
  private ServiceEntryVisibilityReader() {}

  /** Reads the fields of the object. */
  public static ServiceEntryVisibility read(ObjectNode in) {
    ServiceEntryVisibility.Builder serviceEntryVisibility = ServiceEntryVisibility.builder();
    in.enumValue("defaultVisibility", Visibility.class)
        .ifPresent(serviceEntryVisibility::defaultVisibility);
    serviceEntryVisibility.applyToSidecars(in.bool("applyToSidecars"));
    serviceEntryVisibility.policies(in.objects("policies", VisibilityPolicyReader::read));
    return serviceEntryVisibility.build();
  }
}
