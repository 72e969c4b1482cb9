// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane;

import java.io.PrintStream;

/** The control plane, without another Java. */
public final class ControlPlaneInProcess {
  private ControlPlaneInProcess() {}

  /** Runs {@code control-plane} and returns its exit status. */
  public static int run(String[] arguments, PrintStream out, PrintStream err) {
    return ControlPlaneCommand.run(arguments, out, err);
  }
}
