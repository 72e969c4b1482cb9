// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import io.rutter.model.proxy.Proxy;
import io.rutter.yaml.LoadResult;
import java.util.List;
import java.util.stream.Stream;

/** What was asked for cannot be done with this input; the message says why. */
final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** So many proxies are named where one is to be chosen. */
  private static final int SHOWN = 20;

  InputException(String message) {
    super(message);
  }

  /**
   * The command names something that the input does not have. In an input with errors it may stand
   * in what was refused, so that the input is to blame and not the command.
   */
  static RuntimeException notIn(LoadResult input, String message) {
    return input.hasErrors() ? new InputException(message) : new UsageException(message);
  }

  /** What may be named in place of a proxy that is not there: the end of such a message. */
  static String known(Stream<Proxy> proxies) {
    List<String> ids = proxies.map(Proxy::id).sorted().toList();
    if (ids.isEmpty()) {
      return " (the input has no Proxy)";
    }
    String more = ids.size() > SHOWN ? " and " + (ids.size() - SHOWN) + " more" : "";
    return " (the input has: "
        + String.join(", ", ids.subList(0, Math.min(SHOWN, ids.size())))
        + more
        + ")";
  }
}
