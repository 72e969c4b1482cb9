// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
/** Checks the service registry: what adapters of platforms make, or code. */
@NullMarked
@CheckReturnValue
package io.rutter.model.internal.validation.registry;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
