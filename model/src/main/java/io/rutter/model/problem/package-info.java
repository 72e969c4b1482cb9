// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** What is wrong with an input: problems, their codes and their positions. */
@NullMarked
@CheckReturnValue
package io.rutter.model.problem;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
