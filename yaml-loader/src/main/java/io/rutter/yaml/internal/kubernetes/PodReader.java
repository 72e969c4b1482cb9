// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.kubernetes;

import com.google.common.collect.ImmutableList;
import io.rutter.model.ObjectMeta;
import io.rutter.model.Protocol;
import io.rutter.model.registry.ContainerPort;
import io.rutter.yaml.internal.node.ObjectNode;
import java.util.Optional;

/** Reads {@link Pod} (Kubernetes: {@code Pod}); only some of its many fields matter. */
public final class PodReader {
  private PodReader() {}

  /** Reads the object. */
  public static Pod pod(ObjectMeta metadata, ObjectNode in) {
    Origin origin = in.requiredObject("metadata", PodReader::origin);
    Spec spec = in.requiredObject("spec", of -> spec(metadata, of));
    Status status = in.requiredObject("status", PodReader::status);
    return new Pod(
        metadata,
        origin.workloadName(),
        status.addresses(),
        spec.nodeName(),
        spec.serviceAccountName(),
        spec.hostName(),
        spec.subDomain(),
        spec.ports(),
        spec.hostNetwork(),
        status.ready() && !origin.leaving() && !status.addresses().isEmpty());
  }

  private record Origin(String workloadName, boolean leaving) {}

  private record Spec(
      String nodeName,
      String serviceAccountName,
      String hostName,
      String subDomain,
      ImmutableList<ContainerPort> ports,
      boolean hostNetwork) {}

  private record Status(ImmutableList<String> addresses, boolean ready) {}

  private record Container(boolean sidecar, ImmutableList<ContainerPort> ports) {}

  private static Origin origin(ObjectNode in) {
    in.acceptOthers();
    return new Origin(WorkloadNames.read(in), in.has("deletionTimestamp"));
  }

  private static Spec spec(ObjectMeta metadata, ObjectNode in) {
    in.acceptOthers();
    String subDomain = in.string("subdomain").orElse("");
    String hostName = in.string("hostname").orElse(metadata.name());
    ImmutableList.Builder<ContainerPort> ports = ImmutableList.builder();
    for (Container container : in.objects("containers", PodReader::container)) {
      ports.addAll(container.ports());
    }
    for (Container container : in.objects("initContainers", PodReader::container)) {
      if (container.sidecar()) {
        ports.addAll(container.ports());
      }
    }
    return new Spec(
        in.string("nodeName").orElse(""),
        in.string("serviceAccountName").orElse(""),
        subDomain.isEmpty() ? "" : hostName,
        subDomain,
        ports.build(),
        in.bool("hostNetwork"));
  }

  private static Container container(ObjectNode in) {
    in.acceptOthers();
    return new Container(
        in.string("restartPolicy").equals(Optional.of("Always")),
        in.objects("ports", PodReader::port));
  }

  private static ContainerPort port(ObjectNode in) {
    in.acceptOthers();
    return ContainerPort.builder()
        .name(in.string("name").orElse(""))
        .port(in.port("containerPort").orElse(0))
        .protocol(Protocol.parse(in.choice("protocol", "TCP", "UDP", "SCTP")))
        .onNode(in.port("hostPort").orElse(0) > 0)
        .build();
  }

  private static Status status(ObjectNode in) {
    in.acceptOthers();
    ImmutableList<String> all = in.objects("podIPs", PodReader::podIp);
    Optional<String> main = in.string("podIP");
    ImmutableList<String> addresses =
        main.isPresent() && !all.contains(main.get()) ? ImmutableList.of(main.get()) : all;
    String phase = in.string("phase").orElse("");
    boolean ready = in.objects("conditions", PodReader::isReady).contains(true);
    return new Status(addresses, ready && !phase.equals("Failed") && !phase.equals("Succeeded"));
  }

  private static String podIp(ObjectNode in) {
    return in.string("ip").orElse("");
  }

  private static boolean isReady(ObjectNode in) {
    in.acceptOthers();
    return in.string("type").equals(Optional.of("Ready"))
        && in.string("status").equals(Optional.of("True"));
  }
}
