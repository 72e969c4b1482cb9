// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.node;

import com.google.common.base.Joiner;
import io.rutter.model.internal.go.GoDurations;
import io.rutter.model.internal.go.WholeText;
import io.rutter.model.problem.ProblemCode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Scalars as the types of protobuf's JSON form, read as istiod reads them. A wrong value is
 * reported and reads as empty; so does null, without a report.
 *
 * <ul>
 *   <li>Strings must be strings: {@code 5} and {@code true} need quotes.
 *   <li>Integers may be written as {@code 5}, {@code 5.0}, {@code 5e3}, {@code 0x10} or {@code
 *       "5"}; other numbers also as {@code "1.5"}.
 *   <li>Booleans are YAML 1.1's words without quotes.
 *   <li>Enums are written by name or by protobuf number.
 * </ul>
 */
final class TypedScalars {
  static final BigInteger MOST_UINT32 = BigInteger.valueOf(0xFFFF_FFFFL);
  static final BigInteger MOST_LONG = BigInteger.valueOf(Long.MAX_VALUE);
  static final BigInteger LEAST_INT = BigInteger.valueOf(Integer.MIN_VALUE);
  static final BigInteger MOST_INT = BigInteger.valueOf(Integer.MAX_VALUE);

  private static final Pattern QUOTED_INTEGER = Pattern.compile("-?(0|[1-9][0-9]{0,30})");
  private static final Pattern QUOTED_NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]{0,300})(\\.[0-9]{1,300})?([eE][-+]?[0-9]{1,4})?");

  private final NodeProblems problems;

  TypedScalars(NodeProblems problems) {
    this.problems = problems;
  }

  Optional<String> text(Node node, String path) {
    ScalarValue value = scalar(node);
    if (value instanceof ScalarValue.Text text) {
      return isWhole(text.value(), node, path) ? Optional.of(text.value()) : Optional.empty();
    }
    boolean needsQuotes =
        value instanceof ScalarValue.Numeric
            || value instanceof ScalarValue.Bool
            || value instanceof ScalarValue.NotFinite;
    return wrongType(node, path, needsQuotes ? "a text; put it in quotes" : "a text");
  }

  /**
   * Whether a value, or the key of a map, has only characters that a string may have. Only escapes
   * can make others.
   *
   * @param node where the text is
   */
  boolean isWhole(String text, Node node, String path) {
    Optional<String> problem = WholeText.problem(text);
    problem.ifPresent(said -> problems.error(ProblemCode.INVALID_VALUE, path, node, said));
    return problem.isEmpty();
  }

  /** A value of any shape, of which all texts and keys must be such that they can be sent. */
  Optional<Object> anything(Node node, String path) {
    return areWhole(node, path) ? Nodes.toJava(node) : Optional.empty();
  }

  private boolean areWhole(Node node, String path) {
    boolean whole = true;
    if (node instanceof MappingNode mapping) {
      for (Map.Entry<String, NodeTuple> entry : Mappings.entries(mapping).entrySet()) {
        String at = FieldPath.field(path, entry.getKey());
        whole &= isWhole(entry.getKey(), entry.getValue().getKeyNode(), at);
        whole &= areWhole(entry.getValue().getValueNode(), at);
      }
    } else if (node instanceof SequenceNode list) {
      for (int i = 0; i < list.getValue().size(); i++) {
        whole &= areWhole(list.getValue().get(i), FieldPath.item(path, i));
      }
    } else if (scalar(node) instanceof ScalarValue.Text text) {
      whole = isWhole(text.value(), node, path);
    }
    return whole;
  }

  /** A string of a certain form. */
  Optional<String> text(Node node, String path, Predicate<String> form, String expected) {
    Optional<String> text = text(node, path);
    return text.isEmpty() || form.test(text.get()) ? text : invalid(node, path, expected);
  }

  Optional<Boolean> bool(Node node, String path) {
    return scalar(node) instanceof ScalarValue.Bool bool
        ? Optional.of(bool.value())
        : wrongValue(ProblemCode.WRONG_TYPE, node, path, "true or false, without quotes");
  }

  /** An integer within bounds, both included. */
  Optional<BigInteger> integer(Node node, String path, BigInteger least, BigInteger most) {
    String expected = "an integer from " + least + " to " + most;
    Optional<BigDecimal> number = decimal(scalar(node), QUOTED_INTEGER);
    if (number.isEmpty()) {
      return wrongValue(ProblemCode.WRONG_TYPE, node, path, expected);
    }
    BigDecimal value = number.get();
    boolean inRange =
        value.compareTo(new BigDecimal(least)) >= 0 && value.compareTo(new BigDecimal(most)) <= 0;
    if (!inRange || value.stripTrailingZeros().scale() > 0) {
      return wrongValue(ProblemCode.INVALID_VALUE, node, path, expected);
    }
    return Optional.of(value.toBigInteger());
  }

  Optional<Double> number(Node node, String path) {
    Optional<Double> value =
        decimal(scalar(node), QUOTED_NUMBER)
            .map(BigDecimal::doubleValue)
            .filter(number -> Double.isFinite(number));
    return value.isPresent()
        ? value
        : wrongValue(ProblemCode.WRONG_TYPE, node, path, "a finite number");
  }

  Optional<Duration> duration(Node node, String path) {
    String expected = "a duration such as 1.5s, 500ms or 1h30m";
    if (!(scalar(node) instanceof ScalarValue.Text text)) {
      return wrongValue(ProblemCode.WRONG_TYPE, node, path, expected);
    }
    Optional<Duration> duration = GoDurations.parse(text.value());
    return duration.isPresent()
        ? duration
        : wrongValue(ProblemCode.INVALID_VALUE, node, path, expected);
  }

  Optional<Instant> timestamp(Node node, String path) {
    String expected = "a time such as 2020-01-01T00:00:00Z";
    if (!(scalar(node) instanceof ScalarValue.Text text)) {
      return wrongType(node, path, expected);
    }
    try {
      return Optional.of(OffsetDateTime.parse(text.value()).toInstant());
    } catch (DateTimeParseException notATime) {
      return invalid(node, path, expected);
    }
  }

  <E extends Enum<E>> Optional<E> enumValue(Node node, String path, Class<E> type) {
    E[] constants = type.getEnumConstants();
    String expected = "one of " + Joiner.on(", ").join(constants);
    ScalarValue value = scalar(node);
    if (!(value instanceof ScalarValue.Text) && !(value instanceof ScalarValue.Numeric)) {
      return wrongType(node, path, expected);
    }
    boolean byName = value instanceof ScalarValue.Text;
    for (int i = 0; i < constants.length; i++) {
      String written =
          byName ? constants[i].name() : Integer.toString(protoNumber(constants[i].name(), i));
      if (written.equals(value.asKey())) {
        return Optional.of(constants[i]);
      }
    }
    return invalid(node, path, expected);
  }

  /** Rejects a text that is none of some words. */
  void noChoice(Node node, String path, String words) {
    problems.error(ProblemCode.INVALID_VALUE, path, node, message(node, "one of " + words));
  }

  /** Leaves it to validation to reject a string that names nothing. */
  void unknownName(String path, String written, String expected) {
    problems.leaveToValidation(path, written + " (expected: " + expected + ")");
  }

  /**
   * The constants of the model stand in the order of their protobuf numbers, which start at 0 and
   * have no gap but one.
   */
  private static int protoNumber(String constant, int index) {
    return constant.equals("ALLOW_ANY_DYNAMIC_DNS") ? 3 : index;
  }

  private static Optional<BigDecimal> decimal(ScalarValue value, Pattern quotedForm) {
    if (value instanceof ScalarValue.Numeric number) {
      return Optional.of(number.value());
    }
    return value instanceof ScalarValue.Text text && quotedForm.matcher(text.value()).matches()
        ? Optional.of(new BigDecimal(text.value()))
        : Optional.empty();
  }

  /** The value of the node; null for lists and mappings, which are of the wrong type everywhere. */
  private static ScalarValue scalar(Node node) {
    return node instanceof ScalarNode scalar ? Scalars.value(scalar) : ScalarValue.NULL;
  }

  private <T> Optional<T> wrongType(Node node, String path, String expected) {
    return reject(ProblemCode.WRONG_TYPE, node, path, expected);
  }

  private <T> Optional<T> invalid(Node node, String path, String expected) {
    return reject(ProblemCode.INVALID_VALUE, node, path, expected);
  }

  private <T> Optional<T> reject(ProblemCode code, Node node, String path, String expected) {
    problems.error(code, path, node, message(node, expected));
    return Optional.empty();
  }

  /** Rejects a value whose absence is no reason to doubt the rest of its object. */
  private <T> Optional<T> wrongValue(ProblemCode code, Node node, String path, String expected) {
    problems.wrongValue(code, path, node, message(node, expected));
    return Optional.empty();
  }

  private static String message(Node node, String expected) {
    return Nodes.describe(node) + " (expected: " + expected + ")";
  }

  /** A number that an int holds. */
  static OptionalInt toInt(Optional<BigInteger> value) {
    return value.isPresent() ? OptionalInt.of(value.get().intValueExact()) : OptionalInt.empty();
  }

  /** A number that a long holds. */
  static OptionalLong toLong(Optional<BigInteger> value) {
    return value.isPresent() ? OptionalLong.of(value.get().longValueExact()) : OptionalLong.empty();
  }

  /** The number, absent for zero. */
  static OptionalInt withoutZero(OptionalInt value) {
    return value.isPresent() && value.getAsInt() == 0 ? OptionalInt.empty() : value;
  }

  /** The number, absent for zero. */
  static OptionalLong withoutZero(OptionalLong value) {
    return value.isPresent() && value.getAsLong() == 0 ? OptionalLong.empty() : value;
  }
}
