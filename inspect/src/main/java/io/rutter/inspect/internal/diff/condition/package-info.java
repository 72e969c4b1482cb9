// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** The conditions of routes, policies and rules for tokens, as conditions on texts of a call. */
@NullMarked
@CheckReturnValue
package io.rutter.inspect.internal.diff.condition;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
