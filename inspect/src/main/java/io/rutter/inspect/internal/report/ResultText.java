// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.report;

import static java.util.Locale.ROOT;

import com.google.common.base.Strings;
import io.rutter.inspect.Call;
import io.rutter.inspect.CallError;
import io.rutter.inspect.CallResult;
import io.rutter.inspect.CallTls;
import io.rutter.inspect.ClusterShare;
import io.rutter.inspect.HeaderChange;
import io.rutter.inspect.InjectedFault;
import io.rutter.inspect.Origin;
import io.rutter.inspect.RejectedCandidate;
import io.rutter.inspect.Step;
import io.rutter.model.problem.VisibleText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeSet;

/** Prints a result for people. */
public final class ResultText {
  /** The most candidates shown for one choice; JSON has them all. */
  private static final int MOST_REJECTED = 12;

  private static final int MOST_CHARACTERS = 180;

  private final StringBuilder out = new StringBuilder();

  private ResultText() {}

  /** The text, with a line end. */
  public static String print(Call call, CallResult result) {
    ResultText text = new ResultText();
    text.line(call(call));
    AccessText.caller(call).ifPresent(text::line);
    text.outcome(result, "");
    text.line("");
    text.line("why:");
    for (Step step : result.explanation()) {
      text.step(step);
    }
    text.origins(result);
    result
        .otherwise()
        .ifPresent(
            rest -> {
              text.line("");
              text.line("why the others:");
              rest.explanation().stream()
                  .skip(common(result.explanation(), rest.explanation()))
                  .forEach(text::step);
            });
    return text.out.toString();
  }

  private static String call(Call call) {
    String tls = call.tls() == CallTls.PLAINTEXT ? "" : " in " + name(call.tls());
    String where =
        call.address()
            + ":"
            + call.port()
            + call.mode().map(mode -> ", " + name(mode)).orElse("")
            + ", "
            + name(call.protocol())
            + tls;
    return call.protocol().isHttp()
        ? call.method()
            + (tls.isEmpty() ? " http://" : " https://")
            + call.host().orElse("")
            + call.path()
            + "  (to "
            + where
            + ")"
        : "connection to " + where;
  }

  private void outcome(CallResult result, String indent) {
    String share = result.share() < 1 ? Shares.print(result.share()) + " of the calls: " : "";
    for (ClusterShare cluster : result.clusters()) {
      line(
          indent
              + "-> "
              + share
              + cluster.cluster()
              + (result.clusters().size() > 1 ? "  " + Shares.print(cluster.share()) : "")
              + (cluster.known() ? "" : "  (no such cluster: Envoy answers 503)"));
    }
    result
        .redirect()
        .ifPresent(
            r -> line(indent + "-> " + share + "redirect " + r.status() + " to " + r.location()));
    result
        .directResponse()
        .ifPresent(
            d ->
                line(
                    indent
                        + "-> "
                        + share
                        + "answer "
                        + d.status()
                        + (d.body().isEmpty() ? "" : ": " + d.body())));
    result
        .error()
        // Envoy's answer is the redirect above.
        .filter(e -> e != CallError.TLS_REQUIRED || result.redirect().isEmpty())
        .ifPresent(e -> line(indent + "-> " + share + AccessText.end(e, result)));
    AccessText.lines(result).forEach(line -> line(indent + "   " + line));
    result.fault().ifPresent(fault -> fault(fault, indent));
    result
        .mirrors()
        .forEach(
            m -> line(indent + "   copies to " + m.cluster() + "  " + Shares.print(m.share())));
    result.request().ifPresent(r -> line(indent + "   as " + r.host() + r.path()));
    changes(indent + "   request header ", result.requestHeaders());
    changes(indent + "   response header ", result.responseHeaders());
    result
        .otherwise()
        .ifPresent(
            rest -> {
              line(indent + "for the others:");
              outcome(rest, indent);
            });
  }

  private void fault(InjectedFault fault, String indent) {
    fault
        .delay()
        .ifPresent(
            delay ->
                line(
                    indent
                        + "   delayed by "
                        + delay.toMillis()
                        + " ms: "
                        + Shares.print(fault.delayShare())));
    if (fault.abortShare() > 0) {
      line(
          indent
              + "   aborted with "
              + (fault.abortStatus().isPresent()
                  ? fault.abortStatus().getAsInt()
                  : "gRPC " + fault.abortGrpcStatus().orElse(0))
              + ": "
              + Shares.print(fault.abortShare()));
    }
  }

  private void changes(String prefix, List<HeaderChange> changes) {
    for (HeaderChange change : changes) {
      line(
          prefix
              + change.action().name().toLowerCase(ROOT).replace('_', ' ')
              + " "
              + change.name()
              + (change.action() == HeaderChange.Action.REMOVE ? "" : ": " + change.value()));
    }
  }

  private void step(Step step) {
    String stage = step.stage().name().toLowerCase(ROOT).replace('_', ' ');
    String chosen = step.chosen().isEmpty() ? "none" : step.chosen();
    line("  " + Strings.padEnd(stage, 20, ' ') + chosen + "  (" + step.reason() + ")");
    List<RejectedCandidate> others = step.rejected();
    for (RejectedCandidate other : others.subList(0, Math.min(others.size(), MOST_REJECTED))) {
      line("    not " + other.name() + ": " + shortened(other.condition()));
    }
    if (others.size() > MOST_REJECTED) {
      line("    and " + (others.size() - MOST_REJECTED) + " more (--format json has them all)");
    }
  }

  /** A condition with the middle of long lists cut out: the compared value is at the end. */
  private static String shortened(String condition) {
    int length = condition.length();
    return length <= MOST_CHARACTERS
        ? condition
        : condition.substring(0, MOST_CHARACTERS * 2 / 3)
            + " ... "
            + condition.substring(length - MOST_CHARACTERS / 3);
  }

  private void origins(CallResult result) {
    Map<String, TreeSet<String>> stages = new LinkedHashMap<>();
    Map<String, String> places = new LinkedHashMap<>();
    for (Origin origin : result.origins()) {
      String rule = origin.object() + (origin.path().isEmpty() ? "" : " " + origin.path());
      stages
          .computeIfAbsent(rule, key -> new TreeSet<>())
          .add(origin.stage().name().toLowerCase(ROOT).replace('_', ' '));
      origin.location().ifPresent(at -> places.put(rule, at.toString()));
    }
    if (stages.isEmpty()) {
      return;
    }
    line("");
    line("configured by:");
    stages.forEach(
        (rule, of) -> {
          StringJoiner names = new StringJoiner(", ");
          of.forEach(names::add);
          String place = places.getOrDefault(rule, "");
          line("  " + rule + "  " + (place.isEmpty() ? "" : place + "  ") + "(" + names + ")");
        });
  }

  private void line(String text) {
    out.append(VisibleText.of(text)).append('\n');
  }

  private static int common(List<Step> a, List<Step> b) {
    int same = 0;
    while (same < Math.min(a.size(), b.size()) && a.get(same).equals(b.get(same))) {
      same++;
    }
    return same;
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(ROOT);
  }
}
