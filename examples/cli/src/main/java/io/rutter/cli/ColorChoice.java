// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import picocli.CommandLine.Help.Ansi;

/** When problems are coloured. */
enum ColorChoice {
  /** On a terminal, unless NO_COLOR is set. */
  AUTO {
    @Override
    boolean isOn() {
      return Ansi.AUTO.enabled();
    }
  },
  /** Always. */
  ALWAYS {
    @Override
    boolean isOn() {
      return true;
    }
  },
  /** Never. */
  NEVER {
    @Override
    boolean isOn() {
      return false;
    }
  };

  abstract boolean isOn();
}
