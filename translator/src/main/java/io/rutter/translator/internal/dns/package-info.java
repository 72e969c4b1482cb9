// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** How proxies look up names: shared by clusters that hold names and filters that read them. */
@NullMarked
@CheckReturnValue
package io.rutter.translator.internal.dns;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
