// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.virtualservice;

import io.rutter.model.internal.validation.Findings;
import io.rutter.model.internal.validation.ValueRules;
import io.rutter.model.virtualservice.Redirect;
import io.rutter.model.virtualservice.RedirectPort;

/** Checks a {@link Redirect}. */
final class RedirectValidator {
  private RedirectValidator() {}

  static void validate(Redirect redirect, Findings at) {
    if (redirect.uri().isPresent() && redirect.prefixRewrite().isPresent()) {
      at.conflicting("uri beside prefixRewrite (expected: one of them)");
    }
    if (redirect.uri().isEmpty()
        && redirect.prefixRewrite().isEmpty()
        && redirect.authority().isEmpty()
        && redirect.redirectPort().isEmpty()
        && redirect.scheme().isEmpty()) {
      at.missing("nothing to redirect to (expected: uri, authority, scheme or port)");
    }
    long code = redirect.redirectCode().orElse(301);
    if (code < 300 || code > 399) {
      at.at("redirectCode").invalid("redirectCode: " + code + " (expected: 300 to 399)");
    }
    redirect
        .scheme()
        .filter(scheme -> !scheme.equals("http") && !scheme.equals("https"))
        .ifPresent(
            scheme ->
                at.at("scheme").invalid("scheme: \"" + scheme + "\" (expected: http or https)"));
    redirect
        .redirectPort()
        .filter(port -> port.kind() == RedirectPort.Kind.FIXED)
        .map(port -> ((RedirectPort.Fixed) port).value())
        .filter(port -> port != 0)
        .ifPresent(port -> ValueRules.checkPort(port, at.at("port")));
  }
}
