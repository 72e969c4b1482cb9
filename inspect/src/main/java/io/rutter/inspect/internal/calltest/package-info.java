// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Runs tests of calls: completes what a call leaves open, and compares its end. */
@NullMarked
@CheckReturnValue
package io.rutter.inspect.internal.calltest;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
