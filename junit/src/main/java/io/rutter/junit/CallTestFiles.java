// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a test method once for each test of test files of calls: the files that {@code rutter
 * simulate --tests} runs.
 *
 * <pre>{@code
 * class CallsTest {
 *   @CallTestFiles(mesh = "src/main/k8s", tests = "src/test/calls")
 *   void endsWhereItShould(CallTestCase call) {
 *     call.verify();
 *   }
 * }
 * }</pre>
 *
 * <p>Either {@code mesh} or {@code resources} is given. A mesh or a test file with an error fails
 * the whole method.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(CallTestExtension.class)
@SuppressWarnings("exports") // JUnit makes the extension, which is for nobody else.
public @interface CallTestFiles {
  /**
   * Files and folders of YAML and JSON, absolute or relative to the working directory, which make
   * one mesh, as those of {@link GoldenFiles#mesh()}.
   */
  String[] mesh() default {};

  /** An Envoy configuration that other software made, in JSON or YAML. */
  String resources() default "";

  /** Test files, or folders, in which all else is passed over: that of the mesh may be one. */
  String[] tests();

  /** The proxy of tests that name none, as {@code NAME.NAMESPACE}. Default: the only one. */
  String proxy() default "";

  /** The route configuration of tests of {@code router_check_tool}. Default: the only one (RDS). */
  String routes() default "";
}
