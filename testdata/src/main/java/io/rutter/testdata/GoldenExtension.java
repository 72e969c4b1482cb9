// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Finds the cases of {@link GoldenFiles} and hands each to the test method. */
final class GoldenExtension implements TestTemplateInvocationContextProvider {
  GoldenExtension() {}

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return AnnotationSupport.isAnnotated(context.getTestMethod(), GoldenFiles.class);
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    String folder =
        AnnotationSupport.findAnnotation(context.getRequiredTestMethod(), GoldenFiles.class)
            .orElseThrow()
            .value();
    return GoldenFolder.open(Path.of(folder), GoldenSettings.fromSystem()).stream()
        .map(Invocation::new);
  }

  /**
   * One run of the test method.
   *
   * @param golden its case
   */
  private record Invocation(GoldenCase golden) implements TestTemplateInvocationContext {
    @Override
    public String getDisplayName(int invocationIndex) {
      return golden.name();
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(new CaseParameter(golden));
    }
  }

  /**
   * Gives the test method its parameter.
   *
   * @param golden its value
   */
  private record CaseParameter(GoldenCase golden) implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == GoldenCase.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return golden;
    }
  }
}
