// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.match;

import static java.util.stream.Collectors.joining;

import com.google.protobuf.Value;
import io.envoyproxy.envoy.config.core.v3.Metadata;
import io.envoyproxy.envoy.type.matcher.v3.MetadataMatcher;
import io.envoyproxy.envoy.type.matcher.v3.ValueMatcher;
import io.rutter.inspect.internal.simulator.call.Abbreviation;
import java.util.List;
import java.util.Optional;

/** Conditions on metadata, and the values that they are compared with, for people. */
public final class MetadataText {
  private static final String TOKENS = "envoy.filters.http.jwt_authn";
  private static final String PAYLOAD = "payload";

  /** Deeper values are not printed. */
  private static final int MOST_LEVELS = 10;

  private MetadataText() {}

  /** A condition, for example {@code claim sub exact "me"}. */
  public static String print(MetadataMatcher matcher) {
    String path =
        matcher.getPathList().stream()
            .map(segment -> "[" + segment.getKey() + "]")
            .collect(joining());
    boolean claim =
        matcher.getFilter().equals(TOKENS)
            && matcher.getPathCount() > 0
            && matcher.getPath(0).getKey().equals(PAYLOAD);
    return (claim
            ? "claim " + path.substring(PAYLOAD.length() + 2)
            : "metadata " + matcher.getFilter() + path)
        + (matcher.getInvert() ? " not " : " ")
        + print(matcher.getValue(), 0);
  }

  /** The value that a condition is compared with. */
  public static String value(MetadataMatcher matcher, Metadata metadata) {
    return Abbreviation.of(print(MetadataMatch.value(matcher, metadata), 0));
  }

  /** The first of these that does not hold, with the value that it is compared with. */
  public static Optional<String> failure(List<MetadataMatcher> matchers, Metadata metadata) {
    return matchers.stream()
        .filter(matcher -> !MetadataMatch.holds(matcher, metadata))
        .map(matcher -> print(matcher) + ": " + value(matcher, metadata))
        .findFirst();
  }

  private static String print(ValueMatcher matcher, int depth) {
    if (depth > MOST_LEVELS) {
      return "...";
    }
    return switch (matcher.getMatchPatternCase()) {
      case NULL_MATCH -> "null";
      case DOUBLE_MATCH ->
          matcher.getDoubleMatch().hasRange()
              ? "in ["
                  + matcher.getDoubleMatch().getRange().getStart()
                  + ", "
                  + matcher.getDoubleMatch().getRange().getEnd()
                  + ")"
              : "" + matcher.getDoubleMatch().getExact();
      case STRING_MATCH -> StringMatch.print(matcher.getStringMatch());
      case BOOL_MATCH -> "" + matcher.getBoolMatch();
      case PRESENT_MATCH -> matcher.getPresentMatch() ? "present" : "absent";
      // A claim may be one text or a list of them: what is compared with both is said once.
      case LIST_MATCH -> print(matcher.getListMatch().getOneOf(), depth + 1);
      case OR_MATCH ->
          matcher.getOrMatch().getValueMatchersList().stream()
              .map(one -> print(one, depth + 1))
              .distinct()
              .collect(joining(" or "));
      case MATCHPATTERN_NOT_SET -> "nothing";
    };
  }

  private static String print(Value value, int depth) {
    if (depth > MOST_LEVELS) {
      return "...";
    }
    return switch (value.getKindCase()) {
      case STRING_VALUE -> "\"" + value.getStringValue() + "\"";
      case NUMBER_VALUE -> "number " + value.getNumberValue();
      case BOOL_VALUE -> "" + value.getBoolValue();
      case LIST_VALUE ->
          value.getListValue().getValuesList().stream()
              .map(one -> print(one, depth + 1))
              .collect(joining(", ", "[", "]"));
      case STRUCT_VALUE -> "object " + value.getStructValue().getFieldsMap().keySet();
      case NULL_VALUE -> "null";
      case KIND_NOT_SET -> "missing";
    };
  }
}
