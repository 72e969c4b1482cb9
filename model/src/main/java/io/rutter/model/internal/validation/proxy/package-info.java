// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Rules for proxies. */
@NullMarked
@CheckReturnValue
package io.rutter.model.internal.validation.proxy;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
