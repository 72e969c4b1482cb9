// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata;

/** The corpus: what each case is translated to. */
class GoldenTest {
  @GoldenFiles("src/test/resources/cases")
  void translatesAsExpected(GoldenCase golden) {
    golden.verify();
  }
}
