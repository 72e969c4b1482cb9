// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.problem;

import com.google.auto.value.AutoValue;
import io.rutter.model.ConfigKey;
import java.util.Optional;

/**
 * Something wrong with, or worth knowing about, one value of the input.
 *
 * <p>The message names the value and what was expected: {@code attempts: -1 (expected: >= 0)}.
 */
@AutoValue
public abstract class Problem {
  Problem() {}

  /** How bad it is. */
  public abstract Severity severity();

  /** The stable code of the rule, for example {@code unknown-field}. */
  public abstract ProblemCode code();

  /** The object with the value. Absent: the problem concerns the whole input. */
  public abstract Optional<ConfigKey> object();

  /**
   * The path of the value in the object, for example {@code spec.http[0].retries.attempts}. Empty:
   * the object as a whole.
   */
  public abstract String path();

  /** The position of the value in the input. Absent: the object was not read from one. */
  public abstract Optional<SourceLocation> location();

  /** What is wrong and what was expected, one sentence without a full stop. */
  public abstract String message();

  /** A builder with an empty path. */
  public static Builder builder(Severity severity, ProblemCode code) {
    return new AutoValue_Problem.Builder().severity(severity).code(code).path("");
  }

  /** A builder for an error. */
  public static Builder error(ProblemCode code) {
    return builder(Severity.ERROR, code);
  }

  /** A builder for a warning. */
  public static Builder warning(ProblemCode code) {
    return builder(Severity.WARNING, code);
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** This problem with its position, where it has none and the sources know it. */
  public final Problem locatedBy(SourceMap sources) {
    if (location().isPresent() || object().isEmpty()) {
      return this;
    }
    return toBuilder().location(sources.locate(object().get(), path())).build();
  }

  /**
   * The form compilers use, on one line: {@code file:line:column: error: message [code]}. What an
   * input brings along is shown as {@link VisibleText}.
   */
  @Override
  public final String toString() {
    StringBuilder text = new StringBuilder();
    location().ifPresent(at -> text.append(at).append(": "));
    text.append(severity().name().toLowerCase(java.util.Locale.ROOT)).append(": ");
    object().ifPresent(o -> text.append(o).append(": "));
    if (!path().isEmpty()) {
      text.append(path()).append(": ");
    }
    text.append(message()).append(" [").append(code().id()).append(']');
    return VisibleText.of(text.toString());
  }

  /** Builds a {@link Problem}; severity, code and message are required. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link Problem#severity()}. */
    public abstract Builder severity(Severity severity);

    /** See {@link Problem#code()}. */
    public abstract Builder code(ProblemCode code);

    /** See {@link Problem#object()}. */
    public abstract Builder object(ConfigKey object);

    /** See {@link Problem#object()}. */
    public abstract Builder object(Optional<ConfigKey> object);

    /** See {@link Problem#path()}. */
    public abstract Builder path(String path);

    /** See {@link Problem#location()}. */
    public abstract Builder location(SourceLocation location);

    /** See {@link Problem#location()}. */
    public abstract Builder location(Optional<SourceLocation> location);

    /** See {@link Problem#message()}. */
    public abstract Builder message(String message);

    /** Builds the value. */
    public abstract Problem build();
  }
}
