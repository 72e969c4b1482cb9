// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.javacontrolplane;

import java.util.Optional;

/**
 * Decides which clients may be who they say they are: without, whoever reaches the port is given
 * what belongs to any node id. Called from any thread, once for each stream.
 */
@FunctionalInterface
public interface ClientAdmission {
  /** Lets everybody in. */
  ClientAdmission ALL = client -> Optional.empty();

  /**
   * Why a client is not let in; empty: it is. Does not throw.
   *
   * @param client who it says it is, with the names that its certificate proves
   */
  Optional<String> refusal(XdsClient client);
}
