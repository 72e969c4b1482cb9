// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** The {@code rutter} command. */
@NullMarked
@CheckReturnValue
package io.rutter.cli;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
