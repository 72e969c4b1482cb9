// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** The Envoy proxies to translate for. */
@NullMarked
@CheckReturnValue
package io.rutter.model.proxy;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
