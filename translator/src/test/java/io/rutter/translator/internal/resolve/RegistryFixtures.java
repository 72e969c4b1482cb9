// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve;

import io.rutter.model.MeshSnapshot;
import io.rutter.model.ObjectMeta;
import io.rutter.model.Protocol;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServicePort;
import io.rutter.model.registry.TargetPort;
import io.rutter.model.serviceentry.Resolution;
import io.rutter.model.serviceentry.ServiceEntry;
import io.rutter.model.serviceentry.ServiceEntryPort;
import io.rutter.translator.TranslationOptions;
import java.time.Instant;

/** Small registry values that tests of this package start from. */
public final class RegistryFixtures {
  private RegistryFixtures() {}

  /** The index of a mesh. */
  public static MeshIndex index(MeshSnapshot.Builder snapshot) {
    return index(snapshot, problem -> {});
  }

  /** The index of a mesh, and what is wrong with it. */
  public static MeshIndex index(MeshSnapshot.Builder snapshot, ProblemSink problems) {
    return MeshIndex.of(snapshot.build(), TranslationOptions.defaults(), problems);
  }

  /** Identity of an object that is as old as the year says. */
  public static ObjectMeta meta(String namespace, String name, int year) {
    return ObjectMeta.of(namespace, name).toBuilder()
        .creationTimestamp(Instant.parse(year + "-01-01T00:00:00Z"))
        .build();
  }

  /** A platform service with the HTTP port 80, target port 8080. */
  public static Service.Builder service(ObjectMeta metadata) {
    return Service.builder()
        .hostname(metadata.name() + "." + metadata.namespace() + ".svc.cluster.local")
        .metadata(metadata)
        .sourceKind("Service")
        .addresses("10.0.0.1")
        .ports(
            ServicePort.builder()
                .number(80)
                .name("http")
                .protocol(Protocol.HTTP)
                .targetPort(new TargetPort.Fixed(8080))
                .build());
  }

  /** A ServiceEntry with the HTTP port 80 and resolution STATIC. */
  public static ServiceEntry.Builder entry(ObjectMeta metadata, String... hosts) {
    return ServiceEntry.builder()
        .metadata(metadata)
        .hosts(hosts)
        .ports(ServiceEntryPort.builder().number(80).name("http").protocol(Protocol.HTTP).build())
        .resolution(Resolution.STATIC);
  }
}
