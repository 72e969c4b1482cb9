// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.envoy;

import com.google.common.collect.ImmutableList;
import io.rutter.inspect.Call;
import io.rutter.translator.XdsResources;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.Random;

/** Calls that the conditions of chains, routes and policies suggest, with random changes. */
public final class SuggestedCalls {
  private final SignedTokens keys;

  private SuggestedCalls(SignedTokens keys) {
    this.keys = keys;
  }

  /** With new keys for tokens. */
  public static SuggestedCalls create() throws GeneralSecurityException {
    return new SuggestedCalls(SignedTokens.create());
  }

  /** About so many calls of each sort. */
  public ImmutableList<Call> of(XdsResources proxy, int count, Random random)
      throws GeneralSecurityException {
    ImmutableList.Builder<Call> calls = ImmutableList.builder();
    RequestsForProxy.of(proxy, count, random).forEach(one -> calls.add(one.call()));
    AccessRequests.of(proxy, count, keys, random)
        .forEach(
            one ->
                calls.add(
                    one.call().toBuilder()
                        .time(Optional.empty())
                        .extAuthz(Optional.empty())
                        .build()));
    return calls.build();
  }
}
