// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.calltest;

import com.google.auto.value.AutoValue;
import io.rutter.inspect.CallDescription;
import io.rutter.model.problem.SourceLocation;
import java.util.Optional;

/**
 * A test of Rutter's own form: a call and what is expected of it. Read from a list {@code calls}.
 */
@AutoValue
public abstract non-sealed class CallCase implements TestCase {
  CallCase() {}

  /** What the test shows; {@code calls[0]} if it does not say. */
  @Override
  public abstract String name();

  /** Where it starts. */
  @Override
  public abstract SourceLocation location();

  /** The proxy, as {@code NAME.NAMESPACE}. Absent: the one that the run is for. */
  public abstract Optional<String> proxy();

  /** The call. */
  public abstract CallDescription call();

  /** What is expected. */
  public abstract CallExpectation expected();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_CallCase.Builder();
  }

  /**
   * Builds a {@link CallCase}; required: {@code name}, {@code location}, {@code call}, {@code
   * expected}.
   */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link CallCase#name()}. */
    public abstract Builder name(String name);

    /** See {@link CallCase#location()}. */
    public abstract Builder location(SourceLocation location);

    /** See {@link CallCase#proxy()}. */
    public abstract Builder proxy(String proxy);

    /** See {@link CallCase#proxy()}; empty clears it. */
    public abstract Builder proxy(Optional<String> proxy);

    /** See {@link CallCase#call()}. */
    public abstract Builder call(CallDescription call);

    /** See {@link CallCase#expected()}. */
    public abstract Builder expected(CallExpectation expected);

    /** Builds the value. */
    public abstract CallCase build();
  }
}
