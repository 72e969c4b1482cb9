// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.serviceentry;

import io.rutter.model.ObjectMeta;
import io.rutter.model.serviceentry.Location;
import io.rutter.model.serviceentry.Resolution;
import io.rutter.model.serviceentry.ServiceEntry;
import io.rutter.model.serviceentry.ServiceEntryAddress;
import io.rutter.model.serviceentry.ServiceEntryPort;
import io.rutter.model.serviceentry.ServiceEntryStatus;
import io.rutter.yaml.internal.common.ProtocolReader;
import io.rutter.yaml.internal.common.ValueReader;
import io.rutter.yaml.internal.node.FieldNames;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link ServiceEntry}. */
public final class ServiceEntryReader {
  private ServiceEntryReader() {}

  /** Reads the object, with the addresses that its status says were allocated to it. */
  public static ServiceEntry serviceEntry(ObjectMeta metadata, ObjectNode in) {
    ServiceEntry entry =
        in.requiredObject("spec", FieldNames.PROTOBUF, spec -> spec(metadata, spec));
    return in.object("status", FieldNames.PROTOBUF, ServiceEntryReader::serviceEntryStatus)
        .map(status -> entry.toBuilder().allocatedAddresses(status.addresses()).build())
        .orElse(entry);
  }

  private static ServiceEntry spec(ObjectMeta metadata, ObjectNode in) {
    ServiceEntry.Builder entry = ServiceEntry.builder().metadata(metadata);
    entry.hosts(in.strings("hosts"));
    entry.addresses(in.strings("addresses"));
    entry.ports(in.objects("ports", ServiceEntryReader::serviceEntryPort));
    in.enumValue("location", Location.class).ifPresent(entry::location);
    in.enumValue("resolution", Resolution.class).ifPresent(entry::resolution);
    entry.endpoints(in.objects("endpoints", WorkloadEntryReader::workloadEntry));
    in.object("workloadSelector", ValueReader::networkingWorkloadSelector)
        .ifPresent(entry::workloadSelector);
    entry.exportTo(in.strings("exportTo"));
    entry.subjectAltNames(in.strings("subjectAltNames"));
    return entry.build();
  }

  /** Istio: {@code ServicePort}. */
  private static ServiceEntryPort serviceEntryPort(ObjectNode in) {
    ServiceEntryPort.Builder port = ServiceEntryPort.builder();
    in.port("number").ifPresent(port::number);
    ProtocolReader.protocol(in).ifPresent(port::protocol);
    port.name(in.requiredString("name"));
    in.port("targetPort").ifPresent(port::targetPort);
    return port.build();
  }

  private static ServiceEntryStatus serviceEntryStatus(ObjectNode in) {
    ServiceEntryStatus.Builder status = ServiceEntryStatus.builder();
    status.addresses(in.objects("addresses", ServiceEntryReader::serviceEntryAddress));
    in.ignore(
        "reports of controllers, not configuration",
        "conditions",
        "validationMessages",
        "observedGeneration");
    return status.build();
  }

  private static ServiceEntryAddress serviceEntryAddress(ObjectNode in) {
    ServiceEntryAddress.Builder address = ServiceEntryAddress.builder();
    address.value(in.requiredString("value"));
    in.string("host").ifPresent(address::host);
    return address.build();
  }
}
