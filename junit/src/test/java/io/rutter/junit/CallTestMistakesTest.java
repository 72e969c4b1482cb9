// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.junit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rutter.inspect.calltest.CallTestLoader;
import io.rutter.inspect.calltest.CallTestRunner;
import io.rutter.translator.Translator;
import io.rutter.yaml.LoadResult;
import io.rutter.yaml.YamlLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.commons.support.AnnotationSupport;

/** What is said of an annotation that leads to no tests. */
class CallTestMistakesTest {
  private static final String SHOP = "src/test/resources/one-folder";

  /** No test itself. */
  static class Mistakes {
    @CallTestFiles(tests = SHOP)
    void noMesh() {}

    @CallTestFiles(mesh = SHOP, resources = SHOP, tests = SHOP)
    void both() {}

    @CallTestFiles(
        mesh = {"a", "b"},
        tests = SHOP)
    void misspeltMesh() {}

    @CallTestFiles(mesh = SHOP, tests = "src/test/nowhere")
    void misspeltTests() {}

    @CallTestFiles(mesh = SHOP, tests = "src/test/resources/shop/mesh")
    void noTests() {}

    @CallTestFiles(resources = "nowhere.yaml", tests = SHOP)
    void misspeltResources() {}

    @CallTestFiles(resources = "pom.xml", tests = SHOP)
    void noYaml() {}

    @CallTestFiles(resources = "src/test/resources/shop/mesh/maps.yaml", tests = SHOP)
    void otherResources() {}
  }

  @Test
  void isSaidWithWhatIsExpected() {
    assertSaid("noMesh", "@CallTestFiles: neither mesh nor resources (expected: one of them)");
    assertSaid("both", "@CallTestFiles: both mesh and resources (expected: one of them)");
    assertSaid("misspeltMesh", "mesh: \"a\": no such file or folder in ");
    assertSaid("misspeltMesh", "\nmesh: \"b\": no such file or folder in ");
    assertSaid("misspeltTests", "the tests of calls have errors:\nsrc/test/nowhere:1:1: error:");
    assertSaid("noTests", "no test of calls in src/test/resources/shop/mesh");
    assertSaid("misspeltResources", "the resources have errors:\nnowhere.yaml:1:1: error:");
    assertSaid("noYaml", "the resources have errors:\npom.xml:");
    assertSaid("otherResources", "src/test/resources/shop/mesh/maps.yaml: ");
  }

  @Test
  void aCallThatEndsElsewhereBeginsWithItsName(@TempDir Path temp) throws IOException {
    Path tests = temp.resolve("calls.yaml");
    Files.writeString(
        tests,
        """
        proxy: client.shop
        calls:
        - name: to the maps
          call: {url: "http://maps.test/"}
          expect: {cluster: elsewhere}
        """);

    LoadResult mesh = YamlLoader.create().load(Path.of("src/test/resources/shop/mesh"));
    CallTestCase call =
        new CallTestCase(
            CallTestLoader.load(tests).tests().get(0),
            CallTestRunner.of(Translator.create().compile(mesh.orThrow()), mesh.sources()));

    assertThatThrownBy(call::verify)
        .hasMessage(
            "to the maps ("
                + tests
                + ":3:3):\n  cluster: [outbound|80||maps.test] (expected: elsewhere)");
  }

  private static void assertSaid(String method, String message) {
    assertThatThrownBy(
            () ->
                CallTestExtension.cases(
                    AnnotationSupport.findAnnotation(
                            Mistakes.class.getDeclaredMethod(method), CallTestFiles.class)
                        .orElseThrow()))
        .as(method)
        .isInstanceOf(ExtensionConfigurationException.class)
        .hasMessageContaining(message);
  }
}
