// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** The rules of a VirtualService to routes: actions, destinations, retries, faults, rewrites. */
@NullMarked
@CheckReturnValue
package io.rutter.translator.internal.route.http;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
