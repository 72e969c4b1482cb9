// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Makes files that nobody would write who means well: the same ones from the same seed. */
final class HostileFiles {
  /** Within double quotes. */
  private static final List<String> ODD_TEXTS =
      """
      \\UFFFFFFFF \\U00110000 \\ud800 \\udfff\\ud800 \\x00 \\0 \\x1b[31m \\a\\b \\r\\n::error::x \\x9b2J \\x7f \\L \\P
      \\N \\_ \\u061c \\u202e \\u2066 \\ufeff \\U000e0041 \\u200f \\q \\x \\u12 %41%ff \\e]8;;http://a\\a
      """
          .lines()
          .flatMap(line -> Stream.of(line.split(" ")))
          .toList();

  /** Without quotes. */
  private static final List<String> ODD_VALUES =
      Stream.concat(
              Stream.of(
                  "",
                  "0x" + "f".repeat(500),
                  "9".repeat(400),
                  "1h".repeat(1_000),
                  "a:".repeat(1_000),
                  "\u0085",
                  "\u2028",
                  "\ufeff",
                  "\u202e",
                  "\ud83d\ude00"),
              """
              []~{}~null~1~-1~1e999999999~.inf~-.nan~true~yes~2020-01-01~[[[]]]~{a: {b: [c]}}~*a~&a x~&a [*a]~@x~`x
              !!binary eA==~!evil x~!!python/object:os.system x~!<%ff> x~'~"~999999999999999999999999h~- -~a.b..c
              """
                  .lines()
                  .flatMap(line -> Stream.of(line.split("~"))))
          .toList();

  private static final List<String> ODD_TOKENS =
      Stream.concat(
              Stream.of(
                  "\n", "\n  ", "\n    ", "\t", " ", "- ", "? ", ": ", "\r", "\u0085", "\u2028",
                  "\ufeff"),
              """
              --- ... %YAML %TAG [ ] { } , &a *a !t !!str | > ' " # a kind spec <<: \\ 0 - ~
              """
                  .lines()
                  .flatMap(line -> Stream.of(line.split(" "))))
          .toList();

  private static final List<String> FILLERS =
      Stream.concat(
              Stream.of(
                  "x ",
                  "x\n ",
                  " ",
                  "\t",
                  "\n",
                  "\r",
                  "\n  ",
                  "*a ",
                  "{a: ",
                  "\u00e9",
                  "\ud83d\ude00"),
              """
              x ' \\\\ \\x41 %41 - : # a, [
              """
                  .lines()
                  .flatMap(line -> Stream.of(line.split(" "))))
          .toList();

  private static final List<String> PLACES =
      """
      a: %s~a: "%s"~a: '%s'~#%s~a: b #%s~%s: 1~? %s~a: !%s b~a: !<%s> b~a: &%s b~a: *%s~a: b%sc~[%s]~{%s}
      a: |@  %s~a: >@  %s~%%TAG %s@---@a~%%YAML %s@---@a
      """
          .lines()
          .flatMap(line -> Stream.of(line.split("~")))
          .map(place -> place.replace('@', '\n'))
          .toList();

  private static final List<String> LINE_ENDS = List.of("\r", "\r\n", "\u0085", "\u2028", "\n\r");

  private final Random random;
  private final List<String> documents;
  private final int largest;
  private final HostileCrowds crowds;

  /**
   * Makes files of real documents among others.
   *
   * @param largest the length of the largest ones
   */
  HostileFiles(long seed, List<String> documents, int largest) {
    this.random = new Random(seed);
    this.crowds = new HostileCrowds(random);
    this.documents = documents;
    this.largest = largest;
  }

  /** The next file. */
  byte[] next() {
    List<Supplier<String>> kinds =
        List.of(
            this::longToken,
            this::oddText,
            this::oddText,
            this::oddValue,
            this::oddValue,
            this::nested,
            this::aliases,
            this::mutated,
            this::mutated,
            this::multiplied,
            this::multiplied,
            () -> crowds.next(size()),
            this::lineEnds,
            this::tokens,
            this::manyDocuments);
    String text = any(kinds).get();
    byte[] bytes = text.getBytes(UTF_8);
    return random.nextInt(8) == 0 ? broken(bytes) : bytes;
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** Most are small, few as large as allowed. */
  private int size() {
    return random.nextInt(6) == 0 ? largest : 1 + random.nextInt(1 << (4 + random.nextInt(12)));
  }

  private String repeated(String text, int length) {
    return text.repeat(Math.max(1, length / text.getBytes(UTF_8).length));
  }

  private String longToken() {
    String token = String.format(any(PLACES), repeated(any(FILLERS), size()));
    return any(documents) + "\n---\n" + token + "\n---\n" + any(documents);
  }

  private String oddText() {
    String odd =
        "\"a" + any(ODD_TEXTS) + "b" + (random.nextInt(4) == 0 ? any(ODD_TEXTS) : "") + "\"";
    return withValue(any(documents), odd, random.nextInt(3) == 0);
  }

  private String oddValue() {
    return withValue(any(documents), any(ODD_VALUES), random.nextInt(5) == 0);
  }

  /** With the value, or the key, of one of the lines replaced. */
  private String withValue(String document, String value, boolean key) {
    String[] lines = document.split("\n", -1);
    for (int tries = 0; tries < 50; tries++) {
      int at = random.nextInt(lines.length);
      int colon = lines[at].indexOf(": ");
      if (colon > 0) {
        int start = lines[at].length() - lines[at].replaceFirst("^[ -]*", "").length();
        lines[at] =
            key
                ? lines[at].substring(0, start) + value + lines[at].substring(colon)
                : lines[at].substring(0, colon + 2) + value;
        break;
      }
    }
    return String.join("\n", lines);
  }

  private String nested() {
    String open = any(List.of("[", "{a: ", "- ", "? ", "a:\n ", "[{", "- - ", "&a [", "!t ["));
    return any(documents) + "\n---\n" + repeated(open, size());
  }

  private String aliases() {
    StringBuilder text =
        new StringBuilder(
            any(
                List.of(
                    "a0: &a0 [x, x]\n",
                    "a0: &a0 {k: x}\n",
                    "a0: &a0 " + "x".repeat(size()) + "\n")));
    int levels = 1 + random.nextInt(60);
    String form =
        any(
            List.of(
                "a%d: &a%d [*a%d, *a%d]\n",
                "a%d: &a%d {<<: [*a%d, *a%d]}\n", "a%d: &a%d {<<: *a%d, x: *a%d}\n"));
    for (int i = 1; i < levels; i++) {
      text.append(String.format(form, i, i, i - 1, i - 1));
    }
    return any(documents)
        + "\n---\n"
        + text
        + any(List.of("", "b: *none\n", "b: &b [*b]\n", "? *a0\n: 1\n"));
  }

  private String mutated() {
    StringBuilder text = new StringBuilder(any(documents)).append("\n---\n").append(any(documents));
    for (int i = random.nextInt(12); i >= 0; i--) {
      int at = random.nextInt(text.length());
      int end = Math.min(text.length(), at + 1 + random.nextInt(20));
      switch (random.nextInt(5)) {
        case 0 -> text.delete(at, end);
        case 1 -> text.insert(at, text.substring(at, end));
        case 2 -> text.insert(at, any(ODD_TOKENS));
        case 3 -> text.insert(random.nextInt(text.length()), text.substring(at, end));
        default -> text.setLength(Math.max(1, random.nextInt(8) == 0 ? at : text.length()));
      }
    }
    return text.toString();
  }

  /** Objects with two lists, each of some length. */
  private String multiplied() {
    int one = 1 + random.nextInt(1 << random.nextInt(11));
    int other = 1 + random.nextInt(1 << random.nextInt(10));
    String ports = list("{number: %d, name: p%<d, protocol: HTTP}", one);
    String hosts = list("h%d.example.com", other);
    String rules =
        list("{match: [{uri: {prefix: /%d}}], route: [{destination: {host: web}}]}", other);
    return switch (random.nextInt(6)) {
      case 0 ->
          object(
              "ServiceEntry", "{resolution: DNS, hosts: [" + hosts + "], ports: [" + ports + "]}");
      case 1 ->
          object(
              "ServiceEntry",
              "{resolution: STATIC, hosts: [a.com], endpoints: ["
                  + list("{address: 10.0.0.%d}", Math.min(other, 255))
                  + "], ports: ["
                  + ports.replace("HTTP", "TCP")
                  + "]}");
      case 2 ->
          object(
              "VirtualService", "{hosts: [" + list("g%d.com", one) + "], http: [" + rules + "]}");
      case 3 ->
          object(
              "DestinationRule",
              "{host: '*', subsets: [" + list("{name: s%d, labels: {version: v%<d}}", one) + "]}");
      case 4 ->
          object(
                  "Gateway",
                  "{selector: {app: edge}, servers: ["
                      + list("{port: {number: %d, name: p%<d, protocol: HTTP}, hosts: ['*']}", one)
                      + "]}")
              + object(
                  "VirtualService", "{gateways: [hostile], hosts: [a.com], http: [" + rules + "]}");
      default ->
          object(
              "Sidecar",
              "{egress: ["
                  + list("{port: {number: %d, name: p%<d, protocol: HTTP}, hosts: ['*/*']}", one)
                  + "]}");
    };
  }

  private static String object(String kind, String spec) {
    return "---\napiVersion: networking.istio.io/v1\nkind: "
        + kind
        + "\nmetadata: {name: hostile, namespace: default}\nspec: "
        + spec
        + "\n";
  }

  private static String list(String item, int count) {
    StringBuilder items = new StringBuilder();
    for (int i = 1; i <= count; i++) {
      items.append(String.format(item, i)).append(i < count ? ", " : "");
    }
    return items.toString();
  }

  private String lineEnds() {
    String text =
        any(documents)
            + "\n---\n"
            + any(documents)
            + "\n---\n"
            + withValue(any(documents), any(ODD_VALUES), false);
    String marked = random.nextBoolean() ? "\ufeff" + text.replace("\n---", "\n\ufeff---") : text;
    return marked.replace("\n", any(LINE_ENDS));
  }

  private String tokens() {
    StringBuilder text = new StringBuilder();
    int length = Math.min(size(), 20_000);
    while (text.length() < length) {
      text.append(any(ODD_TOKENS));
    }
    return text.toString();
  }

  private String manyDocuments() {
    return repeated(
        any(
            List.of(
                "---\na\n",
                "---\nkind: x\n",
                "---\napiVersion: v1\nkind: Service\n",
                "---\n- a\n",
                "--- *a\n",
                "---\na: [\n",
                "--- \"\\UFFFFFFFF\"\n")),
        size());
  }

  /** With some bytes replaced, so that it may be no text at all. */
  private byte[] broken(byte[] bytes) {
    byte[] result = bytes.clone();
    for (int i = random.nextInt(4); i >= 0 && result.length > 0; i--) {
      result[random.nextInt(result.length)] = (byte) random.nextInt(256);
    }
    if (random.nextInt(4) == 0) {
      ByteArrayOutputStream cut = new ByteArrayOutputStream();
      cut.writeBytes(Arrays.copyOf(result, random.nextInt(result.length + 1)));
      cut.writeBytes("\u00ff\u00c0\u0080".getBytes(ISO_8859_1));
      return cut.toByteArray();
    }
    return result;
  }
}
