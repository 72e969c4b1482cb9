// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a test method once for each golden case of a folder.
 *
 * <pre>{@code
 * class MeshTest {
 *   @GoldenFiles("src/test/golden")
 *   void translates(GoldenCase golden) {
 *     golden.verify();
 *   }
 * }
 * }</pre>
 *
 * <p>A case is a folder, at any depth, that holds:
 *
 * <ul>
 *   <li>{@code input.yaml}: the mesh and at least one {@code Proxy}; its first line is a comment
 *       that says what the case shows;
 *   <li>{@code options.properties}, which may be absent: {@link
 *       io.rutter.translator.TranslationOptions} by name, {@code dualStack=true};
 *   <li>what is expected: {@code clusters.yaml}, {@code endpoints.yaml}, {@code listeners.yaml} and
 *       {@code routes.yaml}, each a list below the name of each proxy, and {@code problems.txt}, a
 *       line for each problem, absent where there is none.
 * </ul>
 *
 * <p>The file {@code cases.txt} at the top lists the cases with what they show; it must agree with
 * the folders, so that a review sees which cases come and go.
 *
 * <p>System properties:
 *
 * <ul>
 *   <li>{@code -Drutter.golden=update} writes what is expected instead of comparing, deletes what
 *       an update has written and is no longer expected, writes {@code cases.txt}, and says on
 *       standard output what it wrote and deleted. Files that an update has not written, and
 *       symbolic links, stay as they are. Refused where the environment variable {@code CI} is set.
 *   <li>{@code -Drutter.golden.case=route/retries} takes only the cases whose name starts like
 *       this.
 * </ul>
 *
 * <p>A file in the folder of a case that is none of these fails the test by its name, unless it
 * starts with a dot. Where a file differs, the test fails with a unified diff and the actual files
 * are written to {@code target/golden/CASE}.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(GoldenExtension.class)
public @interface GoldenFiles {
  /** The folder of the cases, absolute or relative to the working directory. */
  String value();
}
