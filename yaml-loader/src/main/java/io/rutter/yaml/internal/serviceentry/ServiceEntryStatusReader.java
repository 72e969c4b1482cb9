// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.serviceentry;

import io.rutter.model.serviceentry.ServiceEntryStatus;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link ServiceEntryStatus} (Istio: {@code ServiceEntryStatus}). */
public final class ServiceEntryStatusReader {
  private ServiceEntryStatusReader() {}

  /** Reads the fields of the object. */
  public static ServiceEntryStatus read(ObjectNode in) {
    ServiceEntryStatus.Builder serviceEntryStatus = ServiceEntryStatus.builder();
    serviceEntryStatus.addresses(in.objects("addresses", ServiceEntryAddressReader::read));
    in.ignore(
        "reports of controllers, not configuration",
        "conditions",
        "validationMessages",
        "observedGeneration");
    return serviceEntryStatus.build();
  }
}
