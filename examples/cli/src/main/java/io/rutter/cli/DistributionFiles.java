// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Writes the completions and the manual pages that go beside the command; the build runs it. */
final class DistributionFiles {
  private DistributionFiles() {}

  /** Writes them into the folder {@code share} of a distribution, which is the only argument. */
  public static void main(String[] args) throws IOException {
    write(Path.of(args[0]));
  }

  static void write(Path share) throws IOException {
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    CommandSpec root =
        Rutter.commandLine(new String[0], System.in, nowhere, nowhere, new CommandFailure(nowhere))
            .getCommandSpec();
    write(share.resolve("bash-completion/completions/rutter"), Completion.script(Shell.BASH, root));
    write(
        share.resolve("fish/vendor_completions.d/rutter.fish"),
        Completion.script(Shell.FISH, root));
    writeManual(share.resolve("man/man1"), root);
    for (CommandLine subcommand : root.subcommands().values()) {
      writeManual(share.resolve("man/man1"), subcommand.getCommandSpec());
    }
  }

  private static void writeManual(Path folder, CommandSpec spec) throws IOException {
    write(folder.resolve(ManPage.name(spec) + ".1"), ManPage.print(spec));
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
