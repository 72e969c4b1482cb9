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
import java.util.Optional;
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

  private static final int UNAUTHORIZED = 401;
  private static final int TOO_MANY_REQUESTS = 429;

  /** What the API server says of a kind right after its definition came. */
  private static final String INITIALIZING = "storage is (re)initializing";

  private ApiErrors() {}

  /** Whether nobody has answered, by what the network says. */
  private static boolean isOfNetwork(Throwable error) {
    return Throwables.getRootCause(error) instanceof IOException cause
        && NETWORK.stream().anyMatch(type -> type.isInstance(cause));
  }

  /**
   * Whether the API server does not take who asks: its token or certificate is wrong or expired.
   */
  static boolean isOfCredentials(Throwable error) {
    return refusal(error).filter(refused -> refused.getCode() == UNAUTHORIZED).isPresent();
  }

  /**
   * Whether it passes by itself: nobody has answered, or a kind is so new that the server does not
   * have its objects yet.
   */
  static boolean isPassing(Throwable error) {
    return isOfNetwork(error)
        || refusal(error)
            .filter(refused -> refused.getCode() == TOO_MANY_REQUESTS)
            .filter(refused -> String.valueOf(refused.getMessage()).contains(INITIALIZING))
            .isPresent();
  }

  private static Optional<KubernetesClientException> refusal(Throwable error) {
    return Throwables.getCausalChain(error).stream()
        .filter(KubernetesClientException.class::isInstance)
        .map(KubernetesClientException.class::cast)
        .filter(cause -> cause.getCode() != 0)
        .findFirst();
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
