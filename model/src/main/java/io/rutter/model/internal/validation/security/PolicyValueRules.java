// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.security;

import com.google.common.base.CharMatcher;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.rutter.model.internal.validation.Findings;
import io.rutter.model.internal.validation.NameRules;
import java.util.List;

/** Values of conditions of an AuthorizationPolicy. Istio document: Authorization Policy. */
final class PolicyValueRules {
  private static final CharMatcher DIGITS = CharMatcher.inRange('0', '9');
  private static final CharMatcher ZERO = CharMatcher.is('0');
  private static final CharMatcher STAR = CharMatcher.is('*');
  private static final CharMatcher SLASH = CharMatcher.is('/');

  /** Many values become expressions, of which Envoy takes only so long ones. */
  private static final int LONGEST = 1024;

  private static final int MOST_ACCOUNTS = 16;
  private static final int LONGEST_ACCOUNT = 320;

  private PolicyValueRules() {}

  /** Checks values of any form. */
  static void checkTexts(List<String> values, Findings at) {
    for (int i = 0; i < values.size(); i++) {
      checkText(values.get(i), at.at(i));
    }
  }

  /** Checks a value, and says whether it is right. */
  @CanIgnoreReturnValue
  private static boolean checkText(String value, Findings at) {
    if (value.isEmpty()) {
      at.invalid("\"\" (expected: not empty)");
    } else if (value.length() > LONGEST) {
      at.invalid(value.length() + " characters (expected: at most " + LONGEST + ")");
    }
    return !value.isEmpty() && value.length() <= LONGEST;
  }

  /** Checks addresses and ranges of addresses. */
  static void checkAddresses(List<String> values, Findings at) {
    for (int i = 0; i < values.size(); i++) {
      String value = values.get(i);
      int slash = value.indexOf('/');
      boolean padded = slash >= 0 && slash < value.length() - 2 && value.charAt(slash + 1) == '0';
      boolean zone = value.indexOf('%') >= 0;
      if (!NameRules.isSubnet(value) || padded) {
        at.at(i)
            .invalid(
                "\""
                    + value
                    + "\" (expected: an IP address or a CIDR"
                    + (zone ? ", without a zone)" : ")"));
      }
    }
  }

  /** Checks ports that are written as texts. */
  static void checkPorts(List<String> values, Findings at) {
    for (int i = 0; i < values.size(); i++) {
      String number = ZERO.trimLeadingFrom(values.get(i));
      boolean isPort =
          !values.get(i).isEmpty()
              && DIGITS.matchesAllOf(number)
              && number.length() <= 5
              && (number.isEmpty() || Integer.parseInt(number) <= 65535);
      if (!isPort) {
        at.at(i).invalid("port: \"" + values.get(i) + "\" (expected: 0 to 65535)");
      }
    }
  }

  /** Checks service accounts, {@code ACCOUNT} or {@code NAMESPACE/ACCOUNT}. */
  static void checkAccounts(List<String> values, Findings at) {
    if (values.size() > MOST_ACCOUNTS) {
      at.invalid(values.size() + " service accounts (expected: at most " + MOST_ACCOUNTS + ")");
    }
    for (int i = 0; i < values.size(); i++) {
      String value = values.get(i);
      if (value.length() > LONGEST_ACCOUNT) {
        at.at(i)
            .invalid(value.length() + " characters (expected: at most " + LONGEST_ACCOUNT + ")");
      } else if (value.isEmpty()
          || value.startsWith("/")
          || value.endsWith("/")
          || SLASH.countIn(value) > 1
          || STAR.matchesAnyOf(value)) {
        at.at(i)
            .invalid(
                "service account: \""
                    + value
                    + "\" (expected: ACCOUNT or NAMESPACE/ACCOUNT, without wildcards)");
      }
    }
  }

  /** Checks trust domains that may have one star at an end. */
  static void checkTrustDomains(List<String> values, Findings at) {
    for (int i = 0; i < values.size(); i++) {
      String value = values.get(i);
      boolean atAnEnd = value.startsWith("*") || value.endsWith("*");
      if (checkText(value, at.at(i))
          && (STAR.countIn(value) > 1 || (STAR.matchesAnyOf(value) && !atAnEnd))) {
        at.at(i)
            .invalid(
                "trust domain: \""
                    + value
                    + "\" (expected: at most one *, at the start or the end)");
      }
    }
  }

  /** Checks trust domains of a source, which are no identities: they have no slash. */
  static void checkTrustDomainsOfSource(List<String> values, Findings at) {
    checkTrustDomains(values, at);
    for (int i = 0; i < values.size(); i++) {
      if (SLASH.matchesAnyOf(values.get(i))) {
        at.at(i).invalid("trust domain: \"" + values.get(i) + "\" (expected: no slash)");
      }
    }
  }
}
