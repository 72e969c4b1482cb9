// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Matches of requests: methods, paths, headers, query parameters, claims. */
@NullMarked
@CheckReturnValue
package io.rutter.translator.internal.route.match;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
