// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.junit;

import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
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
    NamedInvocation.check(context.getRequiredTestMethod(), GoldenFiles.class, GoldenCase.class);
    GoldenFiles files =
        AnnotationSupport.findAnnotation(context.getRequiredTestMethod(), GoldenFiles.class)
            .orElseThrow();
    GoldenSettings settings = GoldenSettings.fromSystem(context::getConfigurationParameter);
    return GoldenFolder.open(GoldenRoot.of(files), settings).stream()
        .map(golden -> new NamedInvocation(golden.name(), golden));
  }
}
