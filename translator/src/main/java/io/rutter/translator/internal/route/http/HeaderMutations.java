// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.http;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.core.v3.HeaderValueOption;
import java.util.Optional;

/**
 * Changes of headers in Envoy's terms.
 *
 * @param requestAdd request headers to set or add
 * @param requestRemove names of request headers to remove
 * @param responseAdd response headers to set or add
 * @param responseRemove names of response headers to remove
 * @param authority the new value of the authority, which is no header to Envoy
 */
record HeaderMutations(
    ImmutableList<HeaderValueOption> requestAdd,
    ImmutableList<String> requestRemove,
    ImmutableList<HeaderValueOption> responseAdd,
    ImmutableList<String> responseRemove,
    Optional<String> authority) {
  /** No change. */
  static final HeaderMutations NONE =
      new HeaderMutations(
          ImmutableList.of(),
          ImmutableList.of(),
          ImmutableList.of(),
          ImmutableList.of(),
          Optional.empty());
}
