// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** The service registry: services, their endpoints and the workloads behind them. */
@NullMarked
@CheckReturnValue
package io.rutter.model.registry;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
