// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** How proxies resolve names: shared by DNS clusters and dynamic forward proxy filters. */
@NullMarked
@CheckReturnValue
package io.rutter.translator.internal.dns;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
