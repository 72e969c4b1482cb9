// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.google.common.collect.ImmutableMap;
import com.google.common.reflect.TypeToken;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What is optional can be set, cleared, and passed on from where it is optional too. */
@AnalyzeClasses(
    packages = {
      "io.rutter.inspect",
      "io.rutter.javacontrolplane",
      "io.rutter.model",
      "io.rutter.translator",
      "io.rutter.yaml"
    },
    importOptions = ImportOption.DoNotIncludeTests.class)
class BuildersTest {
  private static final ImmutableMap<Class<?>, Class<?>> NUMBERS =
      ImmutableMap.of(
          OptionalInt.class, int.class,
          OptionalLong.class, long.class,
          OptionalDouble.class, double.class);

  @ArchTest
  static final ArchRule OPTIONAL_PROPERTIES_HAVE_BOTH_SETTERS =
      classes()
          .that()
          .haveSimpleName("Builder")
          .and()
          .resideOutsideOfPackage("..internal..")
          .and()
          .arePublic()
          .should(haveBothSetters());

  private static ArchCondition<JavaClass> haveBothSetters() {
    return new ArchCondition<>("have a setter of the value and one of the optional value") {
      @Override
      public void check(JavaClass builder, ConditionEvents events) {
        Class<?> type = builder.reflect();
        for (Method property : type.getEnclosingClass().getMethods()) {
          if (Modifier.isAbstract(property.getModifiers())
              && property.getParameterCount() == 0
              && property.getReturnType().getSimpleName().startsWith("Optional")) {
            Class<?> optional = property.getReturnType();
            boolean both =
                hasSetter(type, property.getName(), optional)
                    && hasSetter(type, property.getName(), valueOf(property));
            events.add(
                new SimpleConditionEvent(
                    builder, both, builder.getName() + " lacks a setter of " + property.getName()));
          }
        }
      }
    };
  }

  private static boolean hasSetter(Class<?> builder, String name, Class<?> parameter) {
    return Arrays.stream(builder.getMethods())
        .anyMatch(
            method ->
                method.getName().equals(name)
                    && method.getParameterCount() == 1
                    && TypeToken.of(method.getParameterTypes()[0])
                        .wrap()
                        .equals(TypeToken.of(parameter).wrap()));
  }

  private static Class<?> valueOf(Method property) {
    Class<?> number = NUMBERS.get(property.getReturnType());
    return number != null
        ? number
        : TypeToken.of(property.getGenericReturnType())
            .resolveType(Optional.class.getTypeParameters()[0])
            .getRawType();
  }
}
