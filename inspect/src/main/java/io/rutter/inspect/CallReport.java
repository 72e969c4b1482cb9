// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect;

import io.rutter.inspect.internal.report.ResultJson;
import io.rutter.inspect.internal.report.ResultText;

/** Prints where a call ends and why, for people and for tools. */
public final class CallReport {
  private CallReport() {}

  /**
   * A readable explanation: the end, then each choice with the candidates that were rejected and
   * why, then the objects behind it with file and line. Its layout may change.
   */
  public static String text(Call call, CallResult result) {
    return ResultText.print(call, result);
  }

  /** The complete result as JSON: fields have the names of {@link CallResult}. */
  public static String json(Call call, CallResult result) {
    return ResultJson.print(call, result);
  }
}
