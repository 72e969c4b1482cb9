// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSetMultimap;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/**
 * The translator's packages call each other in one direction: what resolves the mesh knows nothing
 * of what is made from it, and of the four kinds of resource only listeners look at another.
 */
@AnalyzeClasses(
    packages = "io.rutter.translator",
    importOptions = ImportOption.DoNotIncludeTests.class)
class TranslatorDirectionTest {
  private static final String INTERNAL = "io.rutter.translator.internal.";

  /** The rooms below {@code internal}, with the packages in them: each with those it may use. */
  private static final ImmutableSetMultimap<String, String> MAY_USE =
      ImmutableSetMultimap.<String, String>builder()
          .putAll("naming")
          .putAll("proto")
          .putAll("order")
          .putAll("origin", "proto")
          .putAll("resolve", "origin", "naming", "order")
          .putAll("tls", "resolve", "naming", "proto")
          .putAll("provider", "resolve", "naming", "proto")
          .putAll("authorization", "origin", "provider", "resolve", "proto")
          .putAll(
              "filter",
              "origin",
              "authorization",
              "provider",
              "dns",
              "resolve",
              "naming",
              "proto",
              "order")
          .putAll("route", "origin", "resolve", "naming", "proto", "order")
          .putAll("dns", "resolve", "naming", "proto")
          .putAll("endpoint", "origin", "resolve", "naming", "proto", "order")
          .putAll(
              "cluster", "origin", "endpoint", "dns", "tls", "resolve", "naming", "proto", "order")
          .putAll(
              "listener",
              "origin",
              "authorization",
              "route",
              "filter",
              "tls",
              "resolve",
              "naming",
              "proto",
              "order")
          .putAll(
              "incremental",
              "origin",
              "cluster",
              "endpoint",
              "listener",
              "route",
              "resolve",
              "proto",
              "order")
          .putAll("analyze", "authorization", "check", "resolve", "naming", "order")
          .putAll("check", "naming", "proto")
          .putAll("output", "proto")
          .build();

  @ArchTest
  static final ArchRule ONE_DIRECTION =
      classes().that().resideInAPackage(INTERNAL + ".").should(useOnlyWhatTheTableAllows());

  @ArchTest
  static final ArchRule ROUTES_OF_SIDECARS_AND_GATEWAYS_NEVER_MEET =
      slices().matching(INTERNAL + "route.(sidecar|gateway)..").should().notDependOnEachOther();

  @ArchTest
  static final ArchRule LISTENERS_OF_TWO_DIRECTIONS_NEVER_MEET =
      slices()
          .matching(INTERNAL + "listener.(outbound|inbound|gateway)..")
          .should()
          .notDependOnEachOther();

  private static ArchCondition<JavaClass> useOnlyWhatTheTableAllows() {
    return new ArchCondition<>("use only the packages that the table allows") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        String from = room(item);
        for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
          JavaClass target = dependency.getTargetClass();
          if (!target.getPackageName().startsWith("io.rutter.translator")) {
            continue;
          }
          String to = room(target);
          boolean isOptions =
              target.getSimpleName().equals("TranslationOptions")
                  || target.getSimpleName().equals("JwksFetching");
          if (!to.equals(from) && !isOptions && !MAY_USE.containsEntry(from, to)) {
            events.add(
                SimpleConditionEvent.violated(
                    dependency, from + " may not use " + to + ": " + dependency.getDescription()));
          }
        }
      }
    };
  }

  /** The first name below {@code internal}; {@code api} for the public packages. */
  private static String room(JavaClass type) {
    String name = type.getPackageName();
    return name.startsWith(INTERNAL)
        ? Splitter.on('.').split(name.substring(INTERNAL.length())).iterator().next()
        : "api";
  }
}
