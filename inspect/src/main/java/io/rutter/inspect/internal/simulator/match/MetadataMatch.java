// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.match;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.envoyproxy.envoy.config.core.v3.Metadata;
import io.envoyproxy.envoy.type.matcher.v3.DoubleMatcher;
import io.envoyproxy.envoy.type.matcher.v3.MetadataMatcher;
import io.envoyproxy.envoy.type.matcher.v3.ValueMatcher;

/** Envoy's {@code MetadataMatcher}: a value at a path in dynamic metadata. */
public final class MetadataMatch {
  /** Deeper conditions match nothing. */
  private static final int MOST_LEVELS = 50;

  private MetadataMatch() {}

  /** Whether the condition holds. */
  public static boolean holds(MetadataMatcher matcher, Metadata metadata) {
    return matches(matcher, metadata) != matcher.getInvert();
  }

  private static boolean matches(MetadataMatcher matcher, Metadata metadata) {
    return matches(matcher.getValue(), value(matcher, metadata), 0);
  }

  /** The value at the path of a condition; without a kind if there is none. */
  static Value value(MetadataMatcher matcher, Metadata metadata) {
    Value value =
        Value.newBuilder()
            .setStructValue(
                metadata.getFilterMetadataOrDefault(
                    matcher.getFilter(), Struct.getDefaultInstance()))
            .build();
    for (MetadataMatcher.PathSegment segment : matcher.getPathList()) {
      value =
          value.getStructValue().getFieldsOrDefault(segment.getKey(), Value.getDefaultInstance());
    }
    return value;
  }

  private static boolean matches(ValueMatcher matcher, Value value, int depth) {
    boolean set = value.getKindCase() != Value.KindCase.KIND_NOT_SET;
    return depth < MOST_LEVELS
        && switch (matcher.getMatchPatternCase()) {
          case NULL_MATCH -> value.hasNullValue();
          case DOUBLE_MATCH -> value.hasNumberValue() && inRange(matcher, value.getNumberValue());
          case STRING_MATCH ->
              value.hasStringValue()
                  && StringMatch.matches(matcher.getStringMatch(), value.getStringValue());
          case BOOL_MATCH -> value.hasBoolValue() && value.getBoolValue() == matcher.getBoolMatch();
          case PRESENT_MATCH -> set == matcher.getPresentMatch();
          case LIST_MATCH ->
              value.hasListValue()
                  && value.getListValue().getValuesList().stream()
                      .anyMatch(one -> matches(matcher.getListMatch().getOneOf(), one, depth + 1));
          case OR_MATCH ->
              matcher.getOrMatch().getValueMatchersList().stream()
                  .anyMatch(one -> matches(one, value, depth + 1));
          case MATCHPATTERN_NOT_SET -> false;
        };
  }

  private static boolean inRange(ValueMatcher matcher, double value) {
    DoubleMatcher wanted = matcher.getDoubleMatch();
    return wanted.hasRange()
        ? value >= wanted.getRange().getStart() && value < wanted.getRange().getEnd()
        : value == wanted.getExact();
  }
}
