// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** From the resources of proxies to the rules of each host, with an answer for each rule. */
@CheckReturnValue
@NullMarked
package io.rutter.inspect.internal.division;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
