// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve;

import com.google.common.collect.ImmutableList;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.registry.Service;
import java.util.Optional;

/** The services of the mesh: those of the platform and those that ServiceEntries add. */
public final class ServiceIndex {
  private ServiceIndex() {}

  /** Converts ServiceEntries, sorts and indexes. */
  public static ServiceIndex of(
      MeshSnapshot snapshot, MeshSettings settings, ProblemSink problems) {
    throw new UnsupportedOperationException();
  }

  /** All services, oldest first. */
  public ImmutableList<Service> all() {
    throw new UnsupportedOperationException();
  }

  /** Services that a namespace may see, oldest first. */
  public ImmutableList<Service> visibleTo(String namespace) {
    throw new UnsupportedOperationException();
  }

  /** All services of that host in any namespace, in order of precedence. */
  public ImmutableList<Service> ofHost(String hostname) {
    throw new UnsupportedOperationException();
  }

  /** The service of that host which a client in that namespace gets: own namespace first. */
  public Optional<Service> lookup(String hostname, String clientNamespace) {
    throw new UnsupportedOperationException();
  }
}
