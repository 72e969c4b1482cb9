// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.Multiset;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;

/** What users see has a name of its own, so that an import needs no second look. */
@AnalyzeClasses(
    packages = {
      "io.rutter.inspect",
      "io.rutter.javacontrolplane",
      "io.rutter.model",
      "io.rutter.junit",
      "io.rutter.translator",
      "io.rutter.yaml"
    },
    importOptions = ImportOption.DoNotIncludeTests.class)
class PublicNamesTest {
  @ArchTest
  static final ArchRule NO_NAME_IS_PUBLIC_TWICE =
      classes()
          .that()
          .arePublic()
          .and()
          .areTopLevelClasses()
          .and()
          .resideOutsideOfPackage("..internal..")
          .should(bearANameOfTheirOwn());

  private static ArchCondition<JavaClass> bearANameOfTheirOwn() {
    return new ArchCondition<>("bear a name of their own") {
      private final Multiset<String> names = HashMultiset.create();

      @Override
      public void init(Collection<JavaClass> all) {
        all.forEach(type -> names.add(type.getSimpleName()));
      }

      @Override
      public void check(JavaClass type, ConditionEvents events) {
        events.add(
            new SimpleConditionEvent(
                type,
                names.count(type.getSimpleName()) == 1,
                type.getName() + " shares its simple name with another public class"));
      }
    };
  }
}
