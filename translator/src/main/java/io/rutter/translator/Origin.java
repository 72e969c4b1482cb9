// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator;

import com.google.common.collect.ImmutableList;
import io.rutter.translator.internal.endpoint.OutboundTarget;
import io.rutter.translator.internal.endpoint.OutboundTargets;
import io.rutter.translator.internal.resolve.ProxyScope;

/**
 * What resources were made from, kept with them so that a later translation can tell what changed.
 *
 * @param scope what the proxy saw
 * @param targets what it could send traffic to
 */
record Origin(ProxyScope scope, ImmutableList<OutboundTarget> targets) {
  static Origin of(ProxyScope scope) {
    return new Origin(scope, OutboundTargets.of(scope));
  }
}
