// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.junit;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/**
 * One run of a test method that takes a case.
 *
 * @param name what the run is called
 * @param value the case, for the parameter of its type
 */
record NamedInvocation(String name, Object value)
    implements TestTemplateInvocationContext, ParameterResolver {
  /**
   * Checks that a test method takes a case: without one it could test nothing, and would pass.
   *
   * @throws ExtensionConfigurationException if it has no such parameter
   */
  static void check(Method test, Class<? extends Annotation> annotation, Class<?> type) {
    if (!Arrays.asList(test.getParameterTypes()).contains(type)) {
      throw new ExtensionConfigurationException(
          ("@%s: %s.%s takes no %s, so it tests nothing"
                  + " (expected: a parameter of this type, and a call of its verify())")
              .formatted(
                  annotation.getSimpleName(),
                  test.getDeclaringClass().getSimpleName(),
                  test.getName(),
                  type.getSimpleName()));
    }
  }

  @Override
  public String getDisplayName(int invocationIndex) {
    return name;
  }

  @Override
  public List<Extension> getAdditionalExtensions() {
    return List.of(this);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == value.getClass();
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return value;
  }
}
