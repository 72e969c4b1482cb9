// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.security;

import io.rutter.model.internal.validation.Findings;
import io.rutter.model.security.RequestAuthentication;

/** Checks a {@link RequestAuthentication}. Istio document: Request Authentication. */
public final class RequestAuthenticationValidator {
  private RequestAuthenticationValidator() {}

  /** Checks the object whose spec starts here. */
  public static void validate(RequestAuthentication authentication, Findings at) {
    PolicyTargetRules.check(
        authentication.selector(), authentication.targetRef(), authentication.targetRefs(), at);
    for (int i = 0; i < authentication.jwtRules().size(); i++) {
      JwtRuleValidator.validate(authentication.jwtRules().get(i), at.at("jwtRules").at(i));
    }
  }
}
