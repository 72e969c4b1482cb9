// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.authorization;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.core.v3.CidrRange;
import io.envoyproxy.envoy.config.rbac.v3.MetadataSource;
import io.envoyproxy.envoy.config.rbac.v3.SourcedMetadata;
import io.envoyproxy.envoy.config.route.v3.HeaderMatcher;
import io.envoyproxy.envoy.type.matcher.v3.MetadataMatcher;
import io.envoyproxy.envoy.type.matcher.v3.PathMatcher;
import io.rutter.inspect.internal.simulator.call.Abbreviation;
import io.rutter.inspect.internal.simulator.match.HeaderMatch;
import io.rutter.inspect.internal.simulator.match.IpRanges;
import io.rutter.inspect.internal.simulator.match.MetadataMatch;
import io.rutter.inspect.internal.simulator.match.MetadataText;
import io.rutter.inspect.internal.simulator.match.StringMatch;

/** Conditions that both what is asked for and who calls may have. */
final class Conditions {
  private static final Verdict NO_REQUEST =
      new Verdict(false, true, "a condition on requests: the connection has none");

  /** Deeper conditions hold never. */
  static final int MOST_LEVELS = 100;

  private Conditions() {}

  static Verdict tooDeep() {
    return unknown("a condition of more than " + MOST_LEVELS + " levels");
  }

  static Verdict header(HeaderMatcher matcher, AccessFacts facts) {
    if (facts.request().isEmpty()) {
      return NO_REQUEST;
    }
    ImmutableList<String> values = facts.request().get().values(matcher.getName());
    return Verdict.of(
        HeaderMatch.matchesOneOf(matcher, values),
        HeaderMatch.print(matcher),
        values.isEmpty() ? "missing" : quoted(String.join("\", \"", values)));
  }

  static Verdict path(PathMatcher matcher, AccessFacts facts) {
    if (facts.request().isEmpty()) {
      return NO_REQUEST;
    }
    String path = facts.request().get().barePath();
    return Verdict.of(
        StringMatch.matches(matcher.getPath(), path),
        "path " + StringMatch.print(matcher.getPath()),
        quoted(path));
  }

  static Verdict template(String template, AccessFacts facts) {
    if (facts.request().isEmpty()) {
      return NO_REQUEST;
    }
    String path = facts.request().get().barePath();
    return Verdict.of(
        PathTemplates.matches(template, path), "path template \"" + template + "\"", quoted(path));
  }

  static Verdict address(String what, CidrRange range, String address) {
    return Verdict.of(
        IpRanges.longest(ImmutableList.of(range), address) >= 0,
        what + " " + range.getAddressPrefix() + "/" + range.getPrefixLen().getValue(),
        address);
  }

  static Verdict metadata(SourcedMetadata sourced, AccessFacts facts) {
    return sourced.getMetadataSource() == MetadataSource.ROUTE
        ? unknown("metadata of routes")
        : metadata(sourced.getMetadataMatcher(), facts);
  }

  static Verdict metadata(MetadataMatcher matcher, AccessFacts facts) {
    return Verdict.of(
        MetadataMatch.holds(matcher, facts.metadata()),
        MetadataText.print(matcher),
        MetadataText.value(matcher, facts.metadata()));
  }

  /** What the simulator cannot know. */
  static Verdict unknown(String what) {
    return Verdict.unknown(what + ": unknown to the simulator");
  }

  static String quoted(String text) {
    return "\"" + Abbreviation.of(text) + "\"";
  }
}
