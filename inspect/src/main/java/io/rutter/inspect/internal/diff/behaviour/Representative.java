// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.diff.behaviour;

import com.google.common.collect.ImmutableMap;
import io.rutter.inspect.Call;
import io.rutter.inspect.internal.diff.condition.Claims;
import io.rutter.inspect.internal.diff.division.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The call with certain values, for those who compare its ends. */
public final class Representative {
  private Representative() {}

  /** The call of this connection with these values; what is not among them stays as it is. */
  public static Call of(Call base, ImmutableMap<Dimension, Optional<String>> values) {
    Call.Builder call = base.toBuilder();
    String path = values.getOrDefault(Dimension.PATH, Optional.empty()).orElse(base.path());
    List<String> query = new ArrayList<>();
    values.forEach(
        (dimension, value) ->
            value.ifPresent(
                text -> {
                  if (dimension.kind() == Dimension.Kind.QUERY) {
                    query.add(dimension.name() + "=" + text);
                  } else {
                    set(call, dimension, text);
                  }
                }));
    Claims.of(values).ifPresent(call::claims);
    return call.path(query.isEmpty() ? path : path + "?" + String.join("&", query)).build();
  }

  private static void set(Call.Builder call, Dimension dimension, String text) {
    switch (dimension.kind()) {
      case METHOD -> call.method(text);
      case HEADER -> {
        if (dimension.equals(Dimension.AUTHORITY)) {
          call.host(text);
        } else if (!dimension.name().startsWith(":")) {
          call.header(dimension.name(), text);
        }
      }
      case PEER -> call.peer(text);
      case SOURCE -> call.sourceAddress(text);
      case REMOTE ->
          call.header(
              "x-forwarded-for", text + ", 192.0.2.9".repeat(Integer.parseInt(dimension.name())));
      case PATH, QUERY, TOKEN, CLAIM, CLAIM_LIST -> {} // Put together of several values.
    }
  }
}
