// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * A Java source that a page shows whole.
 *
 * @param name of its class
 * @param source the text
 */
record Program(String name, String source) {
  private static final Pattern TYPE =
      Pattern.compile("(?m)^(?:public |final )*(?:class|record|interface|enum) ([A-Za-z0-9]+)");

  /** The program that a text is, if it is one, with its imports. */
  static Optional<Program> of(String text) {
    Matcher type = TYPE.matcher(text);
    return text.startsWith("import ") && type.find()
        ? Optional.of(new Program(type.group(1), text))
        : Optional.empty();
  }

  /** Compiles it, in this process; what the compiler has to say, if it fails. */
  Optional<String> compile(Path classes) {
    JavaCompiler compiler = requireNonNull(ToolProvider.getSystemJavaCompiler(), "a JDK");
    StringWriter said = new StringWriter();
    JavaFileObject file =
        new SimpleJavaFileObject(
            URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path", ""));
    boolean compiles =
        compiler
            .getTask(
                said,
                null,
                null,
                List.of(
                    "-d", classes.toString(), "-cp", classPath, "-proc:none", "--release", "17"),
                null,
                List.of(file))
            .call();
    return compiles ? Optional.empty() : Optional.of(said.toString());
  }

  /** Whether it has a method {@code main}. */
  boolean isRunnable() {
    return source.contains("public static void main(String[] args)");
  }

  /** Runs it, compiled into this folder, and gives what it wrote to both of its outputs. */
  String run(Path classes, String... arguments) throws Exception {
    URL[] urls = {classes.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(urls, Program.class.getClassLoader())) {
      Method main = loader.loadClass(name).getDeclaredMethod("main", String[].class);
      main.setAccessible(true);
      return written(() -> main.invoke(null, (Object) arguments));
    }
  }

  /** What code writes to both outputs of the process. */
  static String written(Code code) throws Exception {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    PrintStream out = System.out;
    PrintStream err = System.err;
    try (PrintStream both = new PrintStream(written, true, UTF_8)) {
      System.setOut(both);
      System.setErr(both);
      code.run();
    } catch (InvocationTargetException e) {
      throw new IOException("the program throws", e.getCause());
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    return written.toString(UTF_8);
  }

  /** Something that may fail. */
  interface Code {
    void run() throws Exception;
  }
}
