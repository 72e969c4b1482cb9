// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.virtualservice;

import io.rutter.model.virtualservice.Rewrite;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link Rewrite} (Istio: {@code HTTPRewrite}). */
public final class RewriteReader {
  private RewriteReader() {}

  /** Reads the fields of the object. */
  public static Rewrite read(ObjectNode in) {
    Rewrite.Builder rewrite = Rewrite.builder();
    in.string("uri").ifPresent(rewrite::uri);
    in.string("authority").ifPresent(rewrite::authority);
    in.object("uriRegexRewrite", RegexRewriteReader::read).ifPresent(rewrite::uriRegexRewrite);
    return rewrite.build();
  }
}
