// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.google.common.collect.ImmutableSet;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The suffix rule of CONTRIBUTING.md. An {@code XTranslator} turns a value {@code X} into messages
 * of Envoy, or makes Envoy's message {@code X}; an {@code XAssembler} builds resources. Nothing
 * else is called so, and nothing else has a method of theirs.
 */
@AnalyzeClasses(
    packages = "io.rutter.translator.internal",
    importOptions = ImportOption.DoNotIncludeTests.class)
class SuffixTest {
  private static final String TRANSLATOR = "Translator";

  /** What an assembler builds, by itself, in a list, or in a record that holds it. */
  private static final ImmutableSet<String> RESOURCES =
      ImmutableSet.of(
          "Cluster", "ClusterLoadAssignment", "Listener", "RouteConfiguration", "VirtualHost");

  @ArchTest
  static final ArchRule TRANSLATORS_ARE_NAMED_FOR_WHAT_THEY_TRANSLATE =
      classes()
          .that()
          .haveSimpleNameEndingWith(TRANSLATOR)
          .should(
              satisfy("be named for a type that they use", SuffixTest::isNamedForATypeThatItUses));

  @ArchTest
  static final ArchRule TRANSLATORS_MAKE_MESSAGES =
      classes()
          .that()
          .haveSimpleNameEndingWith(TRANSLATOR)
          .should(
              satisfy(
                  "return types of Envoy or fill a builder of one",
                  type -> own(type).anyMatch(SuffixTest::makesMessages)));

  @ArchTest
  static final ArchRule ONLY_TRANSLATORS_TRANSLATE =
      methods()
          .that()
          .haveName("translate")
          .and()
          .areNotPrivate()
          .should()
          .beDeclaredInClassesThat()
          .haveSimpleNameEndingWith(TRANSLATOR);

  @ArchTest
  static final ArchRule ASSEMBLERS_BUILD_RESOURCES =
      classes()
          .that()
          .haveSimpleNameEndingWith("Assembler")
          .should(
              satisfy(
                  "have a method assemble that returns resources",
                  type ->
                      own(type)
                          .filter(method -> method.getName().equals("assemble"))
                          .anyMatch(SuffixTest::returnsResources)));

  @ArchTest
  static final ArchRule ONLY_ASSEMBLERS_ASSEMBLE =
      methods()
          .that()
          .haveName("assemble")
          .and()
          .areNotPrivate()
          .should()
          .beDeclaredInClassesThat()
          .haveSimpleNameEndingWith("Assembler");

  private static boolean isNamedForATypeThatItUses(JavaClass translator) {
    String name = translator.getSimpleName();
    String concept = name.substring(0, name.length() - TRANSLATOR.length());
    Set<String> used =
        translator.getDirectDependenciesFromSelf().stream()
            .map(Dependency::getTargetClass)
            .filter(type -> isEnvoys(type) || type.getPackageName().startsWith("io.rutter."))
            .map(JavaClass::getSimpleName)
            .collect(Collectors.toSet());
    return used.contains(concept)
        || (concept.endsWith("s") && used.contains(concept.substring(0, concept.length() - 1)));
  }

  private static Stream<JavaMethod> own(JavaClass type) {
    return type.getMethods().stream()
        .filter(method -> !method.getModifiers().contains(JavaModifier.PRIVATE));
  }

  private static boolean makesMessages(JavaMethod method) {
    return method.getReturnType().getAllInvolvedRawTypes().stream().anyMatch(SuffixTest::isEnvoys)
        || method.getRawParameterTypes().stream()
            .anyMatch(type -> isEnvoys(type) && type.getSimpleName().equals("Builder"));
  }

  private static boolean isEnvoys(JavaClass type) {
    return type.getPackageName().startsWith("io.envoyproxy.envoy.");
  }

  private static boolean returnsResources(JavaMethod method) {
    return method.getReturnType().getAllInvolvedRawTypes().stream()
        .flatMap(
            type ->
                isEnvoys(type)
                    ? Stream.of(type)
                    : type.getFields().stream()
                        .flatMap(field -> field.getType().getAllInvolvedRawTypes().stream()))
        .anyMatch(type -> RESOURCES.contains(type.getSimpleName()));
  }

  private static ArchCondition<JavaClass> satisfy(String text, Predicate<JavaClass> holds) {
    return new ArchCondition<>(text) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        events.add(new SimpleConditionEvent(type, holds.test(type), type.getName()));
      }
    };
  }
}
