// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.envoy;

import io.rutter.inspect.Call;
import io.rutter.inspect.CallResult;
import io.rutter.inspect.ExtAuthzAnswer;
import io.rutter.inspect.ExternalCheck;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A call that policies decide about.
 *
 * @param sent the request as it is sent
 * @param foretold the same for the simulator, which knows no keys: a token with a bad signature is
 *     no token there
 * @param badSignature whether they differ so
 * @param allows what services answer that are asked about it
 */
record AccessCall(
    SimulatedRequest sent, SimulatedRequest foretold, boolean badSignature, boolean allows) {
  /** Between the times that tokens have. */
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

  /** The call for the simulator. */
  Call call() {
    return foretold.call().toBuilder()
        .peer(foretold.request().tls().flatMap(LoopbackRequest.Tls::peer))
        .time(NOW)
        .extAuthz(allows ? ExtAuthzAnswer.ALLOW : ExtAuthzAnswer.DENY)
        .build();
  }

  /** How the reply differs from what was foretold; empty if it does not. */
  Optional<String> difference(CallResult result, Optional<Reply> reply) {
    // What is forwarded has the token, which differs.
    return sent.difference(
        badSignature ? result.toBuilder().request(Optional.empty()).build() : result, reply);
  }

  /** How the services that were asked differ from those that were foretold. */
  Optional<String> differenceOfAsked(CallResult result, List<String> asked) {
    List<String> expected = result.externalChecks().stream().map(ExternalCheck::cluster).toList();
    return expected.equals(asked)
        ? Optional.empty()
        : Optional.of("asked: " + expected + ", by Envoy: " + asked);
  }
}
