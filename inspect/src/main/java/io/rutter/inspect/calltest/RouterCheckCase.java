// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.calltest;

import com.google.auto.value.AutoValue;
import io.rutter.model.problem.SourceLocation;

/**
 * A test of Envoy's {@code router_check_tool} (Envoy: {@code ValidationItem}): a request to one
 * route configuration and its expected result. Read from a list {@code tests}.
 */
@AutoValue
public abstract non-sealed class RouterCheckCase implements TestCase {
  RouterCheckCase() {}

  /** {@code test_name}. */
  @Override
  public abstract String name();

  /** Its position. */
  @Override
  public abstract SourceLocation location();

  /** The request. */
  public abstract RouterCheckInput input();

  /** {@code validate}: the expected result. */
  public abstract RouterCheckExpectation expected();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_RouterCheckCase.Builder();
  }

  /**
   * Builds a {@link RouterCheckCase}; required: {@code name}, {@code location}, {@code input},
   * {@code expected}.
   */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link RouterCheckCase#name()}. */
    public abstract Builder name(String name);

    /** See {@link RouterCheckCase#location()}. */
    public abstract Builder location(SourceLocation location);

    /** See {@link RouterCheckCase#input()}. */
    public abstract Builder input(RouterCheckInput input);

    /** See {@link RouterCheckCase#expected()}. */
    public abstract Builder expected(RouterCheckExpectation expected);

    /** Builds the value. */
    public abstract RouterCheckCase build();
  }
}
