// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.junit;

import static java.util.stream.Collectors.joining;

import io.rutter.inspect.EnvoyJsonException;
import io.rutter.inspect.EnvoyResources;
import io.rutter.inspect.calltest.CallTestLoader;
import io.rutter.inspect.calltest.CallTestRunner;
import io.rutter.inspect.calltest.CallTests;
import io.rutter.model.problem.Problem;
import io.rutter.translator.Translator;
import io.rutter.yaml.LoadResult;
import io.rutter.yaml.YamlLoadException;
import io.rutter.yaml.YamlLoader;
import io.rutter.yaml.YamlSource;
import io.rutter.yaml.YamlToJson;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Finds the tests of {@link CallTestFiles} and hands each to the test method. */
final class CallTestExtension implements TestTemplateInvocationContextProvider {
  CallTestExtension() {}

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return AnnotationSupport.isAnnotated(context.getTestMethod(), CallTestFiles.class);
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    NamedInvocation.check(context.getRequiredTestMethod(), CallTestFiles.class, CallTestCase.class);
    CallTestFiles files =
        AnnotationSupport.findAnnotation(context.getRequiredTestMethod(), CallTestFiles.class)
            .orElseThrow();
    return cases(files).stream().map(call -> new NamedInvocation(call.name(), call));
  }

  /**
   * The tests of these files.
   *
   * @throws ExtensionConfigurationException if there are none, or a file has an error
   */
  static List<CallTestCase> cases(CallTestFiles files) {
    CallTests tests = CallTestLoader.load(paths(files.tests()));
    if (tests.hasErrors()) {
      throw new ExtensionConfigurationException(
          lines("the tests of calls have errors:", tests.problems()));
    }
    if (tests.tests().isEmpty()) {
      throw new ExtensionConfigurationException(
          lines(
              "no test of calls in "
                  + (files.tests().length == 0 ? "no file" : String.join(", ", files.tests())),
              tests.problems()));
    }
    CallTestRunner runner = runner(files);
    return tests.tests().stream().map(test -> new CallTestCase(test, runner)).toList();
  }

  private static CallTestRunner runner(CallTestFiles files) {
    if (files.resources().isEmpty() == (files.mesh().length == 0)) {
      throw new ExtensionConfigurationException(
          files.resources().isEmpty()
              ? "@CallTestFiles: neither mesh nor resources (expected: one of them)"
              : "@CallTestFiles: both mesh and resources (expected: one of them)");
    }
    CallTestRunner runner = files.resources().isEmpty() ? ofMesh(files) : ofEnvoy(files);
    runner = files.proxy().isEmpty() ? runner : runner.withDefaultProxy(files.proxy());
    return files.routes().isEmpty() ? runner : runner.withRouteConfiguration(files.routes());
  }

  private static CallTestRunner ofMesh(CallTestFiles files) {
    LoadResult loaded = YamlLoader.create().load(MeshFiles.of(files.mesh()).sources());
    if (loaded.hasErrors()) {
      throw new ExtensionConfigurationException(lines("the mesh has errors:", loaded.problems()));
    }
    return CallTestRunner.of(Translator.create().compile(loaded.snapshot()), loaded.sources());
  }

  private static CallTestRunner ofEnvoy(CallTestFiles files) {
    try {
      return CallTestRunner.of(
          EnvoyResources.parse(
              YamlToJson.convert(YamlSource.path(files.resources())), files.proxy()));
    } catch (EnvoyJsonException e) {
      throw new ExtensionConfigurationException(files.resources() + ": " + e.getMessage(), e);
    } catch (YamlLoadException e) {
      throw new ExtensionConfigurationException(
          lines("the resources have errors:", e.problems()), e);
    }
  }

  private static Path[] paths(String[] names) {
    return Arrays.stream(names).map(Path::of).toArray(Path[]::new);
  }

  private static String lines(String title, List<Problem> problems) {
    return problems.stream().map(problem -> "\n" + problem).collect(joining("", title, ""));
  }
}
