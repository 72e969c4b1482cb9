// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import com.google.common.base.Ascii;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Standard output. Once it fails, what follows goes nowhere, and the failure is kept: a full disk
 * must not look like success. A reader that has seen enough, such as {@code head}, is no failure.
 */
final class CommandOutput extends OutputStream {
  private final OutputStream out;
  private @Nullable IOException failure;

  CommandOutput(OutputStream out) {
    this.out = out;
  }

  /** Why not everything was written. Empty: it was, or nobody wanted it. */
  Optional<IOException> failure() {
    return Optional.ofNullable(failure)
        .filter(e -> !Ascii.toLowerCase(String.valueOf(e.getMessage())).contains("broken pipe"));
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    if (failure != null) {
      return;
    }
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      failure = e;
    }
  }

  @Override
  public void flush() {
    if (failure != null) {
      return;
    }
    try {
      out.flush();
    } catch (IOException e) {
      failure = e;
    }
  }
}
