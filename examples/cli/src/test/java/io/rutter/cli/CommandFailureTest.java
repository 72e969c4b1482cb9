// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import static io.rutter.cli.CommandRun.rutter;
import static io.rutter.cli.CommandRun.rutterOn;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One line for whatever ends the command, and the exit status that README promises. */
class CommandFailureTest {
  private static final String BROKEN =
      """
      apiVersion: rutter.io/v1
      kind: Proxy
      metadata: {name: p, namespace: default}
      spec: {ipAddresses: [nonsense]}
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "translate|",
        "validate|a.yaml|",
        "analyze|",
        "simulate||http://a/",
        "simulate|a.yaml|--tests|",
        "simulate|--resources||http://a/",
      })
  void anEmptyNameIsWrongUsage(String line) {
    CommandRun run = rutter(line.split("\\|", -1));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("rutter: ").contains("an empty text").hasLineCount(1);
  }

  @Test
  void anAtSignIsPartOfAName(@TempDir Path temp) throws IOException {
    Path file = Files.writeString(temp.resolve("arguments"), "secret.yaml\n");

    CommandRun run = rutter("validate", "@" + file);

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).startsWith("@" + file + ":1:1: error: no such file");
  }

  @Test
  void aProxyThatIsMissingForAnErrorIsNoWrongUsage() {
    for (String[] arguments :
        new String[][] {
          {"translate", "--proxy", "p.default", "-"},
          {"translate", "--format", "bootstrap", "-"},
          {"simulate", "-", "--proxy", "p.default", "http://a/"},
        }) {
      CommandRun run = rutterOn(BROKEN, arguments);

      assertThat(run.status()).isEqualTo(1);
      assertThat(run.err()).contains("<stdin>:4:", "rutter: --");
    }
  }

  @Test
  void aFileThatIsNoTextIsTheErrorAndNotTheProxyInIt(@TempDir Path temp) throws IOException {
    Path file = Files.write(temp.resolve("latin1.yaml"), new byte[] {'a', ':', ' ', (byte) 0xe4});

    CommandRun run = rutter("translate", "--proxy", "p.default", file.toString());

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).startsWith(file + ":1:4: error: byte 0xE4");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nothing.json", ".", "latin1.yaml", "list.json"})
  void resourcesThatCannotBeReadAreAnInputWithErrors(String name, @TempDir Path temp)
      throws IOException {
    Files.write(temp.resolve("latin1.yaml"), new byte[] {(byte) 0xe4});
    Files.writeString(temp.resolve("list.json"), "[");

    CommandRun run = rutter("simulate", "--resources", temp.resolve(name).toString(), "http://a/");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).startsWith("rutter: --resources: ").hasLineCount(1);
  }

  @Test
  void wantOfMemoryIsOneLineThatSaysWhatToDo() {
    String said = said(new CompletionException(new OutOfMemoryError("Java heap space")));

    assertThat(said).contains("OutOfMemoryError", "RUTTER_JAVA_OPTIONS=-Xmx").hasLineCount(1);
  }

  @Test
  void aDefectIsOneLine() {
    assertThat(said(new StackOverflowError()))
        .isEqualTo("rutter: internal error, please report it: java.lang.StackOverflowError\n");
  }

  @Test
  void anErrorOfJavaEndsTheCommandWithOneLine() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            throw new OutOfMemoryError("Java heap space");
          }

          @Override
          public int read(byte[] buffer, int offset, int length) {
            return read();
          }
        };
    ByteArrayOutputStream err = new ByteArrayOutputStream();

    int status = run(endless, new ByteArrayOutputStream(), err);

    assertThat(status).isEqualTo(1);
    assertThat(err.toString(UTF_8)).contains("RUTTER_JAVA_OPTIONS").hasLineCount(1);
  }

  @Test
  void outputThatCannotBeWrittenIsAFailure() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();

    assertThat(run(InputStream.nullInputStream(), failing("No space left on device"), err))
        .isEqualTo(1);
    assertThat(err.toString(UTF_8)).endsWith("rutter: standard output: No space left on device\n");
  }

  @Test
  void aReaderThatHasSeenEnoughIsNoFailure() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();

    assertThat(run(InputStream.nullInputStream(), failing("Broken pipe"), err)).isZero();
    assertThat(err.toString(UTF_8)).doesNotContain("pipe");
  }

  private static int run(InputStream in, OutputStream out, OutputStream err) {
    return Rutter.run(new String[] {"translate", "-"}, in, out, err);
  }

  private static String said(Throwable e) {
    StringWriter err = new StringWriter();
    assertThat(new CommandFailure(new PrintWriter(err, true)).report(e)).isEqualTo(1);
    return err.toString();
  }

  private static OutputStream failing(String reason) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(reason);
      }
    };
  }
}
