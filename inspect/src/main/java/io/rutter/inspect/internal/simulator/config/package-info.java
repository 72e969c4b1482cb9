// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * The configuration of a proxy as the simulator reads it: resources by name, fractions, weights,
 * paths of fields.
 */
@NullMarked
@CheckReturnValue
package io.rutter.inspect.internal.simulator.config;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
