// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.jwk;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;

/**
 * A condition of a VirtualService on a header that is none but the claim of a token: {@code
 * @request.auth.claims} with the path of the claim in either form, {@code .group.id} or {@code
 * [group][id]}. Istio document: JWT claim based routing.
 */
public final class ClaimHeader {
  /** What such names begin with, in small letters or capitals. */
  public static final String PREFIX = "@request.auth.claims";

  private ClaimHeader() {}

  /** The path of the claim that a header name means; empty for the name of a real header. */
  public static ImmutableList<String> path(String headerName) {
    if (!headerName.startsWith("@") || !Ascii.toLowerCase(headerName).startsWith(PREFIX)) {
      return ImmutableList.of();
    }
    String path = headerName.substring(PREFIX.length());
    if (path.startsWith(".") && path.length() > 1) {
      return ImmutableList.copyOf(Splitter.on('.').split(path.substring(1)));
    }
    if (path.startsWith("[") && path.endsWith("]") && path.length() > 2) {
      return ImmutableList.copyOf(Splitter.on("][").split(path.substring(1, path.length() - 1)));
    }
    return ImmutableList.of();
  }
}
