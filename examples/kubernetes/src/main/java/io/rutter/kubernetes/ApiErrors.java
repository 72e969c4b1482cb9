// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import com.google.common.base.Throwables;
import io.fabric8.kubernetes.client.KubernetesClientException;

/** What an API server, or the way to it, says against a request, in one line. */
final class ApiErrors {
  private ApiErrors() {}

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
