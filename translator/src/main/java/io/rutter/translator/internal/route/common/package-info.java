// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Virtual hosts and route configurations as sidecars and gateways alike have them. */
@NullMarked
@CheckReturnValue
package io.rutter.translator.internal.route.common;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
