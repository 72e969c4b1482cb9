// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/**
 * Which build this is.
 *
 * @param rutter the version
 * @param commit the commit of the sources, or {@code unknown}
 * @param istio the version of Istio whose output this equals
 * @param envoy the version of Envoy that has checked it
 */
record BuildVersion(String rutter, String commit, String istio, String envoy) {
  /** What the build wrote down. */
  static BuildVersion read() {
    Properties written = new Properties();
    try (InputStream in = BuildVersion.class.getResourceAsStream("version.properties")) {
      written.load(Objects.requireNonNull(in, "version.properties"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new BuildVersion(
        written.getProperty("rutter", "unknown"),
        written.getProperty("commit", "unknown"),
        written.getProperty("istio", "unknown"),
        written.getProperty("envoy", "unknown"));
  }
}
