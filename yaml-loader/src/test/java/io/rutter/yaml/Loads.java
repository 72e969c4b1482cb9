// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml;

import io.rutter.model.problem.Problem;
import java.util.List;

/** Short forms for tests. */
final class Loads {
  private Loads() {}

  /** Reads a text, named {@code f}, without validation. */
  static LoadResult text(String text) {
    return YamlLoader.create().withoutValidation().load(YamlSource.text("f", text));
  }

  /** The problems of a text, as the command prints them. */
  static List<String> problems(String text) {
    return text(text).problems().stream().map(Problem::toString).toList();
  }

  /** A DestinationRule with fields in its traffic policy. */
  static String rule(String trafficPolicy) {
    return """
        apiVersion: networking.istio.io/v1
        kind: DestinationRule
        metadata: {name: r}
        spec: {host: h, trafficPolicy: {%s}}
        """
        .formatted(trafficPolicy);
  }
}
