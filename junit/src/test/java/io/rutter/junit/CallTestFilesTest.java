// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.junit;

import static org.assertj.core.api.Assertions.assertThat;

/** The JUnit extension on the example files of all three forms. */
class CallTestFilesTest {
  private static final String EXAMPLES = "../examples/";

  @CallTestFiles(
      mesh = EXAMPLES + "bookinfo",
      tests = {EXAMPLES + "calls/bookinfo.yaml", EXAMPLES + "calls/storefront_test.yaml"})
  void endsWhereTheBookshopWants(CallTestCase call) {
    call.verify();
  }

  @CallTestFiles(mesh = "src/test/resources/one-folder", tests = "src/test/resources/one-folder")
  void meshAndTestsMayBeInOneFolder(CallTestCase call) {
    call.verify();
  }

  @CallTestFiles(
      resources = EXAMPLES + "calls/other-software.yaml",
      tests = EXAMPLES + "calls/router-check.json")
  void endsWhereOtherSoftwareWants(CallTestCase call) {
    assertThat(call.run().failures()).as(call.name()).isEmpty();
  }
}
