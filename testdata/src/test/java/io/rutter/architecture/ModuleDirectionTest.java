// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which module may use which library and which other module. */
@AnalyzeClasses(packages = "io.rutter", importOptions = ImportOption.DoNotIncludeTests.class)
class ModuleDirectionTest {
  @ArchTest
  static final ArchRule MODEL_STANDS_ALONE =
      noClasses()
          .that()
          .resideInAPackage("io.rutter.model..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.rutter.translator..",
              "io.rutter.inspect..",
              "io.rutter.yaml..",
              "io.rutter.junit..",
              "com.google.protobuf..",
              "io.envoyproxy..",
              "org.yaml..");

  @ArchTest
  static final ArchRule TRANSLATOR_KNOWS_NO_YAML =
      noClasses()
          .that()
          .resideInAPackage("io.rutter.translator..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.rutter.yaml..", "io.rutter.junit..", "org.yaml..", "io.grpc..", "io.netty..");

  @ArchTest
  static final ArchRule INSPECTION_KNOWS_NO_TRANSPORT =
      noClasses()
          .that()
          .resideInAPackage("io.rutter.inspect..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.rutter.junit..", "io.grpc..", "io.netty..");

  @ArchTest
  static final ArchRule TRANSLATOR_KNOWS_NO_INSPECTION =
      noClasses()
          .that()
          .resideInAPackage("io.rutter.translator..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.rutter.inspect..");

  @ArchTest
  static final ArchRule LOADER_KNOWS_NO_ENVOY =
      noClasses()
          .that()
          .resideInAPackage("io.rutter.yaml..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.rutter.translator..",
              "io.rutter.inspect..",
              "io.rutter.junit..",
              "com.google.protobuf..",
              "io.envoyproxy..");

  @ArchTest
  static final ArchRule CONTROL_PLANE_KNOWS_NO_YAML_AND_NO_TRANSPORT =
      noClasses()
          .that()
          .resideInAPackage("io.rutter.javacontrolplane..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.rutter.yaml..",
              "io.rutter.inspect..",
              "io.rutter.junit..",
              "org.yaml..",
              "io.grpc.netty..",
              "io.netty..");

  @ArchTest
  static final ArchRule NOBODY_KNOWS_THE_CONTROL_PLANE =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.rutter.model..",
              "io.rutter.translator..",
              "io.rutter.inspect..",
              "io.rutter.yaml..",
              "io.rutter.junit..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.rutter.javacontrolplane..", "io.envoyproxy.controlplane..");

  @ArchTest
  static final ArchRule INTERNAL_STAYS_IN_ITS_MODULE =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.rutter.yaml..", "io.rutter.javacontrolplane..", "io.rutter.junit..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.rutter.model.internal.validation..", "io.rutter.translator.internal..")
          .because(
              "of the internals of other modules, only Go's way with values and collectors are for all");
}
