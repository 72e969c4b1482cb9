// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** From what proxies of a mesh are given to a graph, and to less of it. */
@CheckReturnValue
@NullMarked
package io.rutter.inspect.internal.graph;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
