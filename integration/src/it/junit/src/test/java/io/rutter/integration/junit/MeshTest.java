// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.integration.junit;

import io.rutter.junit.CallTestCase;
import io.rutter.junit.CallTestFiles;
import io.rutter.junit.GoldenCase;
import io.rutter.junit.GoldenFiles;

/** What the manifests of a team are translated to, and where calls end. */
class MeshTest {
  @GoldenFiles(
      value = "src/test/golden",
      mesh = {"src/main/k8s", "src/test/mesh"})
  void translates(GoldenCase golden) {
    golden.verify();
  }

  @CallTestFiles(
      mesh = {"src/main/k8s", "src/test/mesh"},
      tests = "src/test/calls")
  void endsWhereItShould(CallTestCase call) {
    call.verify();
  }
}
