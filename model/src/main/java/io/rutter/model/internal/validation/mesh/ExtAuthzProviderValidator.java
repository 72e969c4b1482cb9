// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.mesh;

import com.google.common.collect.ImmutableSet;
import io.rutter.model.internal.go.GoUrl;
import io.rutter.model.internal.validation.Findings;
import io.rutter.model.internal.validation.HeaderNameRules;
import io.rutter.model.internal.validation.ValueRules;
import io.rutter.model.mesh.provider.ExtAuthzGrpcProvider;
import io.rutter.model.mesh.provider.ExtAuthzHttpProvider;
import io.rutter.model.mesh.provider.ExtAuthzRequestBody;
import io.rutter.model.problem.ProblemCode;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Checks providers that policies ask for a decision. Istio document: Global Mesh Options, {@code
 * EnvoyExternalAuthorizationHttpProvider} and {@code EnvoyExternalAuthorizationGrpcProvider}.
 */
final class ExtAuthzProviderValidator {
  private static final Pattern NAME = Pattern.compile("[a-z0-9](?:[-a-z0-9]*[a-z0-9])?");
  private static final int LONGEST_NAME = 63;
  private static final Pattern NUMBER = Pattern.compile("[-+]?0*[0-9]{1,9}");

  /** The codes that Envoy has names for. */
  private static final ImmutableSet<Integer> STATUS_CODES =
      ImmutableSet.of(
          100, 200, 201, 202, 203, 204, 205, 206, 207, 208, 226, 300, 301, 302, 303, 304, 305, 307,
          308, 400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415, 416,
          417, 421, 422, 423, 424, 426, 428, 429, 431, 500, 501, 502, 503, 504, 505, 506, 507, 508,
          510, 511);

  private ExtAuthzProviderValidator() {}

  /** Checks the name of the provider, which becomes part of the names of policies. */
  static void checkName(String name, Findings at) {
    if (!name.isEmpty() && (name.length() > LONGEST_NAME || !NAME.matcher(name).matches())) {
      at.invalid(
          "name: \"" + name + "\" (expected: at most 63 small letters, digits and inner hyphens)");
    }
  }

  static void validate(ExtAuthzHttpProvider provider, Findings at) {
    provider.timeout().ifPresent(time -> ValueRules.checkTimeLimit(time, at.at("timeout")));
    provider.statusOnError().ifPresent(status -> checkStatus(status, at.at("statusOnError")));
    provider
        .includeRequestBodyInCheck()
        .ifPresent(body -> validate(body, at.at("includeRequestBodyInCheck")));
    provider.pathPrefix().ifPresent(prefix -> checkPrefix(prefix, at.at("pathPrefix")));
    checkHeaders(provider.includeHeadersInCheck(), at.at("includeHeadersInCheck"));
    if (!provider.includeHeadersInCheck().isEmpty()) {
      at.at("includeHeadersInCheck")
          .warn(
              ProblemCode.DEPRECATED_FIELD, "deprecated (expected: includeRequestHeadersInCheck)");
    }
    checkHeaders(provider.includeRequestHeadersInCheck(), at.at("includeRequestHeadersInCheck"));
    checkHeaders(provider.headersToUpstreamOnAllow(), at.at("headersToUpstreamOnAllow"));
    checkHeaders(provider.headersToDownstreamOnDeny(), at.at("headersToDownstreamOnDeny"));
    checkHeaders(provider.headersToDownstreamOnAllow(), at.at("headersToDownstreamOnAllow"));
    provider
        .includeAdditionalHeadersInCheck()
        .forEach(
            (name, value) -> {
              Findings here = at.at("includeAdditionalHeadersInCheck").entry(name);
              if (!HeaderNameRules.isName(name)) {
                here.invalid(
                    "header name: \"" + name + "\" (expected: letters, digits and hyphens)");
              }
              HeaderNameRules.checkLine(value, here);
            });
  }

  static void validate(ExtAuthzGrpcProvider provider, Findings at) {
    provider.timeout().ifPresent(time -> ValueRules.checkTimeLimit(time, at.at("timeout")));
    provider.statusOnError().ifPresent(status -> checkStatus(status, at.at("statusOnError")));
    provider
        .includeRequestBodyInCheck()
        .ifPresent(body -> validate(body, at.at("includeRequestBodyInCheck")));
  }

  private static void validate(ExtAuthzRequestBody body, Findings at) {
    if (body.maxRequestBytes().orElse(0) == 0) {
      at.at("maxRequestBytes").missing("no size (expected: 1 to 4294967295)");
    }
    ValueRules.checkUint32(body.maxRequestBytes(), at.at("maxRequestBytes"));
  }

  private static void checkStatus(String status, Findings at) {
    if (!NUMBER.matcher(status).matches() || !STATUS_CODES.contains(Integer.parseInt(status))) {
      at.invalid("status: \"" + status + "\" (expected: a status code of HTTP, such as \"403\")");
    }
  }

  private static void checkPrefix(String prefix, Findings at) {
    if (!prefix.startsWith("/") || GoUrl.parse(prefix).isEmpty()) {
      at.invalid("prefix: \"" + prefix + "\" (expected: a path that begins with a slash)");
    }
  }

  /** A star alone would mean every header, which Istio does not offer. */
  private static void checkHeaders(List<String> patterns, Findings at) {
    for (int i = 0; i < patterns.size(); i++) {
      if (patterns.get(i).equals("*")) {
        at.at(i).invalid("header: \"*\" (expected: a name, a prefix* or a *suffix)");
      }
    }
  }
}
