// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Graphs as SVG; nodes and edges are placed by ELK. */
@NullMarked
package io.rutter.cli.svg;

import org.jspecify.annotations.NullMarked;
