// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.calltest;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a folder is read as tests: a mesh and the tests that are for it may be in one. */
class TestsInFoldersTest {
  private static final String SERVICE =
      "{apiVersion: v1, kind: Service, metadata: {name: a}, spec: {ports: [{port: 80}]}}\n";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "replicas: 2\nimage: {tag: v1}\nservice:\n  port: 80\n",
        "{\n  // comments are no JSON\n  \"compilerOptions\": {\"strict\": true},\n}\n",
        "- hosts: all\n  tasks: []\n",
        "42",
        "suite: chart\ntests: [{it: works, asserts: [{hasDocuments: {count: 1}}]}]\n",
        "rule_files: [a]\ntests: [{interval: 1m, input_series: []}]\n",
        "name: venom\ntestcases: [{name: a, steps: []}]\n",
        "a: {{ .Values.b }}\n{{ end }}\n",
      })
  void othersFilesAreSkippedUnlessNamed(String text) throws IOException {
    write("mesh.yaml", SERVICE);
    Path file = write("other.json", text);

    assertThat(CallTestLoader.load(folder).problems()).isEmpty();
    assertThat(CallTestLoader.load(file).hasErrors()).isTrue();
  }

  @Test
  void findsTheTestsOfAFolder() throws IOException {
    write("mesh.yaml", SERVICE);
    write("values.yaml", "a: b");
    write("broken.yaml", "apiVersion: v1\nkind: [\n");
    write(
        "a_test.yaml",
        "testCases: [{description: d, request: {authority: [a], method: [GET], uri: [/]}}]");
    write("b_test.yaml", "calls: [{call: {url: 'http://a/'}, expect: {route: x}}]");

    CallTests tests = CallTestLoader.load(folder);

    assertThat(tests.problems()).isEmpty();
    assertThat(tests.tests()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cals: [{call: {url: 'http://a/'}, expect: {route: x}}]",
        "calls: [{cal: {}}]",
        "testCase: [{wantMatch: true, request: {authority: [a], method: [GET], uri: [/]}}]",
        "test: [{test_name: a, input: {}, validate: {}}]",
        "calls: [",
      })
  void aMistakeInATestIsNotSkipped(String text) throws IOException {
    write("tests.yaml", text);

    assertThat(CallTestLoader.load(folder).hasErrors()).isTrue();
  }

  @CanIgnoreReturnValue
  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
