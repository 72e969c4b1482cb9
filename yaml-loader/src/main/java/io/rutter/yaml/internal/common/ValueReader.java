// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.common;

import io.rutter.model.Percent;
import io.rutter.model.StringMatch;
import io.rutter.model.WorkloadSelector;
import io.rutter.yaml.internal.node.ObjectNode;
import java.util.Optional;

/** Reads values that messages of several kinds hold. */
public final class ValueReader {
  private ValueReader() {}

  /** Without a value: 0 percent. */
  public static Percent percent(ObjectNode in) {
    return Percent.of(in.number("value").orElse(0));
  }

  /** The one of its fields that is set; without any: present. */
  public static StringMatch stringMatch(ObjectNode in) {
    Optional<StringMatch> match =
        in.oneOf("exact", "prefix", "regex")
            .flatMap(
                field ->
                    switch (field) {
                      case "exact" -> in.stringValue("exact").map(StringMatch::exact);
                      case "prefix" -> in.stringValue("prefix").map(StringMatch::prefix);
                      default -> in.stringValue("regex").map(StringMatch::regex);
                    });
    return match.orElseGet(StringMatch::present);
  }

  /** Istio: {@code istio.type.v1beta1.WorkloadSelector}, which calls its field matchLabels. */
  public static WorkloadSelector workloadSelector(ObjectNode in) {
    return new WorkloadSelector(in.stringMap("matchLabels"));
  }

  /** Istio: {@code istio.networking.v1.WorkloadSelector}, which calls its field labels. */
  public static WorkloadSelector networkingWorkloadSelector(ObjectNode in) {
    return new WorkloadSelector(in.stringMap("labels"));
  }
}
