// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.diff;

import io.rutter.inspect.CallResult;
import io.rutter.translator.XdsResources;
import java.util.Optional;

/**
 * The end of a call on one side.
 *
 * @param end what the client sees
 * @param virtualHost the name of the virtual host that it meets
 */
record CallEnds(SeenEnd end, Optional<String> virtualHost) {
  static CallEnds of(XdsResources proxy, CallResult result) {
    return new CallEnds(SeenEnd.of(proxy, result), result.virtualHost());
  }
}
