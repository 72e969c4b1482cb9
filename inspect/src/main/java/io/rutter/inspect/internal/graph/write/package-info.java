// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Graphs as DOT, Mermaid and JSON. */
@CheckReturnValue
@NullMarked
package io.rutter.inspect.internal.graph.write;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
