// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.junit;

import io.rutter.translator.ResourceKind;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a test method once for each golden case: a folder whose files say what a mesh is translated
 * to. The method takes a {@link GoldenCase}.
 *
 * <pre>{@code
 * class MeshTest {
 *   @GoldenFiles(value = "src/test/golden", mesh = "src/main/k8s")
 *   void translates(GoldenCase golden) {
 *     golden.verify();
 *   }
 * }
 * }</pre>
 *
 * <p>A case is a folder, at any depth, that holds:
 *
 * <ul>
 *   <li>its own mesh: all files {@code *.yaml}, {@code *.yml} and {@code *.json} of other names
 *       than those below, read after {@link #mesh()}. The first line of one may be a comment that
 *       says what the case shows. With a {@code mesh()}, a case needs no file of its own: a folder
 *       with {@code options.properties} is one, and so is an empty folder;
 *   <li>{@code options.properties}, which may be absent: {@code kinds=routes,clusters} and {@code
 *       proxies=client.shop,*.edge} say what the case is about, in place of {@link #kinds()} and
 *       {@link #proxies()}, and {@code dualStack=true} sets one of {@link
 *       io.rutter.translator.TranslationOptions} by its name;
 *   <li>what is expected: {@code clusters.yaml}, {@code endpoints.yaml}, {@code listeners.yaml} and
 *       {@code routes.yaml}, each a list below the name of each proxy, and {@code problems.txt}, a
 *       line for each problem, absent where there is none. It lacks the notes of what is not for
 *       Envoy in {@code mesh()}.
 * </ul>
 *
 * <p>Folders in the folder of a case are cases of their own, or groups of them. The mesh and the
 * files of a case hold at least one {@code Proxy}. A case in {@link #value()} itself has the name
 * of that folder.
 *
 * <p>A case that has none of the expected files is new: the first run writes them, and fails once
 * with their names. Where the environment variable {@code CI} is set, it fails and writes nothing.
 *
 * <p>If there is a file {@code cases.txt} in {@code value()}, it lists the cases with what they
 * show, and must agree with the folders, so that a review sees which cases come and go. An empty
 * one is enough to begin with.
 *
 * <p>System properties, or configuration parameters of JUnit ({@code junit-platform.properties}) of
 * the same names, of which the former win:
 *
 * <ul>
 *   <li>{@code rutter.golden=update} writes what is expected instead of comparing, deletes what an
 *       update has written and is no longer expected, writes {@code cases.txt} where there is one,
 *       and says on standard output what it wrote and deleted. Files that an update has not
 *       written, and symbolic links, stay as they are. Refused where the environment variable
 *       {@code CI} is set.
 *   <li>{@code rutter.golden.case=route/retries} takes only the cases whose name starts like this.
 * </ul>
 *
 * <p>A file in the folder of a case that is none of these fails the test by its name, unless it
 * starts with a dot. Where a file differs, the test fails with a unified diff and the actual files
 * are written to {@code target/golden/CASE}, in a project of Gradle to {@code build/golden/CASE}.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(GoldenExtension.class)
@SuppressWarnings("exports") // JUnit makes the extension, which is for nobody else.
public @interface GoldenFiles {
  /**
   * The folder of the cases, absolute or relative to the working directory. It may be absent if
   * there is a {@link #mesh()}: then it becomes the one case.
   */
  String value();

  /**
   * Files and folders of YAML and JSON, absolute or relative to the working directory, which are
   * part of the mesh of each case. Default: each case has a mesh of its own.
   */
  String[] mesh() default {};

  /** The kinds that a case is about, unless it says otherwise. Default: all. */
  ResourceKind[] kinds() default {};

  /**
   * The proxies that a case is about, unless it says otherwise: {@code NAME.NAMESPACE}, in which
   * {@code *} stands for any text. Default: all.
   */
  String[] proxies() default {};
}
