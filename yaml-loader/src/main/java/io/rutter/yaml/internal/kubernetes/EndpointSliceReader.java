// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.kubernetes;

import com.google.common.collect.ImmutableList;
import io.rutter.model.ObjectMeta;
import io.rutter.yaml.internal.kubernetes.EndpointSlice.Condition;
import io.rutter.yaml.internal.kubernetes.EndpointSlice.Member;
import io.rutter.yaml.internal.kubernetes.EndpointSlice.PodRef;
import io.rutter.yaml.internal.kubernetes.EndpointSlice.Port;
import io.rutter.yaml.internal.node.ObjectNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Reads {@link EndpointSlice} (Kubernetes: {@code EndpointSlice}). */
public final class EndpointSliceReader {
  private EndpointSliceReader() {}

  /** Reads the object. */
  public static EndpointSlice endpointSlice(ObjectMeta metadata, ObjectNode in) {
    return new EndpointSlice(
        metadata,
        in.choice("addressType", "IPv4", "IPv6", "FQDN"),
        in.objects("endpoints", EndpointSliceReader::member),
        ports(in));
  }

  private static ImmutableList<Port> ports(ObjectNode in) {
    Set<String> names = new HashSet<>();
    return in.objects("ports", port -> port(port, names));
  }

  private static Member member(ObjectNode in) {
    in.accept("hostname", "nodeName", "zone", "hints", "deprecatedTopology");
    return new Member(
        in.strings("addresses"),
        in.object("targetRef", EndpointSliceReader::podRef).flatMap(ref -> ref),
        in.object("conditions", EndpointSliceReader::condition).orElse(Condition.READY));
  }

  private static Optional<PodRef> podRef(ObjectNode in) {
    in.accept("apiVersion", "fieldPath", "resourceVersion", "uid");
    PodRef ref = new PodRef(in.string("namespace").orElse(""), in.string("name").orElse(""));
    return in.string("kind").filter("Pod"::equals).map(pod -> ref);
  }

  private static Condition condition(ObjectNode in) {
    return new Condition(
        in.boolValue("ready").orElse(true),
        in.boolValue("serving").orElse(true),
        in.boolValue("terminating").orElse(true));
  }

  /**
   * Reads a port.
   *
   * @param names those of the ports before it
   */
  private static Port port(ObjectNode in, Set<String> names) {
    in.accept("appProtocol");
    in.choice("protocol", "TCP", "UDP", "SCTP");
    String name = in.string("name").orElse("");
    if (!names.add(name)) {
      if (name.isEmpty()) {
        in.reportMissing("name", "one, since another port of the slice has none");
      } else {
        in.reportInvalid("name", "a name that no other port of the slice has");
      }
    }
    int number = in.port("port").orElse(0);
    if (in.has("port") && (number < 1 || number > 65535)) {
      in.reportInvalid("port", "a port from 1 to 65535");
    }
    return new Port(name, number);
  }
}
