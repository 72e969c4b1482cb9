// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.serviceentry;

import io.rutter.model.ObjectMeta;
import io.rutter.model.serviceentry.Location;
import io.rutter.model.serviceentry.Resolution;
import io.rutter.model.serviceentry.ServiceEntry;
import io.rutter.yaml.internal.common.WorkloadSelectorReader;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link ServiceEntry} (Istio: {@code ServiceEntry}). */
public final class ServiceEntryReader {
  private ServiceEntryReader() {}

  /** Reads the fields of the spec. */
  public static ServiceEntry read(ObjectMeta metadata, ObjectNode in) {
    ServiceEntry.Builder serviceEntry = ServiceEntry.builder().metadata(metadata);
    serviceEntry.hosts(in.strings("hosts"));
    serviceEntry.addresses(in.strings("addresses"));
    serviceEntry.ports(in.objects("ports", ServiceEntryPortReader::read));
    in.enumValue("location", Location.class).ifPresent(serviceEntry::location);
    in.enumValue("resolution", Resolution.class).ifPresent(serviceEntry::resolution);
    serviceEntry.endpoints(in.objects("endpoints", WorkloadEntryReader::read));
    in.object("workloadSelector", WorkloadSelectorReader::readLabels)
        .ifPresent(serviceEntry::workloadSelector);
    serviceEntry.exportTo(in.strings("exportTo"));
    serviceEntry.subjectAltNames(in.strings("subjectAltNames"));
    return serviceEntry.build();
  }
}
