// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.serviceentry;

import io.rutter.model.serviceentry.ServiceEntryPort;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link ServiceEntryPort} (Istio: {@code ServicePort}). */
public final class ServiceEntryPortReader {
  private ServiceEntryPortReader() {}

  /** Reads the fields of the object. */
  public static ServiceEntryPort read(ObjectNode in) {
    ServiceEntryPort.Builder serviceEntryPort = ServiceEntryPort.builder();
    in.port("number").ifPresent(serviceEntryPort::number);
    in.string("protocol").ifPresent(serviceEntryPort::protocol);
    serviceEntryPort.name(in.requiredString("name"));
    in.port("targetPort").ifPresent(serviceEntryPort::targetPort);
    return serviceEntryPort.build();
  }
}
