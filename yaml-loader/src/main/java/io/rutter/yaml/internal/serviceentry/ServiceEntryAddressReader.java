// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.serviceentry;

import io.rutter.model.serviceentry.ServiceEntryAddress;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link ServiceEntryAddress} (Istio: {@code ServiceEntryAddress}). */
public final class ServiceEntryAddressReader {
  private ServiceEntryAddressReader() {}

  /** Reads the fields of the object. */
  public static ServiceEntryAddress read(ObjectNode in) {
    ServiceEntryAddress.Builder serviceEntryAddress = ServiceEntryAddress.builder();
    serviceEntryAddress.value(in.requiredString("value"));
    in.string("host").ifPresent(serviceEntryAddress::host);
    return serviceEntryAddress.build();
  }
}
