// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** The simulator held against what others say of the same calls. */
@NullMarked
@CheckReturnValue
package io.rutter.testdata.simulator;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
