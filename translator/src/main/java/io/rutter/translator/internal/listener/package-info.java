// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Ports, Sidecars and Gateways to Envoy listeners. */
@NullMarked
@CheckReturnValue
package io.rutter.translator.internal.listener;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
