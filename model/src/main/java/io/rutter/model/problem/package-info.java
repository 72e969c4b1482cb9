// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Problems of an input, their codes and their positions. */
@NullMarked
@CheckReturnValue
package io.rutter.model.problem;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
