// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** What virtual hosts and route configurations of sidecars and gateways have in common. */
@NullMarked
@CheckReturnValue
package io.rutter.translator.internal.route.common;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
