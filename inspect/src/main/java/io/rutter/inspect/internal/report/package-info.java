// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Results of the simulator as text and JSON. */
@NullMarked
@CheckReturnValue
package io.rutter.inspect.internal.report;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
