// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Which listener and which filter chain handle a connection. */
@NullMarked
@CheckReturnValue
package io.rutter.inspect.internal.simulator.connection;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
