// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.diff;

import static java.util.Locale.ROOT;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.Longs;
import com.google.re2j.Pattern;
import io.rutter.inspect.Call;
import java.util.List;
import java.util.Optional;

/**
 * Reads the conditions of a told difference as a person would, word by word, and says whether a
 * call meets them. Shares nothing with what worded them.
 */
final class WordedConditions {
  /** Whether a call meets a condition. */
  enum Answer {
    YES,
    NO,
    /** The words are about something that a call does not show: claims of a token. */
    UNKNOWN
  }

  private static final ImmutableList<String> KINDS =
      ImmutableList.of(
          "path",
          "method",
          "header",
          "query parameter",
          "token of issuer",
          "claim",
          "client",
          "source address",
          "forwarded address",
          "host");

  private static final ImmutableSet<String> NAMED =
      ImmutableSet.of("header", "query parameter", "claim");

  private final Call call;

  private WordedConditions(Call call) {
    this.call = call;
  }

  /** Whether the call meets all of these. */
  static Answer hold(List<String> conditions, Call call) {
    WordedConditions words = new WordedConditions(call);
    Answer all = Answer.YES;
    for (String condition : conditions) {
      Answer one = words.holds(condition);
      if (one == Answer.NO) {
        return Answer.NO;
      }
      all = one == Answer.UNKNOWN ? one : all;
    }
    return all;
  }

  /** {@code header x-user: not jason}, cut where the texts begin. */
  private record Subject(String kind, String name, String rest) {
    static Subject of(String words) {
      String kind =
          KINDS.stream()
              .filter(known -> words.startsWith(known + " ") || words.equals(known))
              .findFirst()
              .orElseThrow(() -> new AssertionError("a condition about what? " + words));
      String rest = words.length() == kind.length() ? "" : words.substring(kind.length() + 1);
      if (!NAMED.contains(kind)) {
        return new Subject(kind, "", rest);
      }
      int end = rest.indexOf(": ");
      return end < 0
          ? new Subject(kind, rest, "")
          : new Subject(kind, rest.substring(0, end), rest.substring(end + 2));
    }

    String label() {
      return name.isEmpty() ? kind : kind + " " + name;
    }
  }

  private Answer holds(String words) {
    if (words.startsWith("a client that ") || words.startsWith("client ")) {
      return Answer.UNKNOWN;
    }
    if (words.startsWith("no token") || words.startsWith("any token")) {
      return Answer.UNKNOWN;
    }
    int but = words.indexOf(" (not ");
    if (words.startsWith("any ") && but > 0) {
      Subject subject = Subject.of(words.substring("any ".length(), but));
      Optional<Optional<String>> value = value(subject);
      return value.isEmpty()
          ? Answer.UNKNOWN
          : of(
              value.get().isPresent()
                  && Splitter.on(", not ")
                      .splitToStream(words.substring(but + " (not ".length(), words.length() - 1))
                      .noneMatch(text -> meets(text, value.get())));
    }
    if (words.startsWith("any ")) {
      return present(Subject.of(words.substring("any ".length())));
    }
    if (words.startsWith("no ") && !words.contains(" or ")) {
      return opposite(present(Subject.of(words.substring("no ".length()))));
    }
    String first = words.startsWith("no ") ? words.substring("no ".length()) : words;
    String label =
        Subject.of(first.contains(" or ") ? first.substring(0, first.indexOf(" or ")) : first)
            .label();
    String colon = NAMED.stream().anyMatch(label::startsWith) ? ":" : "";
    String marked =
        words
            .replace(" or " + label + colon + " ", "\n" + label + colon + " ")
            .replace(" or no " + label, "\nno " + label);
    List<String> cells = Splitter.on('\n').splitToList(marked);
    if (cells.size() > 1) {
      return some(cells.stream().map(this::holds).toList());
    }
    Subject subject = Subject.of(words);
    Optional<Optional<String>> value = value(subject);
    return value.isEmpty() ? Answer.UNKNOWN : of(test(subject, value.get()));
  }

  private boolean test(Subject subject, Optional<String> value) {
    if (subject.rest().startsWith("not ")) {
      return Splitter.on(", not ")
          .splitToStream(subject.rest().substring("not ".length()))
          .noneMatch(text -> meets(text, value));
    }
    return Splitter.on(" or ")
        .splitToStream(subject.rest())
        .anyMatch(text -> alternative(subject, text, value));
  }

  private static boolean alternative(Subject subject, String words, Optional<String> value) {
    if (subject.kind().equals("host")) {
      return host(words, value.orElse(""));
    }
    int but = words.indexOf(" (not ");
    if (but < 0) {
      return Splitter.on(" and ").splitToStream(words).allMatch(text -> meets(text, value));
    }
    return Splitter.on(" and ")
            .splitToStream(words.substring(0, but))
            .allMatch(text -> meets(text, value))
        && Splitter.on(", not ")
            .splitToStream(words.substring(but + " (not ".length(), words.length() - 1))
            .noneMatch(text -> meets(text, value));
  }

  private static boolean host(String words, String host) {
    String lower = host.toLowerCase(ROOT);
    int colon = lower.lastIndexOf(':');
    String bare = colon > 0 ? lower.substring(0, colon) : lower;
    return words.startsWith("*")
        ? lower.endsWith(words.substring(1)) || bare.endsWith(words.substring(1))
        : words.equals(lower) || words.equals(bare);
  }

  private static boolean meets(String words, Optional<String> value) {
    if (value.isEmpty()) {
      return false;
    }
    String suffix = " in any case";
    if (words.endsWith(suffix)) {
      return meets(
          words.substring(0, words.length() - suffix.length()).toLowerCase(ROOT),
          value.map(text -> text.toLowerCase(ROOT)));
    }
    String given = value.get();
    String segments = " (whole segments)";
    if (words.startsWith("prefix ") && words.endsWith(segments)) {
      String prefix = words.substring("prefix ".length(), words.length() - segments.length());
      return given.equals(prefix) || given.startsWith(prefix + "/");
    }
    if (words.equals("present")) {
      return true;
    }
    if (words.equals("empty")) {
      return given.isEmpty();
    }
    Optional<String> text = after(words, "prefix ");
    if (text.isPresent()) {
      return given.startsWith(text.get());
    }
    text = after(words, "suffix ");
    if (text.isPresent()) {
      return given.endsWith(text.get());
    }
    text = after(words, "containing ");
    if (text.isPresent()) {
      return given.contains(text.get());
    }
    text = after(words, "matching ");
    if (text.isPresent()) {
      return Pattern.matches(text.get(), given);
    }
    text = after(words, "with a part matching ");
    if (text.isPresent()) {
      return Pattern.compile(text.get()).matcher(given).find();
    }
    text = after(words, "from ");
    if (text.isPresent() && text.get().contains(" to ")) {
      List<String> ends = Splitter.on(" to ").splitToList(text.get());
      Long number = Longs.tryParse(given);
      return number != null
          && number >= Long.parseLong(ends.get(0))
          && number <= Long.parseLong(ends.get(1));
    }
    return given.equals(words);
  }

  private static Optional<String> after(String words, String word) {
    return words.startsWith(word) ? Optional.of(words.substring(word.length())) : Optional.empty();
  }

  private Answer present(Subject subject) {
    return value(subject).map(value -> of(value.isPresent())).orElse(Answer.UNKNOWN);
  }

  /** The text that the words are about, or its absence; empty: it cannot be told. */
  private Optional<Optional<String>> value(Subject subject) {
    int query = call.path().indexOf('?');
    String path = query < 0 ? call.path() : call.path().substring(0, query);
    return switch (subject.kind()) {
      // Connection managers may change these before they route.
      case "path" ->
          path.contains("//") || path.contains("..") || path.contains("%") || path.contains("/.")
              ? Optional.empty()
              : Optional.of(Optional.of(path));
      case "method" -> Optional.of(Optional.of(call.method()));
      case "host" -> call.host().isPresent() ? Optional.of(call.host()) : Optional.empty();
      case "header" -> single(header(subject.name()));
      case "query parameter" ->
          single(
              query < 0 ? ImmutableList.of() : query(subject.name(), call.path().substring(query)));
      default -> Optional.empty();
    };
  }

  private List<String> header(String name) {
    return call.headers().entries().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(header -> header.getValue())
        .toList();
  }

  private static List<String> query(String name, String text) {
    return Splitter.on('&')
        .splitToStream(text.substring(1))
        .filter(one -> one.startsWith(name + "=") || one.equals(name))
        .map(one -> one.equals(name) ? "" : one.substring(name.length() + 1))
        .toList();
  }

  /** Several values count together in some conditions, and alone in others. */
  private static Optional<Optional<String>> single(List<String> values) {
    return values.size() > 1 ? Optional.empty() : Optional.of(values.stream().findFirst());
  }

  private static Answer of(boolean holds) {
    return holds ? Answer.YES : Answer.NO;
  }

  private static Answer opposite(Answer answer) {
    return answer == Answer.UNKNOWN ? answer : of(answer == Answer.NO);
  }

  private static Answer some(List<Answer> answers) {
    return answers.contains(Answer.YES)
        ? Answer.YES
        : answers.contains(Answer.UNKNOWN) ? Answer.UNKNOWN : Answer.NO;
  }
}
