// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.calltest;

import com.google.auto.value.AutoValue;
import io.rutter.inspect.CallDescription;
import io.rutter.model.problem.SourceLocation;
import java.util.Optional;

/** A test in Rutter's own form: a call and its expected result. Read from a list {@code calls}. */
@AutoValue
public abstract non-sealed class CallCase implements TestCase {
  CallCase() {}

  /** The name of the test; {@code calls[0]} if it has none. */
  @Override
  public abstract String name();

  /** Its position. */
  @Override
  public abstract SourceLocation location();

  /** The proxy, as {@code NAME.NAMESPACE}. Absent: the proxy of the run. */
  public abstract Optional<String> proxy();

  /** The call. */
  public abstract CallDescription call();

  /** The expected result. */
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
