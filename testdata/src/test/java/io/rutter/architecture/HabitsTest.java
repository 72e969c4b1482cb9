// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.core.domain.properties.HasParameterTypes.Predicates.rawParameterTypes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
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
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** The same input gives the same bytes, and nothing internal shows. */
@AnalyzeClasses(
    packages = {
      "io.rutter.inspect",
      "io.rutter.javacontrolplane",
      "io.rutter.junit",
      "io.rutter.model",
      "io.rutter.translator",
      "io.rutter.yaml"
    },
    importOptions = ImportOption.DoNotIncludeTests.class)
class HabitsTest {
  @ArchTest
  static final ArchRule NO_CLOCK =
      noClasses()
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class)
          .orShould()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime");

  @ArchTest
  static final ArchRule NO_RANDOMNESS =
      noClasses()
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Random.class)
          .orShould()
          .callMethod(Math.class, "random")
          .orShould()
          .callMethod(UUID.class, "randomUUID");

  @ArchTest
  static final ArchRule NO_THREADS =
      noClasses()
          .should()
          .dependOnClassesThat(
              assignableTo(Thread.class)
                  .or(assignableTo(Executor.class))
                  .or(assignableTo(Future.class)));

  @ArchTest
  static final ArchRule NO_SOCKETS =
      noClasses()
          .should()
          .dependOnClassesThat(
              assignableTo(Socket.class)
                  .or(assignableTo(ServerSocket.class))
                  .or(assignableTo(DatagramSocket.class))
                  .or(assignableTo(URL.class)))
          .orShould()
          .callMethod(InetAddress.class, "getByName", String.class)
          .orShould()
          .callMethod(InetAddress.class, "getAllByName", String.class)
          .orShould()
          .callMethod(InetAddress.class, "getLocalHost")
          .because("a name that is looked up gives another result tomorrow");

  @ArchTest
  static final ArchRule NO_LOGS =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.rutter.junit") // An update says what it writes.
          .should()
          .dependOnClassesThat(resideInAnyPackage("java.util.logging..", "org.slf4j.."))
          .orShould()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  @ArchTest
  static final ArchRule NO_GUAVA_FOR_STREAMS =
      noClasses()
          .should()
          .callMethodWhere(
              DescribedPredicate.describe(
                  "it is of Guava, for what came with streams", HabitsTest::isForStreams))
          .because("Guava's Android flavour, which comes with gRPC, lacks it: ImmutableCollectors");

  @ArchTest
  static final ArchRule NO_DEFAULT_LOCALE =
      noClasses()
          .should()
          .callMethodWhere(
              target(owner(DescribedPredicate.describe("String", HabitsTest::isString)))
                  .and(target(name("toLowerCase").or(name("toUpperCase"))))
                  .and(target(rawParameterTypes(new Class<?>[0]))));

  @ArchTest
  static final ArchRule NO_DRAWERS =
      noClasses()
          .should()
          .haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager|Impl)")
          .because("a class is named for the one concept that it holds");

  @ArchTest
  static final ArchRule INTERNAL_TYPES_ARE_NOT_SHOWN =
      methods()
          .that()
          .areDeclaredInClassesThat()
          .resideOutsideOfPackage("..internal..")
          .and()
          .areDeclaredInClassesThat()
          .arePublic()
          .and()
          .arePublic()
          .should(showOnlyPublicTypes());

  /** Whether a method of Guava's own takes or gives what Java has since it has streams. */
  private static boolean isForStreams(JavaCall<?> call) {
    JavaClass owner = call.getTargetOwner();
    return owner.getPackageName().startsWith("com.google.common.")
        && (call.getName().startsWith("toImmutable")
            || (!owner.isAssignableTo(Collection.class)
                && !owner.isAssignableTo(Map.class)
                && Stream.concat(
                        Stream.of(call.getTarget().getRawReturnType()),
                        call.getTarget().getRawParameterTypes().stream())
                    .anyMatch(HabitsTest::isOfStreams)));
  }

  private static boolean isOfStreams(JavaClass type) {
    return type.getPackageName().equals("java.util.stream")
        || type.getPackageName().equals("java.util.function")
        || type.getPackageName().equals("java.time")
        || type.getName().startsWith("java.util.Optional");
  }

  private static boolean isString(JavaClass type) {
    return type.isEquivalentTo(String.class);
  }

  private static ArchCondition<JavaMethod> showOnlyPublicTypes() {
    return new ArchCondition<>("have no internal type in its signature") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        if (method.getModifiers().contains(JavaModifier.SYNTHETIC)) {
          return;
        }
        method.getReturnType().getAllInvolvedRawTypes().stream()
            .filter(HabitsTest::isInternal)
            .forEach(type -> report(method, type, events));
        method.getParameterTypes().stream()
            .flatMap(parameter -> parameter.getAllInvolvedRawTypes().stream())
            .filter(HabitsTest::isInternal)
            .forEach(type -> report(method, type, events));
      }
    };
  }

  private static boolean isInternal(JavaClass type) {
    return type.getPackageName().startsWith("io.rutter")
        && type.getPackageName().contains(".internal");
  }

  private static void report(JavaMethod method, JavaClass type, ConditionEvents events) {
    events.add(
        SimpleConditionEvent.violated(
            method, method.getFullName() + " shows " + type.getSimpleName()));
  }
}
