// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.security;

import io.rutter.model.internal.validation.Findings;
import io.rutter.model.security.RequestAuthentication;

/** Checks a {@link RequestAuthentication}. Istio document: Request Authentication. */
public final class RequestAuthenticationValidator {
  private RequestAuthenticationValidator() {}

  /** Checks the object that starts here. */
  public static void validate(RequestAuthentication authentication, Findings at) {
    Findings spec = at.at("spec");
    PolicyTargetRules.check(
        authentication.selector(), authentication.targetRef(), authentication.targetRefs(), spec);
    for (int i = 0; i < authentication.jwtRules().size(); i++) {
      JwtRuleValidator.validate(authentication.jwtRules().get(i), spec.at("jwtRules").at(i));
    }
  }
}
