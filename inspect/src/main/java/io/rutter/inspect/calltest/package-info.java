// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Tests of where calls end, in the forms of Rutter, istio-config-validator and {@code
 * router_check_tool}.
 */
@NullMarked
@CheckReturnValue
package io.rutter.inspect.calltest;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
