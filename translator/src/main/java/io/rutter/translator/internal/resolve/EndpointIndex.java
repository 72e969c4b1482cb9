// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve;

import com.google.common.collect.ImmutableList;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.registry.Endpoint;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServicePort;

/** The endpoints of every service, those of ServiceEntries and selected workloads included. */
public final class EndpointIndex {
  private EndpointIndex() {}

  /** Collects endpoints, selects workloads and WorkloadEntries. */
  public static EndpointIndex of(
      MeshSnapshot snapshot, ServiceIndex services, ProblemSink problems) {
    throw new UnsupportedOperationException();
  }

  /** All endpoints of a service in registry order, every port. */
  public ImmutableList<Endpoint> endpoints(Service service) {
    throw new UnsupportedOperationException();
  }

  /** The endpoints that serve one port of a service, joined by port name. */
  public ImmutableList<Endpoint> endpoints(Service service, ServicePort port) {
    throw new UnsupportedOperationException();
  }

  /** SPIFFE names of a service: accounts of its endpoints and its own, sorted, without repeats. */
  public ImmutableList<String> serviceAccounts(Service service, ServicePort port) {
    throw new UnsupportedOperationException();
  }
}
