// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** VirtualServices to Envoy route configurations. */
@NullMarked
@CheckReturnValue
package io.rutter.translator.internal.route;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
