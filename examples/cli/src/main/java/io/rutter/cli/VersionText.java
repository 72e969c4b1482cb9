// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class VersionText implements IVersionProvider {
  @Override
  public String[] getVersion() {
    BuildVersion version = BuildVersion.read();
    return new String[] {
      "rutter " + version.rutter() + " (commit " + version.commit() + ")",
      "Resources equal those of istiod of Istio "
          + version.istio()
          + ", but for what is better on purpose,",
      "and are checked with Envoy " + version.envoy() + "."
    };
  }
}
