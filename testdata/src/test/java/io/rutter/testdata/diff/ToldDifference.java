// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.diff;

import com.google.common.collect.ImmutableSet;
import io.rutter.inspect.Call;
import io.rutter.inspect.CallMode;
import io.rutter.inspect.CallTls;
import io.rutter.inspect.diff.Aspect;
import io.rutter.inspect.diff.BehaviourDifference;
import io.rutter.testdata.diff.WordedConditions.Answer;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A told difference, and how the simulator says that its example ends.
 *
 * @param before the end of the example before
 * @param after the end after
 */
record ToldDifference(BehaviourDifference difference, CallEnds before, CallEnds after) {
  private static final ImmutableSet<String> FOR_OTHERS = ImmutableSet.of("allow_any", "block_all");

  /** Whether both ends of a call are those of the example. */
  boolean endsAlike(CallEnds one, CallEnds other) {
    return SeenEnd.differAlike(
        difference.targets().size() > 1, before.end(), after.end(), one.end(), other.end());
  }

  /** Whether the example shows a difference in what the result of a call has. */
  boolean isSeen() {
    return !before.end().equals(after.end());
  }

  /** Whether it says that tokens are looked for elsewhere, to a call that may have one. */
  boolean isOfTokens(Call call) {
    return call.mode().equals(Optional.of(difference.direction()))
        && difference.changes().stream().anyMatch(change -> change.aspect() == Aspect.TOKENS);
  }

  /** Whether the words of it, in all their parts, are about this call. */
  Answer isAbout(Call call, CallEnds one, CallEnds other) {
    if (!call.mode().equals(Optional.of(difference.direction()))) {
      return Answer.NO;
    }
    Answer target = target(call, one, other);
    if (target == Answer.NO) {
      return target;
    }
    Answer conditions = WordedConditions.hold(difference.conditions(), call);
    Answer protocol = protocol(call);
    if (conditions == Answer.NO || protocol == Answer.NO) {
      return Answer.NO;
    }
    return conditions == Answer.YES && target == Answer.YES && protocol == Answer.YES
        ? Answer.YES
        : Answer.UNKNOWN;
  }

  private Answer target(Call call, CallEnds one, CallEnds other) {
    String port = "port " + call.port();
    if (call.mode().equals(Optional.of(CallMode.INBOUND))) {
      return difference.targets().contains(port)
          ? Answer.YES
          : difference.targets().contains("other ports") ? Answer.UNKNOWN : Answer.NO;
    }
    Optional<String> host =
        Stream.of(other.virtualHost(), one.virtualHost())
            .flatMap(Optional::stream)
            .filter(name -> !FOR_OTHERS.contains(name) && !name.startsWith("blackhole:"))
            .map(name -> name.startsWith("*:") ? "any host on " + port : name)
            .findFirst();
    if (host.isPresent()) {
      return difference.targets().contains(host.get())
              || difference.targets().contains(host.get() + " at " + call.address())
          ? Answer.YES
          : Answer.NO;
    }
    if (!one.end().status().isEmpty() || !other.end().status().isEmpty()) {
      return Answer.UNKNOWN; // Whoever is denied comes to no virtual host.
    }
    boolean named =
        difference.targets().stream()
            .anyMatch(
                target ->
                    target.endsWith(":" + call.port())
                        || target.contains("other ports")
                        || target.contains(" on " + port)
                        || call.host().filter(target::equals).isPresent());
    return named ? Answer.UNKNOWN : Answer.NO;
  }

  /** A connection whose TLS passes through is told as what it is without its TLS. */
  private Answer protocol(Call call) {
    boolean http = difference.protocols().stream().anyMatch(name -> name.startsWith("HTTP"));
    boolean tcp = difference.protocols().stream().anyMatch(name -> name.startsWith("TCP"));
    if (!call.protocol().isHttp() && !tcp) {
      return Answer.NO;
    }
    boolean plain =
        call.tls() == CallTls.PLAINTEXT && call.mode().orElseThrow() == CallMode.OUTBOUND;
    return plain && call.protocol().isHttp() && http && difference.protocols().contains("HTTP")
        ? Answer.YES
        : Answer.UNKNOWN;
  }
}
