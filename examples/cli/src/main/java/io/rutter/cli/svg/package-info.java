// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Graphs as SVG; nodes and edges are placed by ELK. */
@NullMarked
@CheckReturnValue
package io.rutter.cli.svg;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
