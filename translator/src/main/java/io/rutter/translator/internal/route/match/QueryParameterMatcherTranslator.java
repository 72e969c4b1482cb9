// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.match;

import io.envoyproxy.envoy.config.route.v3.QueryParameterMatcher;
import io.rutter.model.StringMatch;

/**
 * A condition on a query parameter to {@code QueryParameterMatcher}. An empty condition asks for
 * presence only. Istio document: Virtual Service, {@code HTTPMatchRequest.queryParams}.
 */
final class QueryParameterMatcherTranslator {
  private QueryParameterMatcherTranslator() {}

  static QueryParameterMatcher translate(String name, StringMatch match) {
    QueryParameterMatcher.Builder matcher = QueryParameterMatcher.newBuilder().setName(name);
    StringMatchTranslator.comparison(match)
        .ifPresentOrElse(matcher::setStringMatch, () -> matcher.setPresentMatch(true));
    return matcher.build();
  }
}
