// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.json;

import static java.util.Locale.ROOT;

import com.google.gson.JsonParseException;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import com.google.protobuf.util.JsonFormat;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Claims of tokens, as JSON. */
public final class ClaimsJson {
  /** Whole numbers below are written without an exponent. */
  private static final double MOST_PLAIN = 1e15;

  /** Deeper values are left out. */
  private static final int MOST_LEVELS = 100;

  /** What a message begins with that wraps another exception's. */
  private static final Pattern EXCEPTION = Pattern.compile("^[\\w.]+Exception: ");

  private ClaimsJson() {}

  /**
   * The claims of a text.
   *
   * @throws IllegalArgumentException if it is no JSON object
   */
  public static Struct parse(String json) {
    try {
      Struct.Builder claims = Struct.newBuilder();
      JsonFormat.parser().merge(json, claims);
      return claims.build();
    } catch (InvalidProtocolBufferException | JsonParseException | StackOverflowError e) {
      String reason = EXCEPTION.matcher(String.valueOf(e.getMessage())).replaceFirst("");
      throw new IllegalArgumentException("claims: not a JSON object: " + reason, e);
    }
  }

  /** The claims on one line, as Envoy writes them: sorted by name, without blanks. */
  public static String print(Struct claims) {
    return print(Value.newBuilder().setStructValue(claims).build());
  }

  /** A claim, as Envoy writes it. */
  public static String print(Value claim) {
    return print(claim, 0);
  }

  private static String print(Value value, int depth) {
    if (depth > MOST_LEVELS) {
      return "null";
    }
    return switch (value.getKindCase()) {
      case STRING_VALUE -> quoted(value.getStringValue());
      case NUMBER_VALUE -> number(value.getNumberValue());
      case BOOL_VALUE -> Boolean.toString(value.getBoolValue());
      case LIST_VALUE -> {
        StringJoiner items = new StringJoiner(",", "[", "]");
        value.getListValue().getValuesList().forEach(item -> items.add(print(item, depth + 1)));
        yield items.toString();
      }
      case STRUCT_VALUE -> {
        StringJoiner fields = new StringJoiner(",", "{", "}");
        for (String name : new TreeSet<>(value.getStructValue().getFieldsMap().keySet())) {
          Value field = value.getStructValue().getFieldsOrThrow(name);
          fields.add(quoted(name) + ":" + print(field, depth + 1));
        }
        yield fields.toString();
      }
      case NULL_VALUE, KIND_NOT_SET -> "null";
    };
  }

  private static String number(double number) {
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      return "null"; // JSON has no such number, and no token either.
    }
    if (number == Math.rint(number) && Math.abs(number) < MOST_PLAIN) {
      return Long.toString((long) number);
    }
    String text = Double.toString(number);
    int exponent = text.indexOf('E');
    if (exponent < 0) {
      return text;
    }
    String digits = text.substring(0, exponent);
    int power = Integer.parseInt(text.substring(exponent + 1));
    return (digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits)
        + String.format(ROOT, power < 0 ? "e-%02d" : "e+%02d", Math.abs(power));
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        case '\b' -> quoted.append("\\b");
        case '\f' -> quoted.append("\\f");
        default -> {
          if (c < ' ' || c == '<' || c == '>' || c == '\u007f') {
            quoted.append(String.format(ROOT, "\\u%04x", (int) c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }
}
