// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** The only place that spells the names of clusters, routes, listeners and statistics. */
@NullMarked
@CheckReturnValue
package io.rutter.translator.internal.naming;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
