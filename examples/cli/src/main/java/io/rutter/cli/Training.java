// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * Does what the command does most, so that Java notes the classes of it: the launcher starts this
 * once, to make an archive of them.
 */
final class Training {
  private Training() {}

  /** Runs on the folder of examples of a distribution, which is the only argument. */
  public static void main(String[] args) {
    Path examples = Path.of(args[0]);
    String mesh = examples.resolve("bookinfo").toString();
    String tests = examples.resolve("calls/bookinfo.yaml").toString();
    String proxy = "productpage-v1-5c8d7f-p2wlk.bookinfo";
    int failed =
        run("--version")
            + run("codes", "unknown-field")
            + run("translate", mesh)
            + run("translate", "--format", "table", mesh)
            + run("validate", mesh)
            + run("analyze", "--notes", mesh)
            + run("simulate", mesh, "--tests", tests)
            + run("simulate", mesh, "--proxy", proxy, "http://reviews:9080/");
    System.exit(failed);
  }

  private static int run(String... arguments) {
    OutputStream nowhere = OutputStream.nullOutputStream();
    return Rutter.run(arguments, InputStream.nullInputStream(), nowhere, nowhere);
  }
}
