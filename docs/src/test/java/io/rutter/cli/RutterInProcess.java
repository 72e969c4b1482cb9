// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import java.io.InputStream;
import java.io.OutputStream;

/** The command, without another Java. */
public final class RutterInProcess {
  private RutterInProcess() {}

  /** Runs {@code rutter} and returns its exit status. */
  public static int run(String[] arguments, InputStream in, OutputStream out, OutputStream err) {
    return Rutter.run(arguments, in, out, err);
  }
}
