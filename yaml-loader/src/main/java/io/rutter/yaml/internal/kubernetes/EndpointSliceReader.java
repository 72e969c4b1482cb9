// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.kubernetes;

import io.rutter.model.ObjectMeta;
import io.rutter.yaml.internal.kubernetes.EndpointSlice.Condition;
import io.rutter.yaml.internal.kubernetes.EndpointSlice.Member;
import io.rutter.yaml.internal.kubernetes.EndpointSlice.PodRef;
import io.rutter.yaml.internal.kubernetes.EndpointSlice.Port;
import io.rutter.yaml.internal.node.ObjectNode;
import java.util.Optional;

/** Reads {@link EndpointSlice} (Kubernetes: {@code EndpointSlice}). */
public final class EndpointSliceReader {
  private EndpointSliceReader() {}

  /** Reads the object. */
  public static EndpointSlice endpointSlice(ObjectMeta metadata, ObjectNode in) {
    return new EndpointSlice(
        metadata,
        in.string("addressType").orElse("IPv4"),
        in.objects("endpoints", EndpointSliceReader::member),
        in.objects("ports", EndpointSliceReader::port));
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

  private static Port port(ObjectNode in) {
    in.accept("protocol", "appProtocol");
    return new Port(in.string("name").orElse(""), in.port("port").orElse(0));
  }
}
