// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import com.google.common.base.Throwables;
import com.google.common.collect.ImmutableList;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** What an API server, or the way to it, says against a request, in one line. */
final class ApiErrors {
  private static final ImmutableList<Class<? extends IOException>> NETWORK =
      ImmutableList.of(
          EOFException.class,
          InterruptedIOException.class,
          SocketException.class,
          SSLException.class,
          UnknownHostException.class);

  private ApiErrors() {}

  /** Whether nobody has answered, by what the network says. */
  static boolean isOfNetwork(Throwable error) {
    return Throwables.getRootCause(error) instanceof IOException cause
        && NETWORK.stream().anyMatch(type -> type.isInstance(cause));
  }

  /** The reason, without a stack trace. */
  static String reason(Throwable error) {
    for (Throwable cause : Throwables.getCausalChain(error)) {
      if (cause instanceof KubernetesClientException refused && refused.getStatus() != null) {
        return "status " + refused.getCode() + ": " + refused.getStatus().getMessage();
      }
    }
    Throwable root = Throwables.getRootCause(error);
    return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
  }
}
