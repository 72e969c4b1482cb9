// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Route configurations of gateways: the hosts of their servers and the rules bound to them. */
@NullMarked
@CheckReturnValue
package io.rutter.translator.internal.route.gateway;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
