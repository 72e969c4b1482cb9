// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

/** The shells that the command completes arguments in. */
enum Shell {
  /** Bash. */
  BASH,
  /** Zsh, by way of its support for completions of Bash. */
  ZSH,
  /** Fish. */
  FISH
}
