// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.virtualservice;

import io.rutter.model.virtualservice.Redirect;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link Redirect} (Istio: {@code HTTPRedirect}). */
public final class RedirectReader {
  private RedirectReader() {}

  /** Reads the fields of the object. */
  public static Redirect read(ObjectNode in) {
    Redirect.Builder redirect = Redirect.builder();
    in.string("uri").ifPresent(redirect::uri);
    in.string("authority").ifPresent(redirect::authority);
    RedirectPortReader.read(in).ifPresent(redirect::redirectPort);
    in.string("scheme").ifPresent(redirect::scheme);
    in.uint32("redirectCode").ifPresent(redirect::redirectCode);
    in.string("prefixRewrite").ifPresent(redirect::prefixRewrite);
    return redirect.build();
  }
}
