// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.kubernetes;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.rutter.model.ObjectMeta;
import io.rutter.model.Protocol;
import io.rutter.model.mesh.MeshDefaults;
import io.rutter.model.registry.ProtocolSelection;
import io.rutter.model.registry.ServicePort;
import io.rutter.model.registry.TargetPort;
import io.rutter.yaml.internal.node.ObjectNode;
import java.util.Optional;

/** Reads {@link KubernetesService} (Kubernetes: {@code Service}). */
public final class ServiceReader {
  private ServiceReader() {}

  /** Reads the object. */
  public static KubernetesService service(ObjectMeta metadata, ObjectNode in) {
    ImmutableList<String> balancer = in.requiredObject("status", ServiceReader::loadBalancer);
    return in.requiredObject("spec", spec -> spec(metadata, balancer, spec));
  }

  private record Port(ServicePort port, int nodePort) {}

  private static KubernetesService spec(
      ObjectMeta metadata, ImmutableList<String> balancer, ObjectNode in) {
    in.accept(
        "sessionAffinity",
        "sessionAffinityConfig",
        "externalTrafficPolicy",
        "healthCheckNodePort",
        "publishNotReadyAddresses",
        "ipFamilies",
        "ipFamilyPolicy",
        "allocateLoadBalancerNodePorts",
        "loadBalancerClass",
        "loadBalancerIP",
        "loadBalancerSourceRanges");
    String type = in.choice("type", "ClusterIP", "NodePort", "LoadBalancer", "ExternalName");
    checkExternalName(metadata, type, in);
    ImmutableList<Port> ports = in.objects("ports", ServiceReader::port);
    ImmutableMap.Builder<Integer, Integer> nodePorts = ImmutableMap.builder();
    for (Port port : ports) {
      nodePorts.put(port.port().number(), port.nodePort());
    }
    ImmutableList.Builder<String> external = ImmutableList.builder();
    if (type.equals("LoadBalancer")) {
      external.addAll(balancer);
    }
    external.addAll(in.strings("externalIPs"));
    return new KubernetesService(
        metadata,
        type,
        clusterIps(in),
        in.string("externalName").orElse(""),
        ports.stream().map(Port::port).collect(toImmutableList()),
        nodePorts.buildKeepingLast(),
        in.stringMap("selector"),
        external.build(),
        in.string("trafficDistribution").orElse(""),
        in.choice("internalTrafficPolicy", "Cluster", "Local").equals("Local"));
  }

  /** An alias needs a host to stand for, another than its own, as proxies would go in circles. */
  private static void checkExternalName(ObjectMeta metadata, String type, ObjectNode in) {
    if (!type.equals("ExternalName")) {
      return;
    }
    String host = in.string("externalName").orElse("");
    if (host.isEmpty()) {
      in.reportMissing("externalName", "the host that the service stands for");
    } else if (host.equals(MeshDefaults.serviceHostname(metadata.namespace(), metadata.name()))) {
      in.reportInvalid("externalName", "another host than that of the service itself");
    }
  }

  private static ImmutableList<String> clusterIps(ObjectNode in) {
    ImmutableList<String> all = in.strings("clusterIPs");
    Optional<String> main = in.string("clusterIP");
    if (main.isEmpty()) {
      return ImmutableList.of();
    }
    return all.size() > 1 && !main.get().equals("None") ? all : ImmutableList.of(main.get());
  }

  private static Port port(ObjectNode in) {
    int number = in.port("port").orElse(0);
    if (number == 0 && !in.has("port")) {
      in.reportMissing("port", "the number of the port");
    } else if (number < 1 || number > 65535) {
      in.reportInvalid("port", "a port from 1 to 65535");
    }
    String name = in.string("name").orElse("");
    String transport = in.choice("protocol", "TCP", "UDP", "SCTP");
    ServicePort.Builder port =
        ServicePort.builder()
            .number(number)
            .name(name)
            .protocol(
                transport.equals("UDP")
                    ? Protocol.UDP
                    : ProtocolSelection.select(number, name, in.stringValue("appProtocol")));
    targetPort(in).ifPresent(port::targetPort);
    return new Port(port.build(), in.port("nodePort").orElse(0));
  }

  private static Optional<TargetPort> targetPort(ObjectNode in) {
    if (in.isText("targetPort")) {
      return in.string("targetPort").map(TargetPort.Named::new);
    }
    var number = in.port("targetPort");
    return number.isPresent()
        ? Optional.of(new TargetPort.Fixed(number.getAsInt()))
        : Optional.empty();
  }

  private static ImmutableList<String> loadBalancer(ObjectNode in) {
    in.acceptOthers();
    return in.requiredObject(
        "loadBalancer",
        balancer ->
            balancer.objects("ingress", ServiceReader::ingress).stream()
                .filter(address -> !address.isEmpty())
                .collect(toImmutableList()));
  }

  private static String ingress(ObjectNode in) {
    in.acceptOthers();
    return in.string("ip").or(() -> in.string("hostname")).orElse("");
  }
}
