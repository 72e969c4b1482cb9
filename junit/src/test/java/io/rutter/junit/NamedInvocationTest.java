// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.junit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** What a test method must take. */
class NamedInvocationTest {
  @SuppressWarnings("unused") // Found by its name.
  private static void none() {}

  @SuppressWarnings("unused") // Found by its name.
  private static void other(String text, CallTestCase call) {}

  @SuppressWarnings("unused") // Found by its name.
  private static void right(String text, GoldenCase golden) {}

  @Test
  void aMethodWithoutACaseIsRefusedInsteadOfPassing() throws Exception {
    assertThatThrownBy(
            () -> check(NamedInvocationTest.class.getDeclaredMethod("none"), GoldenCase.class))
        .isInstanceOf(ExtensionConfigurationException.class)
        .hasMessage(
            "@GoldenFiles: NamedInvocationTest.none takes no GoldenCase, so it tests nothing"
                + " (expected: a parameter of this type, and a call of its verify())");
    Method other =
        NamedInvocationTest.class.getDeclaredMethod("other", String.class, CallTestCase.class);
    assertThatThrownBy(() -> check(other, GoldenCase.class))
        .isInstanceOf(ExtensionConfigurationException.class);
    Method right =
        NamedInvocationTest.class.getDeclaredMethod("right", String.class, GoldenCase.class);
    assertThatCode(() -> check(right, GoldenCase.class)).doesNotThrowAnyException();
  }

  private static void check(Method method, Class<?> type) {
    NamedInvocation.check(method, GoldenFiles.class, type);
  }
}
