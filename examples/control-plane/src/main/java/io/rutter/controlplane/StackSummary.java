// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane;

import com.google.common.base.Joiner;
import java.util.Arrays;

/** What a fault of the program was and where, as one line that can be reported. */
public final class StackSummary {
  private static final int FRAMES = 8;

  private StackSummary() {}

  /** The exception and the first of its frames. */
  public static String of(Throwable error) {
    return error
        + " at "
        + Joiner.on(" < ").join(Arrays.stream(error.getStackTrace()).limit(FRAMES).iterator());
  }
}
