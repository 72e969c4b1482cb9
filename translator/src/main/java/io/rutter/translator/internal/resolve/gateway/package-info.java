// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Gateways: which select a proxy, and how their servers share its ports. */
@NullMarked
@CheckReturnValue
package io.rutter.translator.internal.resolve.gateway;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
