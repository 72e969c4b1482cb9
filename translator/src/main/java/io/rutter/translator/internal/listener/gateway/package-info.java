// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Listeners of gateways: the filter chains of their servers. */
@NullMarked
@CheckReturnValue
package io.rutter.translator.internal.listener.gateway;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
