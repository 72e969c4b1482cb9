// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Differences of meshes as text, JSON and Markdown. */
@NullMarked
@CheckReturnValue
package io.rutter.inspect.internal.diff.report;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
