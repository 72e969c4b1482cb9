// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.node;

import static io.rutter.yaml.internal.node.TypedScalars.LEAST_INT;
import static io.rutter.yaml.internal.node.TypedScalars.MOST_INT;
import static io.rutter.yaml.internal.node.TypedScalars.MOST_LONG;
import static io.rutter.yaml.internal.node.TypedScalars.MOST_UINT32;
import static io.rutter.yaml.internal.node.TypedScalars.toInt;
import static io.rutter.yaml.internal.node.TypedScalars.toLong;
import static io.rutter.yaml.internal.node.TypedScalars.withoutZero;

import com.google.common.base.Joiner;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * The fields of an object that are scalars. A method that is named for a type alone, such as {@link
 * #int32}, is for plain proto3 fields, where zero and the empty string are absent too; one that
 * ends in {@code Value} tells them apart.
 */
abstract sealed class ScalarFields permits ObjectNode {
  final String path;
  final Fields fields;
  final TypedScalars scalars;

  /**
   * The fields of an object.
   *
   * @param path the path of the object
   */
  ScalarFields(String path, Fields fields, TypedScalars scalars) {
    this.path = path;
    this.fields = fields;
    this.scalars = scalars;
  }

  /** A string. Absent or empty: empty. */
  public Optional<String> string(String name) {
    return stringValue(name).filter(text -> !text.isEmpty());
  }

  /** A string that should be there; its absence is for validation to judge. Absent: "". */
  public String requiredString(String name) {
    return stringValue(name).orElse("");
  }

  /** A string whose presence counts. */
  public Optional<String> stringValue(String name) {
    return field(name).flatMap(node -> scalars.text(node, pathOf(name)));
  }

  /** An int32. Absent or 0: empty. */
  public OptionalInt int32(String name) {
    return withoutZero(int32Value(name));
  }

  /** An int32 whose presence counts. */
  public OptionalInt int32Value(String name) {
    return toInt(integer(name, LEAST_INT, MOST_INT));
  }

  /** A uint32. Absent or 0: empty. */
  public OptionalLong uint32(String name) {
    return withoutZero(uint32Value(name));
  }

  /** A uint32 whose presence counts. */
  public OptionalLong uint32Value(String name) {
    return toLong(integer(name, BigInteger.ZERO, MOST_UINT32));
  }

  /** A uint64, of which the lower half is enough for everyone. Absent or 0: empty. */
  public OptionalLong uint64(String name) {
    return withoutZero(uint64Value(name));
  }

  /** A uint64 whose presence counts. */
  public OptionalLong uint64Value(String name) {
    return toLong(integer(name, BigInteger.ZERO, MOST_LONG));
  }

  /** A port number; its range is for validation to judge. Absent or 0: empty. */
  public OptionalInt port(String name) {
    return withoutZero(toInt(integer(name, BigInteger.ZERO, MOST_INT)));
  }

  /** A number. Absent or 0: empty. */
  public OptionalDouble number(String name) {
    OptionalDouble value = numberValue(name);
    return value.isPresent() && value.getAsDouble() == 0 ? OptionalDouble.empty() : value;
  }

  /** A number whose presence counts. */
  public OptionalDouble numberValue(String name) {
    Optional<Double> value = field(name).flatMap(node -> scalars.number(node, pathOf(name)));
    return value.isPresent() ? OptionalDouble.of(value.get()) : OptionalDouble.empty();
  }

  /** A boolean. Absent: false. */
  public boolean bool(String name) {
    return boolValue(name).orElse(false);
  }

  /** A boolean whose presence counts. */
  public Optional<Boolean> boolValue(String name) {
    return field(name).flatMap(node -> scalars.bool(node, pathOf(name)));
  }

  /** A duration. */
  public Optional<Duration> duration(String name) {
    return field(name).flatMap(node -> scalars.duration(node, pathOf(name)));
  }

  /** A point in time. */
  public Optional<Instant> timestamp(String name) {
    return field(name).flatMap(node -> scalars.timestamp(node, pathOf(name)));
  }

  /** A constant of an enum. */
  public <E extends Enum<E>> Optional<E> enumValue(String name, Class<E> type) {
    return field(name).flatMap(node -> scalars.enumValue(node, pathOf(name), type));
  }

  /**
   * The value that a string names. Absent or empty: empty. A string that names none is not of a
   * wrong type: validation rejects it, if there is any.
   */
  public <T> Optional<T> named(String name, Function<String, Optional<T>> values, String expected) {
    Optional<String> written = string(name);
    Optional<T> value = written.flatMap(values);
    if (written.isPresent() && value.isEmpty()) {
      scalars.unknownName(pathOf(name), name + ": \"" + written.get() + "\"", expected);
    }
    return value;
  }

  /** One of several words, as Kubernetes has them. Absent or empty: the first. */
  @CanIgnoreReturnValue
  public String choice(String name, String... words) {
    String written = string(name).orElse(words[0]);
    if (!Arrays.asList(words).contains(written)) {
      field(name)
          .ifPresent(node -> scalars.noChoice(node, pathOf(name), Joiner.on(", ").join(words)));
      return words[0];
    }
    return written;
  }

  /** Whether the field is a string rather than a number. */
  public boolean isText(String name) {
    Optional<Node> node = field(name);
    return node.isPresent()
        && node.get() instanceof ScalarNode scalar
        && Scalars.value(scalar) instanceof ScalarValue.Text;
  }

  /** Whether the field is there and not null. */
  public boolean has(String name) {
    return field(name).isPresent();
  }

  /** The value of a field. Empty: absent or null. */
  final Optional<Node> field(String name) {
    return fields.get(name);
  }

  /** The path of a field. */
  final String pathOf(String name) {
    return FieldPath.field(path, name);
  }

  private Optional<BigInteger> integer(String name, BigInteger least, BigInteger most) {
    return field(name).flatMap(node -> scalars.integer(node, pathOf(name), least, most));
  }
}
