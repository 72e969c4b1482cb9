// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Envoy's matchers: strings, headers, paths, query parameters, metadata, IP ranges. */
@NullMarked
@CheckReturnValue
package io.rutter.inspect.internal.simulator.match;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
