// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal;

import com.google.common.collect.ImmutableList;
import io.rutter.model.problem.Problem;
import java.util.function.Function;

/** What is checked of an object that has been read. */
public enum Validation {
  /** Nothing: what has the right types is taken as it is. */
  NONE {
    @Override
    <T> ImmutableList<Problem> check(Function<T, ImmutableList<Problem>> rules, T object) {
      return ImmutableList.of();
    }
  },
  /** The rules of Istio, for the kinds that have some. */
  ISTIO {
    @Override
    <T> ImmutableList<Problem> check(Function<T, ImmutableList<Problem>> rules, T object) {
      return rules.apply(object);
    }
  };

  /** What is wrong with the object by the rules of its kind. */
  abstract <T> ImmutableList<Problem> check(Function<T, ImmutableList<Problem>> rules, T object);
}
