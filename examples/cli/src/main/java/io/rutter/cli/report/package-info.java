// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** A mesh as one page for a browser. */
@NullMarked
@CheckReturnValue
package io.rutter.cli.report;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
