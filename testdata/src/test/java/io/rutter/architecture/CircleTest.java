// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/** No file of the internals is read before another that has to be read before it. */
@AnalyzeClasses(
    packages = {
      "io.rutter.inspect.internal",
      "io.rutter.javacontrolplane.internal",
      "io.rutter.model.internal",
      "io.rutter.translator.internal",
      "io.rutter.yaml.internal"
    },
    importOptions = ImportOption.DoNotIncludeTests.class)
class CircleTest {
  @ArchTest
  static final ArchRule NO_CIRCLES_BETWEEN_FILES =
      slices().assignedFrom(new Files()).should().beFreeOfCycles();

  @ArchTest
  static final ArchRule NO_CIRCLES_BETWEEN_PACKAGES =
      slices().assignedFrom(new Packages()).should().beFreeOfCycles();

  /** A top-level class with what is declared in it, or generated for it. */
  private static final class Files implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      String name = type.getName();
      int nested = name.indexOf('$');
      String file = nested < 0 ? name : name.substring(0, nested);
      return SliceIdentifier.of(file.replace("AutoValue_", ""));
    }

    @Override
    public String getDescription() {
      return "files";
    }
  }

  private static final class Packages implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      return SliceIdentifier.of(type.getPackageName());
    }

    @Override
    public String getDescription() {
      return "packages";
    }
  }
}
