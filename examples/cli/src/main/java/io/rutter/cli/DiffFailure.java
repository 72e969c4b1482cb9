// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import io.rutter.inspect.diff.MeshDiff;

/** Which differences fail {@code rutter diff}; the names are what {@code --fail-on} takes. */
enum DiffFailure {
  /** Calls that end differently, also where not all of them were looked at. */
  BEHAVIOUR {
    @Override
    boolean fails(MeshDiff diff) {
      return !diff.behaviours().isEmpty() || !diff.boundedTargets().isEmpty();
    }
  },
  /** Any resource, or a proxy that comes or goes, and what {@link #BEHAVIOUR} names. */
  RESOURCES {
    @Override
    boolean fails(MeshDiff diff) {
      return BEHAVIOUR.fails(diff)
          || !diff.resources().isEmpty()
          || !diff.addedProxies().isEmpty()
          || !diff.removedProxies().isEmpty();
    }
  },
  /** None. */
  NEVER {
    @Override
    boolean fails(MeshDiff diff) {
      return false;
    }
  };

  /** Whether this difference fails the command. */
  abstract boolean fails(MeshDiff diff);
}
