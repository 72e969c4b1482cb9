// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

/**
 * What the command did.
 *
 * @param status its exit status
 * @param out its standard output
 * @param err its standard error
 */
record CommandRun(int status, String out, String err) {
  /** Runs {@code rutter} with these arguments and nothing on standard input. */
  static CommandRun rutter(String... arguments) {
    return rutterOn("", arguments);
  }

  /** Runs {@code rutter} with these arguments and this standard input. */
  static CommandRun rutterOn(String input, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        Rutter.run(
            arguments,
            new ByteArrayInputStream(input.getBytes(UTF_8)),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8));
    return new CommandRun(status, out.toString(UTF_8), err.toString(UTF_8));
  }
}
