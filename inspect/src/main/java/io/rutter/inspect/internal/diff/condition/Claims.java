// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.diff.condition;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import com.google.protobuf.ListValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.rutter.inspect.internal.diff.division.Dimension;
import java.util.List;
import java.util.Optional;

/** Claims as dimensions, and tokens with such claims. */
public final class Claims {
  private static final String BETWEEN = "][";

  private Claims() {}

  /** The claim at this path, as a text or as a list of texts. */
  static Dimension dimension(List<String> path, boolean list) {
    return new Dimension(
        list ? Dimension.Kind.CLAIM_LIST : Dimension.Kind.CLAIM,
        "[" + String.join(BETWEEN, path) + "]");
  }

  /** The claims of a token with these values; absent: there is no token. */
  public static Optional<Struct> of(ImmutableMap<Dimension, Optional<String>> values) {
    Optional<String> issuer = values.getOrDefault(Dimension.TOKEN, Optional.empty());
    if (issuer.isEmpty()) {
      return Optional.empty();
    }
    Struct.Builder claims = Struct.newBuilder().putFields("iss", text(issuer.get()));
    values.forEach(
        (dimension, value) -> {
          boolean claim =
              dimension.kind() == Dimension.Kind.CLAIM
                  || dimension.kind() == Dimension.Kind.CLAIM_LIST;
          if (claim && value.isPresent()) {
            String name = dimension.name();
            put(
                claims,
                Splitter.on(BETWEEN).splitToList(name.substring(1, name.length() - 1)),
                value(dimension, value.get()));
          }
        });
    return Optional.of(claims.build());
  }

  private static Value value(Dimension dimension, String value) {
    return dimension.kind() == Dimension.Kind.CLAIM
        ? text(value)
        : Value.newBuilder().setListValue(ListValue.newBuilder().addValues(text(value))).build();
  }

  private static void put(Struct.Builder into, List<String> path, Value value) {
    String name = path.get(0);
    if (path.size() == 1) {
      into.putFields(name, value);
      return;
    }
    Struct.Builder inner =
        into.getFieldsOrDefault(name, Value.getDefaultInstance()).getStructValue().toBuilder();
    put(inner, path.subList(1, path.size()), value);
    into.putFields(name, Value.newBuilder().setStructValue(inner).build());
  }

  private static Value text(String text) {
    return Value.newBuilder().setStringValue(text).build();
  }
}
