// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.virtualservice;

import com.google.common.collect.ImmutableMap;
import io.rutter.model.internal.validation.Findings;
import io.rutter.model.internal.validation.HeaderNameRules;
import io.rutter.model.internal.validation.HeaderValueRules;
import io.rutter.model.virtualservice.HeaderOperations;
import io.rutter.model.virtualservice.Headers;

/** Checks {@link Headers}. */
final class HeadersValidator {
  private HeadersValidator() {}

  static void validate(Headers headers, Findings at) {
    headers
        .request()
        .ifPresent(
            request -> {
              Findings here = at.at("request");
              checkValues(request.set(), true, here.at("set"));
              checkValues(request.add(), true, here.at("add"));
              checkRemoved(request, here.at("remove"));
            });
    headers
        .response()
        .ifPresent(
            response -> {
              Findings here = at.at("response");
              checkValues(response.set(), false, here.at("set"));
              checkValues(response.add(), false, here.at("add"));
              checkRemoved(response, here.at("remove"));
            });
  }

  private static void checkValues(
      ImmutableMap<String, String> values, boolean authorityAllowed, Findings at) {
    values.forEach(
        (name, value) -> {
          if (!(authorityAllowed && AuthorityRules.isAuthority(name))) {
            checkName(name, at.entry(name));
          }
          HeaderValueRules.check(value, at.entry(name));
        });
  }

  private static void checkRemoved(HeaderOperations operations, Findings at) {
    for (int i = 0; i < operations.remove().size(); i++) {
      checkName(operations.remove().get(i), at.at(i));
    }
  }

  private static void checkName(String name, Findings at) {
    if (name.isEmpty() || name.startsWith(":") || AuthorityRules.isAuthority(name)) {
      at.invalid("header name: \"" + name + "\" (expected: a header that may be changed)");
    } else if (!HeaderNameRules.isName(name)) {
      at.invalid("header name: \"" + name + "\" (expected: letters, digits and hyphens)");
    }
  }
}
