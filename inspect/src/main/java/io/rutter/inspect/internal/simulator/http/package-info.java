// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** How a request is handled: virtual host, route, action, cluster. */
@NullMarked
@CheckReturnValue
package io.rutter.inspect.internal.simulator.http;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
