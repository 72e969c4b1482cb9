// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** What proxies are given, read as hosts with their rules. */
@CheckReturnValue
@NullMarked
package io.rutter.inspect.internal.graph.read;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
