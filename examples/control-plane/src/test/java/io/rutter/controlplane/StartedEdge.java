// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane;

import static java.util.Objects.requireNonNull;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A gateway and two backends for all tests of a class; in the end Envoy must have refused nothing.
 */
final class StartedEdge implements BeforeAllCallback, AfterAllCallback {
  private @Nullable Path home;
  private @Nullable Edge edge;
  private @Nullable Backend one;
  private @Nullable Backend two;

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    EnvoyProcess.require();
    home = Files.createTempDirectory("rutter-edge");
    edge = Edge.start(home);
    one = Backend.start("one", 2, 0);
    two = Backend.start("two", 3, 0);
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    if (home == null) {
      return; // Skipped: there is no Envoy.
    }
    edge().close();
    one().close();
    two().close();
    MoreFiles.deleteRecursively(home, RecursiveDeleteOption.ALLOW_INSECURE);
    edge().assertNothingRefused();
  }

  Edge edge() {
    return requireNonNull(edge);
  }

  Backend one() {
    return requireNonNull(one);
  }

  Backend two() {
    return requireNonNull(two);
  }
}
