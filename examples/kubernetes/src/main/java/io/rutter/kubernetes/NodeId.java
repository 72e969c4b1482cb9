// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Optional;

/**
 * The id of a node as Istio's proxies write it: {@code sidecar~10.1.2.3~POD.NAMESPACE~DOMAIN}.
 *
 * @param type {@code sidecar} or {@code router}
 * @param address the IP of the pod
 * @param pod its name
 * @param namespace its namespace
 * @param dnsDomain what short host names are completed with
 */
record NodeId(String type, String address, String pod, String namespace, String dnsDomain) {
  private static final ImmutableSet<String> TYPES = ImmutableSet.of("sidecar", "router");

  /** The types of Istio that get no configuration of Envoys, or one of another kind. */
  private static final ImmutableSet<String> UNSERVED_TYPES = ImmutableSet.of("waypoint", "ztunnel");

  private static final String EXPECTED =
      "sidecar~IP~POD.NAMESPACE~DOMAIN or router~IP~POD.NAMESPACE~DOMAIN";

  /** The parts of an id; empty: it is none that this control plane serves. */
  static Optional<NodeId> of(String id) {
    List<String> parts = Splitter.on('~').splitToList(id);
    if (parts.size() != 4) {
      return Optional.empty();
    }
    String type = parts.get(0);
    int dot = parts.get(2).lastIndexOf('.'); // A namespace has none.
    return dot > 0 && dot + 1 < parts.get(2).length() && TYPES.contains(type)
        ? Optional.of(
            new NodeId(
                type,
                parts.get(1),
                parts.get(2).substring(0, dot),
                parts.get(2).substring(dot + 1),
                parts.get(3)))
        : Optional.empty();
  }

  /** Why a node of this id is not served, whoever else is connected; empty: it may be. */
  static Optional<String> refusal(String id) {
    if (of(id).isPresent()) {
      return Optional.empty();
    }
    String type = Splitter.on('~').split(id).iterator().next();
    return Optional.of(
        (UNSERVED_TYPES.contains(type)
                ? "proxies of the type " + type + " are not served"
                : "its id is none of a proxy of Istio's")
            + " (expected: "
            + EXPECTED
            + ")");
  }
}
