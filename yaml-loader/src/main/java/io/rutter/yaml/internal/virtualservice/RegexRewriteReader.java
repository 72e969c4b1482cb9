// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.virtualservice;

import io.rutter.model.virtualservice.RegexRewrite;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link RegexRewrite} (Istio: {@code RegexRewrite}). */
public final class RegexRewriteReader {
  private RegexRewriteReader() {}

  /** Reads the fields of the object. */
  public static RegexRewrite read(ObjectNode in) {
    RegexRewrite.Builder regexRewrite = RegexRewrite.builder();
    in.string("match").ifPresent(regexRewrite::match);
    in.string("rewrite").ifPresent(regexRewrite::rewrite);
    return regexRewrite.build();
  }
}
