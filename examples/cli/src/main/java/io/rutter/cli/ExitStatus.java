// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import picocli.CommandLine.Command;

/** What all commands have alike: the version, and what the exit status says. */
@Command(
    versionProvider = VersionText.class,
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:Success.",
      "1:The input has errors, or problems that --fail-on names; a test fails; or the command"
          + " cannot finish.",
      "2:Wrong usage: an unknown option or argument, or a configuration file with errors."
    })
final class ExitStatus {}
