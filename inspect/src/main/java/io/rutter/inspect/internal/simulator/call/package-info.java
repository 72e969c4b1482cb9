// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** The call on its way: connection, request, host, and the trail of what was decided. */
@NullMarked
@CheckReturnValue
package io.rutter.inspect.internal.simulator.call;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
