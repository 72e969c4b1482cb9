// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve;

import io.rutter.model.MeshSnapshot;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.registry.Service;
import java.util.Map;
import java.util.Optional;

/** Finds the DestinationRule of a service, as one client sees it. */
public final class DestinationRuleIndex {
  private DestinationRuleIndex() {}

  /** Resolves hosts, merges and indexes. */
  public static DestinationRuleIndex of(
      MeshSnapshot snapshot, MeshSettings settings, ProblemSink problems) {
    throw new UnsupportedOperationException();
  }

  /**
   * The rule for traffic from a client to a service.
   *
   * @param clientNamespace the namespace of the proxy, or of its Sidecar
   * @param clientLabels labels of the proxy, for rules with a workload selector
   */
  public Optional<MergedDestinationRule> outbound(
      String clientNamespace, Map<String, String> clientLabels, Service service) {
    throw new UnsupportedOperationException();
  }

  /** The rule for inbound traffic of a service: rules with a workload selector do not count. */
  public Optional<MergedDestinationRule> inbound(String clientNamespace, Service service) {
    throw new UnsupportedOperationException();
  }
}
