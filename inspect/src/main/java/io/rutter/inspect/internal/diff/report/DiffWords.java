// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.diff.report;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import io.rutter.inspect.Call;
import io.rutter.inspect.CallProtocol;
import io.rutter.inspect.CallTls;
import io.rutter.inspect.Origin;
import io.rutter.inspect.diff.AspectDifference;
import io.rutter.inspect.diff.BehaviourDifference;
import io.rutter.inspect.diff.MeshDiff;
import io.rutter.inspect.diff.ResourceDifference;
import io.rutter.model.ConfigKey;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Differences in words. */
final class DiffWords {
  /** So many names are listed. */
  private static final int SHOWN = 5;

  private DiffWords() {}

  /** {@code HTTP to reviews:9080 with path prefix /v2/ and header x-user: jason}. */
  static String calls(BehaviourDifference difference) {
    String conditions =
        difference.conditions().isEmpty()
            ? ""
            : " with " + String.join(", and ", difference.conditions());
    return String.join(", ", difference.protocols())
        + " to "
        + few(difference.targets())
        + conditions
        + (difference.sampled() ? " (texts for the expression were guessed)" : "");
  }

  /** Which proxies, and how the calls reach them. */
  static String proxies(BehaviourDifference difference) {
    String how =
        switch (difference.direction()) {
          case OUTBOUND -> "calls that leave ";
          case INBOUND -> "calls that enter ";
          case GATEWAY -> "calls that come to ";
        };
    return how + few(difference.proxies());
  }

  static String change(AspectDifference change) {
    return change.aspect().words() + ": " + change.after() + " (before: " + change.before() + ")";
  }

  /** {@code VirtualService/shop/reviews (routes.yaml:3:1)}. */
  static String causes(ImmutableList<Origin> causes) {
    Map<ConfigKey, Set<String>> places = new LinkedHashMap<>();
    for (Origin cause : causes) {
      Set<String> of = places.computeIfAbsent(cause.object(), key -> new LinkedHashSet<>());
      cause.location().ifPresent(at -> of.add(at.toString()));
    }
    return places.entrySet().stream()
        .map(of -> of.getKey() + (of.getValue().isEmpty() ? "" : print(of.getValue())))
        .collect(joining(", "));
  }

  private static String print(Set<String> places) {
    return " (" + String.join(", ", places) + ")";
  }

  /** The example as a call that people can try. */
  static String example(Call call) {
    String scheme =
        (call.protocol() == CallProtocol.TCP ? "t" : "h").equals("t")
            ? (call.tls() == CallTls.PLAINTEXT ? "tcp" : "tls")
            : (call.tls() == CallTls.PLAINTEXT ? "http" : "https");
    String headers =
        call.headers().entries().stream()
            .map(header -> " -H '" + header.getKey() + ": " + header.getValue() + "'")
            .collect(joining());
    String method = call.protocol().isHttp() ? call.method() + " " : "";
    String host = call.host().orElse(call.address());
    String address = host.contains(":") ? host : host + ":" + call.port();
    return method
        + scheme
        + "://"
        + address
        + (call.protocol().isHttp() ? call.path() : "")
        + headers
        + call.peer().map(peer -> " --peer " + peer).orElse("");
  }

  /** Names, not all if there are many. */
  static String few(List<String> names) {
    return names.size() <= SHOWN
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, SHOWN)) + " and " + (names.size() - SHOWN) + " more";
  }

  static String resource(ResourceDifference difference) {
    String kind = difference.kind().id();
    return switch (difference.change()) {
      case ADDED -> "+ " + kind + " " + difference.name();
      case REMOVED -> "- " + kind + " " + difference.name();
      case CHANGED -> "~ " + kind + " " + difference.name();
    };
  }

  /** How much differs, in one line. */
  static String summary(MeshDiff diff) {
    if (diff.isEmpty()) {
      return "nothing differs";
    }
    return ImmutableList.of(
            count(diff.behaviours().size(), "change of behaviour", "changes of behaviour"),
            count(diff.resources().size(), "changed resource", "changed resources"),
            count(diff.newFindings().size(), "new finding", "new findings"),
            count(diff.goneFindings().size(), "finding gone", "findings gone"))
        .stream()
        .filter(part -> !part.isEmpty())
        .collect(joining(", "));
  }

  private static String count(int count, String one, String several) {
    return count == 0 && !one.startsWith("change of")
        ? ""
        : (count == 0 ? "no" : String.valueOf(count)) + " " + (count == 1 ? one : several);
  }

  static String indent(int level, String text) {
    return "  ".repeat(level) + text;
  }
}
