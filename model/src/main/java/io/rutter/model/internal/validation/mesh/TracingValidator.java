// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.mesh;

import io.rutter.model.internal.validation.Findings;
import io.rutter.model.internal.validation.HeaderNameRules;
import io.rutter.model.internal.validation.ValueRules;
import io.rutter.model.mesh.proxyconfig.CustomTagSource;
import io.rutter.model.mesh.proxyconfig.EnvironmentTag;
import io.rutter.model.mesh.proxyconfig.LiteralTag;
import io.rutter.model.mesh.proxyconfig.RequestHeaderTag;
import io.rutter.model.mesh.proxyconfig.Tracing;
import io.rutter.model.problem.ProblemCode;

/** Checks the {@link Tracing} of a ProxyConfig. Envoy document: {@code CustomTag}. */
final class TracingValidator {
  private TracingValidator() {}

  static void validate(Tracing tracing, Findings at) {
    ValueRules.checkUint32(tracing.maxPathTagLength(), at.at("maxPathTagLength"));
    double sampling = tracing.sampling().orElse(0);
    if (!(sampling >= 0)) {
      at.at("sampling").invalid("percent: " + sampling + " (expected: 0 to 100)");
    } else if (sampling > 100) {
      at.at("sampling")
          .warn(
              ProblemCode.INVALID_VALUE,
              "percent: " + sampling + " (expected: 0 to 100; 1 is used)");
    }
    tracing
        .customTags()
        .forEach(
            (name, tag) -> {
              Findings here = at.at("customTags").entry(name);
              if (name.isEmpty()) {
                here.invalid("tag: \"\" (expected: a name)");
              }
              tag.type().ifPresent(source -> validate(source, here));
            });
  }

  private static void validate(CustomTagSource source, Findings at) {
    if (source instanceof LiteralTag literal && literal.value().isEmpty()) {
      at.at("literal").at("value").invalid("value: \"\" (expected: not empty)");
    } else if (source instanceof EnvironmentTag environment && environment.name().isEmpty()) {
      at.at("environment").at("name").invalid("variable: \"\" (expected: a name)");
    } else if (source instanceof RequestHeaderTag header) {
      HeaderNameRules.checkMatched(header.name(), at.at("header").at("name"));
    }
  }
}
