// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane;

import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of {@code serve}. */
final class ServeOptions {
  @Option(
      names = "--credentials",
      defaultValue = "credentials",
      description =
          "Folder with a folder NAME for each credentialName: tls.crt, tls.key, ca.crt."
              + " Default: ${DEFAULT-VALUE}.")
  private Path credentials = Path.of("");

  @Mixin private ServerOptions server = new ServerOptions();

  /** The folder of secrets. */
  Path credentials() {
    return credentials;
  }

  /** How it serves. */
  ServerOptions server() {
    return server;
  }
}
