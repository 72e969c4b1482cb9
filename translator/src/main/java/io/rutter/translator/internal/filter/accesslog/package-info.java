// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Access logs of listeners and connection managers. */
@NullMarked
@CheckReturnValue
package io.rutter.translator.internal.filter.accesslog;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
